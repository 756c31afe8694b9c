// Before the meeting: who is coming, who has opened the papers, the programme, the invitation, the guests.
import { Link } from 'wouter'
import type { SessionView } from '../../../shared/events'
import { stagesFrom } from '../../../shared/stages'
import { useRights } from '../../pieces/live/standing'
import { useMe } from '../../pieces/me'
import { ProgrammeCard } from '../../pieces/programme/programme-card'
import { SessionPage } from '../../pieces/session-page'
import { LinkButton } from '../../pieces/ui/link-button'
import { Notice } from '../../pieces/ui/notice'
import { useWords } from '../../pieces/words/words'
import { ComingCard } from './coming-card'
import { GuestsCard } from './guests-card'
import { InvitationCard } from './invitation-card'
import { OpeningsCard } from './openings-card'
import '../../pieces/page-head.css'
import './before.css'

export function Before({ sessionId }: { sessionId: string }) {
  const { t } = useWords()
  return (
    <SessionPage sessionId={sessionId} title={t('before.title')}>
      {(session, refresh) => <Preparing session={session} onSession={refresh} />}
    </SessionPage>
  )
}

function Preparing({ session, onSession }: { session: SessionView; onSession: () => void }) {
  const { t, dateTime } = useWords()
  const { person } = useMe()
  const right = useRights(session, person)
  const { id, topic, meetingAt, place, stage } = session
  return (
    <>
      <header className="page-head">
        <div className="page-words">
          <p className="page-kicker">{t('before.title')}</p>
          <h1>{topic}</h1>
          <p className="room-soft">{[dateTime(meetingAt), place].filter(Boolean).join(' · ')}</p>
        </div>
        <nav className="page-links">
          {right('checkRoom') === true && (
            <LinkButton href={`/sessions/${id}/check`}>{t('before.check')}</LinkButton>
          )}
          <LinkButton href={`/sessions/${id}/room`}>{t('room.title')}</LinkButton>
          <Link href={`/sessions/${id}`}>{t('room.toPapers')}</Link>
        </nav>
      </header>
      {stagesFrom('inSession').includes(stage) && <Notice tone="blue">{t('before.isOver')}</Notice>}
      <div className="before-columns">
        <div className="before-side">
          <ComingCard session={session} right={right} />
          {right('seeOpenings') === true && <OpeningsCard sessionId={id} />}
          {right('readPapers') === true && (
            <InvitationCard session={session} sends={right('planSessions') === true} />
          )}
        </div>
        <div className="before-side">
          <ProgrammeCard session={session} right={right} onSession={onSession} />
          {right('inviteGuests') === true && <GuestsCard session={session} />}
        </div>
      </div>
    </>
  )
}
