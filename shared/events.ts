// What the server announces of a session's records on /live, one JSON text frame each.
import type { Projection, Session } from './records/session'
import type { ThreadView } from './records/thread'
import type { Version } from './records/version'

export type LiveEvent =
  | { type: 'session'; session: SessionView }
  | { type: 'thread'; thread: ThreadView }
  | { type: 'version'; version: Version }
  | { type: 'projection'; projection: Projection | null }
  | { type: 'attendance'; attendance: Session['attendance'] }

/** A session as its readers see it. */
export type SessionView = Omit<Session, 'cellId'> & {
  /** Threads of outline, draft and versions, withdrawn ones excepted. */
  threadCount: number
  openThreadCount: number
}
