// Says that a note is its author's alone.
import { Icon } from '../ui/icon'
import { useWords } from '../words/words'

export function OnlyYou() {
  const { t } = useWords()
  return (
    <span className="note-only-you">
      <Icon name="lock" size={15} />
      {t('notes.onlyYou')}
    </span>
  )
}
