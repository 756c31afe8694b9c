// The notes beside a text: one's own of this paper, of the session's other papers, and what was spoken.
import { type ReactNode, useEffect } from 'react'
import type { SessionView } from '../../../shared/events'
import type { Note } from '../../../shared/records/note'
import { can } from '../../../shared/rights'
import type { Anchor } from '../comments/comment-draft'
import { standingIn } from '../live/standing'
import { useMe } from '../me'
import { Trouble } from '../trouble'
import { Button } from '../ui/button'
import { Icon } from '../ui/icon'
import { useWords } from '../words/words'
import type { NotePlace, Range } from './find-words'
import { NoteCard } from './note-card'
import { NoteComposer } from './note-composer'
import { useNoteDraft } from './note-draft'
import { useNotesShown } from './notes-shown'
import { ownOf, useNotes } from './use-notes'
import '../comments/comments.css'
import '../comments/thread-card.css'
import './notes.css'

export interface NotesPanelProps {
  session: SessionView
  /** The live paper's id, or the version's. */
  documentId: string
  selected: () => Anchor | null
  /** Where each note's words stand; one that is not there yet is being looked for. */
  places: ReadonlyMap<string, NotePlace>
  onGo: (range: Range) => void
}

const nowhere: NotePlace = { range: null, isChanged: false }

export function NotesPanel({ session, documentId, selected, places, onGo }: NotesPanelProps) {
  const { t } = useWords()
  const { person } = useMe()
  const { notes = [], error, put, drop, retry } = useNotes(session.id)
  const inHand = useNoteDraft(documentId)
  const { draft, start, change } = inHand
  const [isShown, setShown] = useNotesShown(documentId)
  useEffect(() => {
    if (draft.isOpen) setShown(true)
  }, [draft.isOpen, setShown])
  const where = { stage: session.stage, windows: session.windows, now: 0 }
  const mayRelease = can('releaseNote', standingIn(session, person), where) === true
  const own = ownOf(notes, person)
  const here = own.filter((note) => note.documentId === documentId)
  const elsewhere = own.filter((note) => note.documentId !== documentId)
  const spoken = notes
    .filter(({ releasedAt }) => releasedAt !== null)
    .toSorted((one, other) => (one.releasedAt ?? '').localeCompare(other.releasedAt ?? ''))
  const list = (members: readonly Note[]) => (
    <ul className="note-list">
      {members.map((note) => {
        const place = places.get(note.id) ?? nowhere
        return (
          <NoteCard
            key={note.id}
            note={note}
            place={place}
            mayRelease={mayRelease}
            onGo={() => place.range && onGo(place.range)}
            onNote={put}
            onRemoved={() => drop(note.id)}
          />
        )
      })}
    </ul>
  )
  const isKept = !draft.isOpen && draft.body.trim() !== ''
  if (!isShown && spoken.length === 0) return null
  return (
    <div className="notes">
      {isShown && (
        <section aria-label={t('notes.title')}>
          <header className="notes-head">
            <Icon name="lock" size={17} />
            <h2>{t('notes.title')}</h2>
            <span className="comment-small">{t('notes.onlyYou')}</span>
            <button
              type="button"
              className="comment-more"
              aria-label={t('common.close')}
              onClick={() => setShown(false)}
            >
              <Icon name="close" size={17} />
            </button>
          </header>
          {error && !notes.length ? <Trouble error={error} retry={retry} /> : null}
          {draft.isOpen ? (
            <NoteComposer
              inHand={inHand}
              sessionId={session.id}
              documentId={documentId}
              selected={selected}
              onSaved={put}
            />
          ) : (
            <Start
              kept={isKept ? draft.body : null}
              onStart={() => start(selected())}
              onResume={() => change({ isOpen: true })}
            >
              {own.length === 0 && !isKept && t('notes.empty')}
            </Start>
          )}
          {list(here)}
          {elsewhere.length > 0 && (
            <>
              <h3 className="notes-title">{t('notes.elsewhere')}</h3>
              {list(elsewhere)}
            </>
          )}
        </section>
      )}
      {spoken.length > 0 && (
        <details open>
          <summary className="notes-summary">
            <Icon name="people" size={17} />
            {t('notes.spoken', { count: spoken.length })}
          </summary>
          {list(spoken)}
        </details>
      )}
    </div>
  )
}

interface StartProps {
  kept: string | null
  onStart: () => void
  onResume: () => void
  children: ReactNode
}

function Start({ kept, onStart, onResume, children }: StartProps) {
  const { t } = useWords()
  if (kept !== null) {
    return (
      <div className="comment-kept">
        <span className="comment-kept-words">
          <strong>{t('notes.kept')}:</strong> {kept}
        </span>
        <Button onClick={onResume}>{t('comments.resume')}</Button>
      </div>
    )
  }
  return (
    <div className="notes-start">
      <p className="comment-small">{children}</p>
      <Button
        variant="quiet"
        // The words stay selected while the button is pressed.
        onMouseDown={(event) => event.preventDefault()}
        onClick={onStart}
      >
        <Icon name="plus" size={16} />
        {t('notes.startWhole')}
      </Button>
    </div>
  )
}
