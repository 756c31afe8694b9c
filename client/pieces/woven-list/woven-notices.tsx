// What a dialog says of a woven list: what was found unsaved, and what another saved of an item meanwhile.
import { Button } from '../ui/button'
import { Notice } from '../ui/notice'
import { useWords } from '../words/words'
import type { WovenList } from './use-woven-list'
import './woven-notices.css'

export function FoundNotice({ list }: { list: Pick<WovenList<unknown>, 'isFound' | 'giveUp'> }) {
  const { t } = useWords()
  if (!list.isFound) return null
  return (
    <Notice tone="blue" role="status">
      <span>{t('woven.found')}</span>
      <Button onClick={list.giveUp}>{t('woven.giveUp')}</Button>
    </Notice>
  )
}

interface OthersNoticeProps {
  /** The other's item; what it lacks is left out. */
  facts: readonly (string | null | undefined)[]
  onTake: () => void
}

export function OthersNotice({ facts, onTake }: OthersNoticeProps) {
  const { t } = useWords()
  return (
    <Notice tone="gold" role="status">
      <span>{t('woven.contested')}</span>
      <blockquote className="woven-others">{facts.filter(Boolean).join(' · ')}</blockquote>
      <Button onClick={onTake}>{t('woven.take')}</Button>
    </Notice>
  )
}
