// What the minutes-taker writes down: comments on the version and the conclusion, each with one tap.
import { Link } from 'wouter'
import type { SessionView } from '../../../shared/events'
import { useThreads } from '../../pieces/comments/use-threads'
import { usePeople } from '../../pieces/people-names'
import { useWords } from '../../pieces/words/words'
import { RecordButton } from './record'

interface CardProps {
  session: SessionView
  onSession: (session: SessionView) => void
}

export function MinutesCard({ session, onSession }: CardProps) {
  const { t } = useWords()
  const latest = session.versions.at(-1)
  return (
    <section className="room-card" aria-labelledby="room-minutes">
      <header className="room-card-head">
        <h2 id="room-minutes">{t('room.toMinutes')}</h2>
        <Link href={`/sessions/${session.id}/minutes`}>{t('room.openMinutes')}</Link>
      </header>
      {session.conclusion.length > 0 && (
        <RecordButton
          session={session}
          ids={session.conclusion.map(({ id }) => id)}
          entry={{ conclusion: true }}
          label={t('room.recordConclusion')}
          onSession={onSession}
        />
      )}
      {latest && <Comments versionId={latest.id} session={session} onSession={onSession} />}
    </section>
  )
}

function Comments({ versionId, session, onSession }: CardProps & { versionId: string }) {
  const { t } = useWords()
  const { nameOf } = usePeople()
  const { threads = [] } = useThreads('version', versionId, session.id)
  if (threads.length === 0) return <p className="room-soft">{t('room.noComments')}</p>
  return (
    <>
      <h3 className="room-sub">{t('room.comments')}</h3>
      <ul className="room-comments">
        {threads.map(({ id, author, quote, body }) => (
          <li key={id}>
            <p>
              <b>{nameOf(author)}</b>
              {quote !== '' && <q className="room-soft">{quote}</q>}
            </p>
            <p>{body}</p>
            <RecordButton
              session={session}
              ids={[id]}
              entry={{ thread: id }}
              onSession={onSession}
            />
          </li>
        ))}
      </ul>
    </>
  )
}
