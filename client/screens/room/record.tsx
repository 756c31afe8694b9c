// One tap takes what happened into the minutes; a speaker's words are typed, or come from their note.
import { type ReactNode, useState } from 'react'
import type { SessionView } from '../../../shared/events'
import type { Speaker } from '../../../shared/records/meeting'
import { api, call } from '../../api'
import { keep, readKept } from '../../pieces/comments/kept-text'
import { useNotes } from '../../pieces/notes/use-notes'
import { usePeople } from '../../pieces/people-names'
import { Button } from '../../pieces/ui/button'
import { Field, TextArea } from '../../pieces/ui/field'
import { Held } from '../../pieces/ui/held'
import { Icon } from '../../pieces/ui/icon'
import { toast } from '../../pieces/ui/toast'
import { useSending } from '../../pieces/use-sending'
import { useWords } from '../../pieces/words/words'

type Entry = Parameters<(typeof api.sessions)[':id']['minutes']['$post']>[0]['json']

/** What it is called in the session's list of things recorded. */
interface RecordProps {
  session: SessionView
  ids: readonly string[]
  entry: Entry
  label?: string
  disabled?: boolean
  /** The fields that hold what is recorded. */
  children?: ReactNode
  onSession: (session: SessionView) => void
}

export function RecordButton(props: RecordProps) {
  const { session, ids, entry, label, disabled, children, onSession } = props
  const { t } = useWords()
  const { isBusy, trouble, send } = useSending()
  if (ids.every((id) => session.meeting.recorded.includes(id))) {
    return <Recorded />
  }
  const record = () =>
    send(async () => {
      const param = { id: session.id }
      onSession(await call(api.sessions[':id'].minutes.$post({ param, json: entry })))
      toast(t('room.recorded'), 'green')
    })
  return (
    <>
      <Held value={isBusy}>{children}</Held>
      <Button busy={isBusy} disabled={disabled} onClick={() => void record()}>
        {label ?? t('room.record')}
      </Button>
      {trouble && (
        <span className="room-warn" role="alert">
          {trouble}
        </span>
      )}
    </>
  )
}

export function Recorded() {
  const { t } = useWords()
  return (
    <span className="room-recorded">
      <Icon name="check" size={16} /> {t('room.recorded')}
    </span>
  )
}

interface SpeechProps {
  session: SessionView
  speaker: Speaker
  onSession: (session: SessionView) => void
}

export function RecordSpeech({ session, speaker, onSession }: SpeechProps) {
  const { t } = useWords()
  const { nameOf } = usePeople()
  const { notes = [] } = useNotes(session.id)
  const { id, username } = speaker
  const place = `speech.${id}`
  const [typed, setTyped] = useState(() => readKept(place))
  const released = notes.filter(
    (note) => note.author === username && note.kind === 'speech' && note.releasedAt !== null,
  )
  const words = typed ?? released.map(({ body }) => body).join('\n')
  return (
    <div className="room-record">
      <RecordButton
        session={session}
        ids={[id]}
        entry={{ speaker: id, words: words.trim() }}
        disabled={words.trim() === ''}
        onSession={(next) => {
          keep(place, null)
          onSession(next)
        }}
      >
        <Field label={t('room.recordWords', { name: nameOf(username) })}>
          <TextArea
            rows={2}
            maxLength={10_000}
            value={words}
            onChange={({ target }) => {
              setTyped(target.value)
              keep(place, target.value)
            }}
          />
        </Field>
      </RecordButton>
    </div>
  )
}
