// How a dialog ends: leave it, or do what it is for.
import type { ComponentProps } from 'react'
import { Button } from './ui/button'
import { useWords } from './words/words'

/** All but `onClose` is the second button's. */
export function DialogActs({
  onClose,
  ...act
}: ComponentProps<typeof Button> & { onClose: () => void }) {
  const { t } = useWords()
  return (
    <>
      <Button onClick={onClose}>{t('common.cancel')}</Button>
      <Button variant="primary" {...act} />
    </>
  )
}
