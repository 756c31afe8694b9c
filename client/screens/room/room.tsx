// The meeting room: what is under way, who speaks, what is voted on; for the table and for every phone.
import { Link } from 'wouter'
import type { SessionView } from '../../../shared/events'
import { can, canReadLive } from '../../../shared/rights'
import { QuorumLine } from '../../pieces/absence/quorum-line'
import { standingIn, useRights } from '../../pieces/live/standing'
import { useMe } from '../../pieces/me'
import { ProgrammeCard } from '../../pieces/programme/programme-card'
import { SessionPage } from '../../pieces/session-page'
import { StageBar } from '../../pieces/stage-bar/stage-bar'
import { LinkButton } from '../../pieces/ui/link-button'
import { Notice } from '../../pieces/ui/notice'
import { useWords } from '../../pieces/words/words'
import { MinutesCard } from './minutes-card'
import { NextCard } from './next-card'
import { ScoreCard } from './score-card'
import { SigningCard } from './signing-card'
import { SpeakingCard } from './speaking-card'
import { VotesCard } from './votes-card'
import '../../pieces/page-head.css'
import '../../pieces/meeting/room-card.css'
import './room.css'

export function Room({ sessionId }: { sessionId: string }) {
  const { t } = useWords()
  return (
    <SessionPage sessionId={sessionId} title={t('room.title')}>
      {(session, refresh) => <Meeting session={session} onSession={refresh} />}
    </SessionPage>
  )
}

/** Who holds one of these gets the stage bar: attendance, conclusion, opening and closing. */
const roomActs = ['open', 'close', 'keepAttendance', 'conclude'] as const
const before = ['planned', 'outline', 'draft', 'frozen']

function Meeting({ session, onSession }: { session: SessionView; onSession: () => void }) {
  const { t } = useWords()
  const { person } = useMe()
  const right = useRights(session, person)
  const mayAct = roomActs.some((act) => right(act) === true)
  const isOn = session.stage === 'inSession'
  const isYet = before.includes(session.stage)
  const card = { session, right, onSession }
  return (
    <>
      <RoomHead session={session} />
      {!isOn && (
        <Notice tone={isYet ? 'blue' : 'green'}>
          <p>
            <b>{t(isYet ? 'room.notYet' : 'room.over')}</b>
          </p>
          {isYet && <p>{t('room.notYetHint')}</p>}
        </Notice>
      )}
      {(isOn || session.stage === 'frozen') && mayAct && (
        <StageBar session={session} onChanged={onSession} isInRoom />
      )}
      <div className="room-columns">
        <ProgrammeCard {...card} />
        {!isYet && (
          <div className="room-side">
            <SpeakingCard {...card} />
            <VotesCard {...card} />
            <ScoreCard {...card} />
            <SigningCard {...card} />
            <NextCard {...card} />
            {right('writeMinutes') === true && (
              <MinutesCard session={session} onSession={onSession} />
            )}
          </div>
        )}
      </div>
    </>
  )
}

function RoomHead({ session }: { session: SessionView }) {
  const { t, dateTime } = useWords()
  const { person } = useMe()
  const { attendance, versions, id } = session
  const present = attendance.filter(({ kind }) => kind === 'present').length
  const latest = versions.at(-1)
  const where = { stage: session.stage, windows: session.windows, now: 0 }
  const readsLive = canReadLive(standingIn(session, person), where)
  return (
    <header className="page-head">
      <div className="page-words">
        <p className="page-kicker">{t('room.title')}</p>
        <h1>{session.topic}</h1>
        <p className="room-soft">
          {[dateTime(session.meetingAt), session.place].filter(Boolean).join(' · ')} ·{' '}
          {attendance.length > 0
            ? t('room.present', { present, all: attendance.length })
            : t('room.noAttendance')}
        </p>
        {readsLive && attendance.length > 0 && <QuorumLine attendance={attendance} />}
      </div>
      <nav className="page-links">
        {latest && can('project', standingIn(session, person), where) === true && (
          <LinkButton href={`/sessions/${id}/lead`}>{t('screen.desk')}</LinkButton>
        )}
        {latest && <LinkButton href={`/sessions/${id}/project`}>{t('room.toScreen')}</LinkButton>}
        {latest && (
          <Link href={`/versions/${latest.id}`}>
            {t('room.toVersion', { number: latest.number })}
          </Link>
        )}
        {readsLive && latest && <Link href={`/sessions/${id}/minutes`}>{t('room.toMinutes')}</Link>}
        {readsLive && <Link href={`/sessions/${id}/before`}>{t('before.toBefore')}</Link>}
        {readsLive && <Link href={`/sessions/${id}`}>{t('room.toPapers')}</Link>}
      </nav>
    </header>
  )
}
