// Who is called sees it, with the own speech notes: one press hands one to everybody.
import type { SessionView } from '../../../shared/events'
import { speakingOf } from '../../../shared/facts/meeting'
import type { Note } from '../../../shared/records/note'
import { api, call } from '../../api'
import { useMe } from '../me'
import { OnlyYou } from '../notes/only-you'
import { ownOf, useNotes } from '../notes/use-notes'
import { Button } from '../ui/button'
import { useSending } from '../use-sending'
import { useWords } from '../words/words'
import './your-turn.css'

export function YourTurn({ session }: { session: SessionView }) {
  const { person } = useMe()
  const speaking = speakingOf(session.meeting)
  if (session.stage !== 'inSession' || speaking?.username !== person.username) return null
  return <Turn session={session} paragraph={speaking.paragraph} since={speaking.calledAt} />
}

interface TurnProps {
  session: SessionView
  paragraph: number | null
  since: string | null
}

function Turn({ session, paragraph, since }: TurnProps) {
  const { t } = useWords()
  const { person } = useMe()
  const { notes = [], put } = useNotes(session.id)
  const speeches = ownOf(notes, person).filter(({ kind }) => kind === 'speech')
  const released = notes.filter(
    ({ author, releasedAt }) =>
      author === person.username && releasedAt !== null && releasedAt >= (since ?? ''),
  )
  return (
    <section className="your-turn" aria-live="polite">
      <p className="your-turn-call">
        {paragraph === null
          ? t('screen.yourTurn')
          : t('screen.yourTurnAbout', { number: paragraph })}
      </p>
      {speeches.map((note) => (
        <Speech key={note.id} note={note} onNote={put} />
      ))}
      {released.map(({ id, body }) => (
        <p key={id} className="your-turn-done">
          <b>{t('screen.released')}:</b> {body}
        </p>
      ))}
    </section>
  )
}

function Speech({ note, onNote }: { note: Note; onNote: (note: Note) => void }) {
  const { t } = useWords()
  const { isBusy, trouble, send } = useSending()
  const { id, quote, body } = note
  const release = () =>
    send(async () =>
      onNote((await call(api.notes[':id'].release.$post({ param: { id } }))) as Note),
    )
  return (
    <div className="your-turn-note">
      <OnlyYou />
      {quote !== '' && <q>{quote}</q>}
      <p>{body}</p>
      <Button variant="primary" busy={isBusy} onClick={() => void release()}>
        {t('screen.release')}
      </Button>
      <small>{t('screen.releaseHint')}</small>
      {trouble && <p role="alert">{trouble}</p>}
    </div>
  )
}
