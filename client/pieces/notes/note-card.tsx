// One note: what it says, its words, and what its author may do with it.
import { useRef, useState } from 'react'
import type { Note } from '../../../shared/records/note'
import { api, call } from '../../api'
import { keep, readKept, useKeptFields } from '../comments/kept-text'
import { useMe } from '../me'
import { usePeople } from '../people-names'
import { Avatar } from '../ui/avatar'
import { Badge } from '../ui/badge'
import { Button } from '../ui/button'
import { Icon } from '../ui/icon'
import { Menu } from '../ui/menu'
import { Notice } from '../ui/notice'
import { useSending } from '../use-sending'
import { useWords } from '../words/words'
import { AskFirst } from './ask-first'
import type { NotePlace } from './find-words'
import { kindWords, NoteForm, type NoteWords } from './note-form'
import { OnlyYou } from './only-you'

export interface NoteCardProps {
  note: Note
  place: NotePlace
  /** The meeting is on: words may be released. */
  mayRelease: boolean
  onGo: () => void
  onNote: (note: Note) => void
  onRemoved: () => void
}

const editPlace = (note: string) => `note.edit.${note}`

export function NoteCard({ note, place, mayRelease, onGo, onNote, onRemoved }: NoteCardProps) {
  const { t } = useWords()
  const { person } = useMe()
  const [doing, setDoing] = useState<'edit' | 'remove' | 'release' | null>(() =>
    readKept(editPlace(note.id)) === null ? null : 'edit',
  )
  const card = useRef<HTMLLIElement>(null)
  const { isBusy, trouble, send } = useSending()
  const { id, kind, quote, body, releasedAt } = note
  const isPrivate = releasedAt === null
  const isMine = note.author === person.username
  const param = { id }
  const close = () => {
    keep(editPlace(id), null)
    setDoing(null)
  }
  const change = (json: Partial<NoteWords>) =>
    send(async () => {
      onNote((await call(api.notes[':id'].$patch({ param, json }))) as Note)
      close()
    })
  return (
    <li ref={card} className={isPrivate ? 'note-card' : 'note-card is-released'}>
      <header className="note-head">
        {isMine && isPrivate ? <OnlyYou /> : <Speaker note={note} />}
        {kind === 'speech' && isPrivate && <Badge tone="blue">{t(kindWords.speech)}</Badge>}
        {isMine && isPrivate && doing !== 'edit' && (
          <Menu
            trigger={
              <button type="button" className="comment-more" aria-label={t('notes.actions')}>
                <Icon name="more" />
              </button>
            }
            label={t('notes.actions')}
            opened={() => card.current?.querySelector('textarea')}
            items={[
              { label: t('notes.edit'), onSelect: () => setDoing('edit') },
              kind === 'note'
                ? { label: t('notes.toSpeech'), onSelect: () => void change({ kind: 'speech' }) }
                : { label: t('notes.toNote'), onSelect: () => void change({ kind: 'note' }) },
              { label: t('notes.remove'), onSelect: () => setDoing('remove'), danger: true },
            ]}
          />
        )}
      </header>
      {quote !== '' && <Quote quote={quote} place={place} onGo={onGo} />}
      {doing === 'edit' ? (
        <EditNote
          note={note}
          isBusy={isBusy}
          trouble={trouble}
          onSave={(words) => void change(words)}
          onCancel={close}
        />
      ) : (
        <p className="note-body">
          {body}
          {note.editedAt && isPrivate && (
            <span className="comment-small"> ({t('notes.edited')})</span>
          )}
        </p>
      )}
      {trouble && doing === null && <Notice tone="red">{trouble}</Notice>}
      {isMine && isPrivate && kind === 'speech' && mayRelease && doing !== 'edit' && (
        <Button variant="primary" className="note-release" onClick={() => setDoing('release')}>
          {t('notes.release')}
        </Button>
      )}
      {doing === 'remove' && (
        <AskFirst
          what="remove"
          onClose={close}
          act={async () => {
            await call(api.notes[':id'].$delete({ param }))
            onRemoved()
          }}
        />
      )}
      {doing === 'release' && (
        <AskFirst
          what="release"
          onClose={close}
          act={async () => onNote((await call(api.notes[':id'].release.$post({ param }))) as Note)}
        >
          <blockquote className="note-body note-to-send">{body}</blockquote>
        </AskFirst>
      )}
    </li>
  )
}

function Speaker({ note }: { note: Note }) {
  const { t, dateTime } = useWords()
  const { nameOf, idOf } = usePeople()
  const name = nameOf(note.author)
  return (
    <span className="note-speaker">
      <Avatar name={name} id={idOf(note.author)} size={26} decorative />
      <span>
        <strong>{name}</strong>
        <span className="comment-small">
          {t('notes.releasedAt', { at: dateTime(note.releasedAt ?? note.createdAt) })}
        </span>
      </span>
    </span>
  )
}

function Quote({ quote, place, onGo }: { quote: string; place: NotePlace; onGo: () => void }) {
  const { t } = useWords()
  return (
    <>
      <blockquote className={`note-quote ${place.isChanged ? 'is-lost' : ''}`}>{quote}</blockquote>
      <p className="note-place">
        {place.isChanged && <Badge tone="gold">{t('notes.changed')}</Badge>}
        {place.range && (
          <Button variant="quiet" onClick={onGo}>
            {t('notes.goToWords')}
          </Button>
        )}
      </p>
    </>
  )
}

interface EditNoteProps {
  note: Note
  isBusy: boolean
  trouble: string | null
  onSave: (words: NoteWords) => void
  onCancel: () => void
}

function EditNote({ note, isBusy, trouble, onSave, onCancel }: EditNoteProps) {
  const [words, setWords] = useKeptFields<NoteWords>(editPlace(note.id), {
    kind: note.kind,
    body: note.body,
  })
  return (
    <NoteForm
      words={words}
      isBusy={isBusy}
      trouble={trouble}
      onChange={(change) => setWords({ ...words, ...change })}
      onSave={() => words.body.trim() !== '' && onSave({ ...words, body: words.body.trim() })}
      onCancel={onCancel}
    />
  )
}
