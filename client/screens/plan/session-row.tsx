// One session of the year: what, who, how far, whose turn, until when.
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { SessionView } from '../../../shared/events'
import { can } from '../../../shared/rights'
import { standingIn } from '../../pieces/live/standing'
import { useMe } from '../../pieces/me'
import { usePeople } from '../../pieces/people-names'
import { Avatar } from '../../pieces/ui/avatar'
import { Badge } from '../../pieces/ui/badge'
import { Button } from '../../pieces/ui/button'
import { Icon } from '../../pieces/ui/icon'
import { useWords } from '../../pieces/words/words'
import { AbsenceNote } from './absence-note'
import { dueSaying } from './due'
import { lowered, raised } from './first-letter'
import { type RowState, rowState } from './row-state'
import { StageProgress } from './stage-progress'
import './session-row.css'

interface SessionRowProps {
  session: SessionView
  now: number
  onEdit: () => void
  onAssign: () => void
}

function Writers({ session }: { session: SessionView }) {
  const { t } = useWords()
  const { nameOf, idOf } = usePeople()
  const { presenter, coAuthors } = session.seats
  const along = () => {
    if (coAuthors === 'everyone') return t('plan.withEveryone')
    const [first, ...rest] = coAuthors
    if (!first) return null
    return rest.length > 1
      ? t('plan.withMore', { name: nameOf(first), count: rest.length })
      : t('plan.with', { names: coAuthors.map(nameOf).join(', ') })
  }
  if (!presenter) return <p className="plan-row-nobody">{t('common.nobody')}</p>
  const others = along()
  return (
    <p className="plan-row-writers">
      <Avatar name={nameOf(presenter)} id={idOf(presenter)} size={24} decorative />
      <span>
        {nameOf(presenter)}
        {others && <span className="plan-row-along"> · {others}</span>}
      </span>
    </p>
  )
}

interface StandingProps {
  session: SessionView
  state: RowState
  now: number
  /** What may be done about it right here. */
  children: ReactNode
}

function Standing({ session, state, now, children }: StandingProps) {
  const { t, date, dateTime } = useWords()
  const { deadline, turn } = state
  const { threadCount, openThreadCount: open, meetingAt } = session
  const words = t(turn.key, turn.values)
  const due = deadline && dueSaying(deadline, now)
  const facts = [
    threadCount > 0 &&
      (open > 0
        ? t('plan.openCount', { count: threadCount, open })
        : t('plan.commentCount', { count: threadCount })),
    deadline?.key !== 'meeting' &&
      t(state.isHeld ? 'plan.metOn' : 'plan.meetingOn', { at: date(meetingAt) }),
  ].filter(Boolean)
  return (
    <div className="plan-row-standing">
      <p className={state.isMine ? 'plan-row-turn is-mine' : 'plan-row-turn'}>
        {state.isMine ? `${t('plan.mine')}: ${lowered(words)}` : words}
      </p>
      {deadline && due && (
        <p className={state.isPressing ? 'plan-row-due is-pressing' : 'plan-row-due'}>
          {t(`deadline.${deadline.key}`, {
            at: deadline.isDay ? date(deadline.at) : dateTime(deadline.at),
          })}
          {' · '}
          <b>{t(due.key, due.values)}</b>
        </p>
      )}
      {facts.length > 0 && <p className="plan-row-facts">{raised(facts.join(' · '))}</p>}
      {children}
    </div>
  )
}

export function SessionRow({ session, now, onEdit, onAssign }: SessionRowProps) {
  const { t } = useWords()
  const { person, cell } = useMe()
  const state = rowState(session, person, cell.ruleSet, now)
  const standing = standingIn(session, person)
  const where = { stage: session.stage, windows: session.windows, now }
  const mayPlan = can('planSessions', standing, where) === true
  const mayAssign = can('assign', standing, where) === true && session.seats.presenter !== null
  const stage = t(`stage.${session.stage}`)
  return (
    <li className={state.isMine ? 'plan-row is-mine' : 'plan-row'}>
      <div className="plan-row-what">
        <h3 className="plan-row-topic">
          <Link href={`/sessions/${session.id}`} className="plan-row-link">
            {session.number}. {session.topic}
          </Link>
        </h3>
        <Writers session={session} />
      </div>
      <div className="plan-row-stage">
        <Badge tone={state.tone}>
          {state.isCollecting ? t('plan.collecting', { stage }) : stage}
        </Badge>
        <StageProgress stage={session.stage} isMine={state.isMine} />
      </div>
      <Standing session={session} state={state} now={now}>
        {mayAssign && (
          <Button className="plan-row-act" onClick={onAssign}>
            {t('plan.assign')}
          </Button>
        )}
        <AbsenceNote session={session} now={now} />
        {mayPlan && session.stage === 'planned' && !session.seats.presenter && (
          <Button className="plan-row-act" onClick={onEdit}>
            {t('plan.choosePresenter')}
          </Button>
        )}
      </Standing>
      {mayPlan && (
        <Button
          variant="quiet"
          className="plan-row-edit"
          aria-label={t('plan.edit', { number: session.number })}
          title={t('plan.edit', { number: session.number })}
          onClick={onEdit}
        >
          <Icon name="edit" size={18} />
        </Button>
      )}
    </li>
  )
}
