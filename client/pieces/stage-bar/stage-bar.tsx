// Where a session stands, until when, whose turn it is, and what this person may do about it.
import { type ReactNode, useState } from 'react'
import type { SessionView } from '../../../shared/events'
import type { Standing } from '../../../shared/roles'
import { stages } from '../../../shared/stages'
import { isTurnOf, keyFor, nextDeadline, turnOf } from '../../../shared/turn'
import { laterPart } from '../later-part'
import { standingIn } from '../live/standing'
import { useMe } from '../me'
import { useNow } from '../now'
import { Button } from '../ui/button'
import { Icon } from '../ui/icon'
import { LinkButton } from '../ui/link-button'
import { Menu } from '../ui/menu'
import { useWords } from '../words/words'
import { deadlineWords } from './deadline-words'
import { HistoryPopover } from './history-popover'
import { type Action, type Offered, offered } from './offered'
import { StageSteps } from './stage-steps'
import './stage-bar.css'

const AttendanceDialog = laterPart(() =>
  import('./attendance-dialog').then((m) => m.AttendanceDialog),
)
const ConclusionDialog = laterPart(() =>
  import('./conclusion-dialog').then((m) => m.ConclusionDialog),
)
const MoveDialog = laterPart(() => import('./move-dialog').then((m) => m.MoveDialog))

interface StageBarProps {
  session: SessionView
  onChanged: (session: SessionView) => void
  /** It stands in the meeting room itself. */
  isInRoom?: boolean
  /** It stands at the revising desk itself. */
  isAtDesk?: boolean
  /** What the draft may still lack, where it is open; shown before it is frozen. */
  check?: ((close: () => void) => ReactNode) | null
}

export function StageBar({
  session,
  onChanged,
  isInRoom = false,
  isAtDesk = false,
  check = null,
}: StageBarProps) {
  const { t } = useWords()
  const { person, cell } = useMe()
  const now = useNow(15_000)
  const [doing, setDoing] = useState<Action | null>(null)
  const { passRequired } = cell.ruleSet
  const standing = standingIn(session, person)
  const all = offered(session, standing, now, passRequired)
  const { primary, isDue, others } = isAtDesk ? atDesk(all) : all
  const nameOf = (action: Action) =>
    action === 'attendance' || action === 'conclusion'
      ? t(`stageBar.${action}`)
      : t(`act.${action}`)
  const close = () => setDoing(null)
  const number = stages.indexOf(session.stage) + 1

  return (
    <section className="stage-bar" aria-label={t('stageBar.label')}>
      <StageSteps stage={session.stage} />
      <details className="stage-fold">
        <summary>
          <span className="stage-fold-now">{t(`stage.${session.stage}`)}</span>
          <span className="stage-soft" aria-hidden="true">
            {number}/{stages.length}
          </span>
          <span className="visually-hidden">{t('stageBar.position', { number })}</span>
          <Icon name="chevron-down" />
        </summary>
        <StageSteps stage={session.stage} />
      </details>
      <TurnLines session={session} now={now} />
      <div className="stage-bar-moves">
        <HistoryPopover history={session.history} />
        {others.length > 0 && (
          <Menu
            trigger={
              <Button aria-label={t('stageBar.moreMoves')} title={t('stageBar.moreMoves')}>
                <Icon name="more" />
              </Button>
            }
            label={t('stageBar.moreMoves')}
            items={others.map((action) => ({
              label: nameOf(action),
              onSelect: () => setDoing(action),
            }))}
          />
        )}
        {session.stage === 'inSession' && !isInRoom && (
          <LinkButton href={`/sessions/${session.id}/room`}>{t('room.enter')}</LinkButton>
        )}
        {session.stage === 'revising' && !isAtDesk && isWriter(standing) && (
          <LinkButton href={`/sessions/${session.id}/revise`}>{t('after.revise')}</LinkButton>
        )}
        {primary && (
          <Button variant={isDue ? 'primary' : 'plain'} onClick={() => setDoing(primary)}>
            {nameOf(primary)}…
          </Button>
        )}
      </div>
      {doing !== null && (
        <>
          {doing === 'attendance' && (
            <AttendanceDialog session={session} onClose={close} onChanged={onChanged} />
          )}
          {doing === 'conclusion' && (
            <ConclusionDialog session={session} onClose={close} onChanged={onChanged} />
          )}
          {doing !== 'attendance' && doing !== 'conclusion' && (
            <MoveDialog
              key={doing}
              act={doing}
              session={session}
              passRequired={passRequired}
              check={doing === 'freeze' || doing === 'submit' ? check?.(close) : null}
              onClose={close}
              onChanged={onChanged}
            />
          )}
        </>
      )}
    </section>
  )
}

/** What the desk is for is done there: it leads to submitting. */
const atDesk = ({ primary, isDue, others }: Offered): Offered =>
  others.includes('submit')
    ? { primary: 'submit', isDue: false, others: others.filter((one) => one !== 'submit') }
    : { primary, isDue, others }

const isWriter = ({ seats }: Standing) => seats.includes('presenter') || seats.includes('coAuthor')

/** Whose turn it is, and until when. */
function TurnLines({ session, now }: { session: SessionView; now: number }) {
  const { t } = useWords()
  const { person, cell } = useMe()
  const turn = turnOf(session, now, cell.ruleSet.passRequired)
  const standing = standingIn(session, person)
  const isMine = isTurnOf(turn, standing)
  const deadline = nextDeadline(session, now, cell.ruleSet)
  const words = deadline && deadlineWords(deadline, now, t)
  const { threadCount, openThreadCount } = session
  const counts =
    threadCount === 0
      ? t('stageBar.noComments')
      : t('stageBar.counts', { count: threadCount, answered: threadCount - openThreadCount })
  return (
    <div className="stage-turn" aria-live="polite">
      <p className={isMine ? 'stage-turn-mine' : 'stage-turn-other'}>
        {isMine ? (
          <>
            <span className="stage-turn-dot" aria-hidden="true" />
            {t('stageBar.yourTurn')}: {t(`yourTurn.${keyFor(turn, session, standing)}`)}
          </>
        ) : (
          t(`turn.${turn.key}`)
        )}
      </p>
      <p className="stage-soft">
        {words ? (
          <>
            <span className={deadline?.isPast ? 'stage-late' : 'stage-until'}>{words.until}</span>
            {' · '}
            {words.left}
          </>
        ) : (
          counts
        )}
      </p>
    </div>
  )
}
