// A page that is not there for this reader: why, and the way back to the plan.
import { LinkButton } from './ui/link-button'
import { Notice } from './ui/notice'
import { useWords } from './words/words'

export type BarredCode = 'not-found' | 'not-yours'

/** Asking again would change nothing. */
export function Barred({ code }: { code: BarredCode }) {
  const { t } = useWords()
  return (
    <Notice tone="plain">
      <p>{t(`refusal.${code}`)}</p>
      <LinkButton href="/">{t('common.backToPlan')}</LinkButton>
    </Notice>
  )
}
