// What a person may do with a session at this moment: the one thing that is due, and the rest.
import type { SessionView } from '../../../shared/events'
import { looseTasks, unabsorbed } from '../../../shared/facts/conclusion'
import { can } from '../../../shared/rights'
import type { Standing } from '../../../shared/roles'
import { type MoveAct, moveActs, moves } from '../../../shared/stages'
import { type TurnKey, turnOf } from '../../../shared/turn'

export type Action = MoveAct | 'attendance' | 'conclusion'

export interface Offered {
  readonly primary: Action | null
  /** The session waits for exactly this. */
  readonly isDue: boolean
  readonly others: readonly Action[]
}

type OfferedSession = Parameters<typeof turnOf>[0] & Pick<SessionView, 'versions' | 'minutesSigned'>

export const isUnabsorbed = ({ conclusion }: Pick<SessionView, 'conclusion'>): boolean =>
  unabsorbed(conclusion).length > 0

export const isLoose = ({ conclusion }: Pick<SessionView, 'conclusion'>): boolean =>
  looseTasks(conclusion).length > 0

/** What satisfies each turn. */
const dueActions: Partial<Record<TurnKey, Action>> = {
  assign: 'assign',
  writeOutline: 'startDraft',
  pass: 'pass',
  freeze: 'freeze',
  open: 'open',
  conclude: 'conclusion',
  close: 'close',
  answerAll: 'conclusion',
  submit: 'submit',
  approve: 'approve',
  assignTasks: 'conclusion',
  archive: 'archive',
}

/** The first of these that may be done is offered in full sight. */
const inOrder: readonly Action[] = [
  'assign',
  'startDraft',
  'pass',
  'freeze',
  'open',
  'close',
  'submit',
  'approve',
  'archive',
  'attendance',
  'conclusion',
]

export function offered(
  session: OfferedSession,
  who: Standing,
  now: number,
  passRequired: boolean,
): Offered {
  const { stage, windows, minutesSigned } = session
  const where = { stage, windows, now, minutesAgreed: minutesSigned !== null }
  const may = (act: Parameters<typeof can>[0]) => can(act, who, where) === true
  const actions: Action[] = moveActs.filter(
    (act) => moves[act].from === session.stage && may(act) && !(act === 'pass' && session.passed),
  )
  if (may('keepAttendance')) actions.push('attendance')
  const hasItems = session.conclusion.length > 0
  const mayFill = (session.stage === 'revising' && may('answer')) || may('assignTasks')
  if (may('conclude') || (hasItems && mayFill)) actions.push('conclusion')
  const { key } = turnOf(session, now, passRequired)
  // The meeting is opened on an attendance list: who keeps it is asked for it first.
  const due = key === 'open' && session.attendance.length === 0 ? 'attendance' : dueActions[key]
  const isDue =
    due !== undefined && actions.includes(due) && !(key === 'answerAll' && !isUnabsorbed(session))
  const primary = isDue ? due : (inOrder.find((action) => actions.includes(action)) ?? null)
  return { primary, isDue, others: actions.filter((action) => action !== primary) }
}
