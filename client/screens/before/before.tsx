// Before the meeting: who is coming, who has opened the papers, the programme, the invitation, the guests.
import { Link } from 'wouter'
import type { SessionView } from '../../../shared/events'
import { stagesFrom } from '../../../shared/stages'
import { useSession } from '../../pieces/live/session-live'
import { useRights } from '../../pieces/live/standing'
import { MainBar } from '../../pieces/main-bar'
import { useMe } from '../../pieces/me'
import { usePageTitle } from '../../pieces/page-title'
import { ProgrammeCard } from '../../pieces/programme/programme-card'
import { Trouble } from '../../pieces/trouble'
import { LinkButton } from '../../pieces/ui/link-button'
import { Notice } from '../../pieces/ui/notice'
import { Waiting } from '../../pieces/ui/waiting'
import { useWords } from '../../pieces/words/words'
import { ComingCard } from './coming-card'
import { GuestsCard } from './guests-card'
import { InvitationCard } from './invitation-card'
import { OpeningsCard } from './openings-card'
import './before.css'

export function Before({ sessionId }: { sessionId: string }) {
  const { t } = useWords()
  const { session, error, refresh } = useSession(sessionId)
  usePageTitle(t('before.title'))
  return (
    <>
      <MainBar here="plan" />
      <main id="main" className="before" tabIndex={-1}>
        {session ? (
          <Preparing session={session} onSession={() => void refresh()} />
        ) : error ? (
          <Trouble error={error} retry={() => void refresh()} />
        ) : (
          <Waiting />
        )}
      </main>
    </>
  )
}

function Preparing({ session, onSession }: { session: SessionView; onSession: () => void }) {
  const { t, dateTime } = useWords()
  const { person } = useMe()
  const right = useRights(session, person)
  const { id, topic, meetingAt, place, stage } = session
  return (
    <>
      <header className="before-head">
        <div>
          <p className="before-kicker">{t('before.title')}</p>
          <h1>{topic}</h1>
          <p className="before-soft">{[dateTime(meetingAt), place].filter(Boolean).join(' · ')}</p>
        </div>
        <nav className="before-links">
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
