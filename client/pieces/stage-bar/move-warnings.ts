// What stands in the way of a move, or should be known before it is made.
import type { SessionView } from '../../../shared/events'
import { signingSeats } from '../../../shared/facts/after-meeting'
import type { Text } from '../../../shared/i18n/table'
import type { MoveAct } from '../../../shared/stages'
import { isLoose, isUnabsorbed } from './offered'

export const asksForAnswers = (act: MoveAct) =>
  act === 'freeze' || act === 'submit' || act === 'pass'

type Known = Pick<
  SessionView,
  | 'seats'
  | 'passed'
  | 'attendance'
  | 'conclusion'
  | 'minutesSigned'
  | 'openThreadCount'
  | 'openOpinionCount'
>

interface Sayer {
  readonly t: Text
  readonly dateTime: (at: string) => string
  readonly nameOf: (username: string) => string
}

/** Archived minutes are neither agreed nor signed any more. */
function unsigned({ minutesSigned }: Known, t: Text): string[] {
  if (!minutesSigned) return [t('after.archiveUnagreed')]
  const lacking = signingSeats.filter((seat) => !minutesSigned.by.some((one) => one.seat === seat))
  if (lacking.length === 0) return []
  return [
    t('after.archiveUnsigned', { seats: lacking.map((seat) => t(`after.${seat}`)).join(', ') }),
  ]
}

export function moveWarnings(
  act: MoveAct,
  session: Known,
  passRequired: boolean,
  { t, dateTime, nameOf }: Sayer,
): string[] {
  const { openThreadCount, passed } = session
  return [
    ...(asksForAnswers(act) && openThreadCount > 0
      ? [t('stageBar.openComments', { count: openThreadCount })]
      : []),
    ...(act === 'freeze' && !passed && passRequired ? [t('stageBar.notPassedWarning')] : []),
    ...(act === 'freeze' && passed
      ? [t('stageBar.passedBy', { at: dateTime(passed.at), name: nameOf(passed.by) })]
      : []),
    ...(act === 'assign' && !session.seats.presenter ? [t('stageBar.needPresenter')] : []),
    ...(act === 'open' && session.attendance.length === 0 ? [t('stageBar.needAttendance')] : []),
    ...(act === 'close' && session.conclusion.length === 0 ? [t('stageBar.needConclusion')] : []),
    ...(act === 'submit' && session.openOpinionCount > 0
      ? [t('after.needOpinions', { count: session.openOpinionCount })]
      : []),
    ...(act === 'submit' && isUnabsorbed(session) ? [t('stageBar.needAnswers')] : []),
    ...(act === 'archive' && isLoose(session) ? [t('stageBar.needTasks')] : []),
    ...(act === 'archive' ? unsigned(session, t) : []),
  ]
}
