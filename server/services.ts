// What acts are handed: the store, the rooms, the clock, and the ways to tell.
import { randomBytes } from 'node:crypto'
import type { SessionView } from '../shared/events'
import type { Opinion } from '../shared/records/opinion'
import type { Attendance, Session } from '../shared/records/session'
import type { TaskReport } from '../shared/records/task'
import type { Thread } from '../shared/records/thread'
import type { Throttle } from './auth/throttle'
import type { Config } from './config'
import type { Hub } from './rooms/hub'
import type { Blobs, Moments, Reader, Records, UpdateLog } from './stores/contract'

export interface Services {
  readonly config: Config
  readonly records: Records
  readonly log: UpdateLog
  readonly blobs: Blobs
  readonly moments: Moments
  readonly hub: Hub
  readonly throttle: Throttle
  /** Milliseconds since the epoch. */
  readonly clock: () => number
  readonly newId: () => string
}

/** 96 random bits, in letters that need no escaping anywhere. */
export const randomId = (): string => randomBytes(12).toString('base64url')

export const isoNow = ({ clock }: Pick<Services, 'clock'>): string =>
  new Date(clock()).toISOString()

/** Who was there; why somebody was not is for those who lead the meeting, and for the minutes. */
export const withoutReasons = (attendance: Attendance): Attendance =>
  attendance.map(({ username, kind }) => ({ username, kind }))

function viewWith(
  session: Session,
  threads: readonly Thread[],
  opinions: readonly Opinion[],
  reports: readonly TaskReport[],
): SessionView {
  const { cellId: _, absences: __, ...rest } = session
  const shown = { ...rest, attendance: withoutReasons(rest.attendance) }
  const standing = threads.filter(({ state }) => state !== 'withdrawn')
  const openOpinionCount = opinions.filter(({ answers }) => answers.length === 0).length
  const taskStates = Object.fromEntries(reports.map(({ item, state }) => [item, state]))
  const open = standing.filter(({ state }) => state === 'open')
  return {
    ...shown,
    threadCount: standing.length,
    openThreadCount: open.length,
    openOpinionCount,
    taskStates,
  }
}

/** A session as its readers see it. */
export async function viewOf(records: Reader, session: Session): Promise<SessionView> {
  const { id: sessionId } = session
  return viewWith(
    session,
    await records.find('threads', { sessionId }),
    await records.find('opinions', { sessionId }),
    await records.find('taskReports', { sessionId }),
  )
}

/** Gone through once, whatever the number of sessions asked for. */
function bySession<Row extends { readonly sessionId: string }>(rows: readonly Row[]) {
  const found = new Map<string, Row[]>()
  for (const row of rows) {
    const own = found.get(row.sessionId)
    if (own) own.push(row)
    else found.set(row.sessionId, [row])
  }
  return ({ id }: Session): readonly Row[] => found.get(id) ?? []
}

/** Many sessions at once. */
export async function viewsOf(
  records: Reader,
  sessions: readonly Session[],
): Promise<SessionView[]> {
  const threads = bySession(await records.find('threads'))
  const opinions = bySession(await records.find('opinions'))
  const reports = bySession(await records.find('taskReports'))
  return sessions.map((session) =>
    viewWith(session, threads(session), opinions(session), reports(session)),
  )
}

/** After a session's record changed: sockets lose or gain their rights, readers hear of it. */
export async function announce(services: Services, session: Session): Promise<SessionView> {
  await services.hub.recheckSession(session)
  const view = await viewOf(services.records, session)
  services.hub.live.tell(session.id, { type: 'session', session: view })
  return view
}
