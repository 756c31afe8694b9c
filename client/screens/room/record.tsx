// One tap takes what happened into the minutes; a speaker's words are typed, or come from their note.
import { useState } from 'react'
import type { SessionView } from '../../../shared/events'
import type { Speaker } from '../../../shared/records/meeting'
import { api, call } from '../../api'
import { keep, readKept } from '../../pieces/comments/kept-text'
import { useNotes } from '../../pieces/notes/use-notes'
import { usePeople } from '../../pieces/people-names'
import { Button } from '../../pieces/ui/button'
import { Field, TextArea } from '../../pieces/ui/field'
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
  onSession: (session: SessionView) => void
}

export function RecordButton({ session, ids, entry, label, disabled, onSession }: RecordProps) {
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
  const button = (
    <RecordButton
      session={session}
      ids={[id]}
      entry={{ speaker: id, words: words.trim() }}
      disabled={words.trim() === ''}
      onSession={(next) => {
        keep(place, null)
        onSession(next)
      }}
    />
  )
  return (
    <div className="room-record">
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
      {button}
    </div>
  )
}
