// The closing read-back in the meeting room: the minutes agreed and signed, seen by all who read them.
import { Link } from 'wouter'
import type { SessionView } from '../../../shared/events'
import type { Act, Decision } from '../../../shared/rights'
import { Signing } from '../../pieces/minutes/signing'
import { useWords } from '../../pieces/words/words'

interface CardProps {
  session: SessionView
  right: (act: Act) => Decision
  onSession: (session: SessionView) => void
}

export function SigningCard({ session, right, onSession }: CardProps) {
  const { t } = useWords()
  if (right('readPapers') !== true) return null
  return (
    <section className="room-card" aria-labelledby="room-signing">
      <header className="room-card-head">
        <h2 id="room-signing">{t('after.minutesRead')}</h2>
        <Link href={`/sessions/${session.id}/minutes/read`}>{t('room.openMinutes')}</Link>
      </header>
      <Signing session={session} onSession={onSession} />
    </section>
  )
}
