// What the server announces of a session's records on /live, one JSON text frame each.

import type { TaskState } from './facts/task'
import type { Note } from './records/note'
import type { Pointer, Screen } from './records/screen'
import type { Projection, Session } from './records/session'
import type { ThreadView } from './records/thread'
import type { Version } from './records/version'
import type { VoteView } from './records/vote'

export type LiveEvent =
  | { type: 'session'; session: SessionView }
  | { type: 'thread'; thread: ThreadView }
  | { type: 'version'; version: Version }
  | { type: 'projection'; projection: Projection | null }
  | { type: 'screen'; screen: Screen }
  /** Where the leader points now; kept nowhere. */
  | { type: 'pointer'; pointer: Pointer | null }
  /**
   * Nothing happened: said so that a listener knows the line is whole. The first one says for how
   * many milliseconds nothing had been announced, or the server had not been there, when one joined.
   */
  | { type: 'beat'; quietMs?: number }
  /** Words that their author has released; a private note is never announced. */
  | { type: 'note'; note: Note }
  | { type: 'vote'; vote: VoteView }
  /** The check of the room: so many phones have reached the server; a mark has come round. */
  | { type: 'reached'; phones: number }
  | { type: 'echo'; mark: string; at: string }
  | { type: 'attendance'; attendance: Session['attendance'] }

/** A session as its readers see it: without why anybody is away. */
export type SessionView = Omit<Session, 'cellId' | 'absences'> & {
  /** Threads of outline, draft and versions, withdrawn ones excepted. */
  threadCount: number
  openThreadCount: number
  /** What was said in the meeting, stands in the minutes and has no answer yet. */
  openOpinionCount: number
  /** How the tasks of the conclusion stand, by item; those nobody has reported on are left out. */
  taskStates: Readonly<Record<string, TaskState>>
}
