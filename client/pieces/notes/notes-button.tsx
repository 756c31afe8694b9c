// Unfolds one's private notes beside the text, with their number.
import { useMe } from '../me'
import { Icon } from '../ui/icon'
import { useWords } from '../words/words'
import { useNotesShown } from './notes-shown'
import { ownOf, useNotes } from './use-notes'
import './notes.css'

interface NotesButtonProps {
  sessionId: string
  documentId: string
  /** The notes were unfolded: show the panel where it is not in sight. */
  onShow: () => void
}

export function NotesButton({ sessionId, documentId, onShow }: NotesButtonProps) {
  const { t } = useWords()
  const { person } = useMe()
  const { notes = [] } = useNotes(sessionId)
  const [isShown, setShown] = useNotesShown(documentId)
  const count = ownOf(notes, person).length
  return (
    <button
      type="button"
      className="notes-button"
      aria-label={t('notes.count', { count })}
      aria-expanded={isShown}
      title={t('notes.onlyYou')}
      // Selected words stay selected: a note may be meant for them.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => {
        setShown(!isShown)
        if (!isShown) onShow()
      }}
    >
      <Icon name="lock" size={17} />
      <span className="notes-button-label">{t('notes.title')}</span>
      {count > 0 && <span className="notes-button-count">{count}</span>}
    </button>
  )
}
