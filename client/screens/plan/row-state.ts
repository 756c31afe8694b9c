// What one line of the plan says: the stage, whose turn it is, until when.
import type { SessionView } from '../../../shared/events'
import type { RuleSet } from '../../../shared/records/cell'
import type { PublicPerson } from '../../../shared/records/person'
import { isOpen } from '../../../shared/rights'
import { type Stage, stages } from '../../../shared/stages'
import { type Deadline, nextDeadline, turnOf } from '../../../shared/turn'
import { isPressing, type Saying } from './due'
import { tasksIn } from './my-tasks'

export interface RowState {
  /** From 1. */
  readonly step: number
  /** It waits for the person in front of the screen. */
  readonly isMine: boolean
  readonly tone: 'gold' | 'green' | 'blue' | 'plain'
  /** Comments on the live paper are being taken. */
  readonly isCollecting: boolean
  readonly turn: Saying
  readonly deadline: Deadline | null
  /** Mine, and late or nearly so. */
  readonly isPressing: boolean
  /** The meeting has taken place. */
  readonly isHeld: boolean
}

const tones: Record<Stage, RowState['tone']> = {
  planned: 'plain',
  outline: 'blue',
  draft: 'blue',
  frozen: 'gold',
  inSession: 'gold',
  revising: 'blue',
  submitted: 'gold',
  approved: 'green',
  archived: 'green',
}

export function rowState(
  session: SessionView,
  person: PublicPerson,
  rules: RuleSet,
  now: number,
): RowState {
  const { stage, windows } = session
  const mine = tasksIn(session, person, rules, now).find(({ isAwaited }) => isAwaited)
  const deadline = nextDeadline(session, now, rules)
  const step = stages.indexOf(stage) + 1
  return {
    step,
    isMine: mine !== undefined,
    tone: tones[stage],
    isCollecting: (stage === 'outline' || stage === 'draft') && isOpen(windows[stage], now),
    turn: mine?.words ?? { key: `turn.${turnOf(session, now, rules.passRequired).key}` },
    deadline,
    isPressing: mine?.due != null && isPressing(mine.due, now),
    isHeld: step > stages.indexOf('inSession') + 1,
  }
}
