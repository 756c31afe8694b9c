// What a store must do, whichever it is: records, update log, blobs and the bus between nodes.
import type { Cell } from '../../shared/records/cell'
import type { GuestLink } from '../../shared/records/guest-link'
import type { Look } from '../../shared/records/look'
import type { Note } from '../../shared/records/note'
import type { Opening } from '../../shared/records/opening'
import type { Opinion } from '../../shared/records/opinion'
import type { Invitation, Login, Person } from '../../shared/records/person'
import type { Picture } from '../../shared/records/picture'
import type { Point } from '../../shared/records/point'
import type { Document, Session } from '../../shared/records/session'
import type { TaskReport } from '../../shared/records/task'
import type { Template } from '../../shared/records/template'
import type { Thread } from '../../shared/records/thread'
import type { Version } from '../../shared/records/version'
import type { Vote } from '../../shared/records/vote'

/** Every table of records; each row has an `id`. */
export interface Tables {
  cells: Cell
  people: Person
  logins: Login
  invitations: Invitation
  sessions: Session
  documents: Document
  threads: Thread
  versions: Version
  notes: Note
  looks: Look
  votes: Vote
  pictures: Picture
  points: Point
  templates: Template
  openings: Opening
  opinions: Opinion
  guestLinks: GuestLink
  taskReports: TaskReport
}
export type TableName = keyof Tables
export const tableNames = [
  'cells',
  'people',
  'logins',
  'invitations',
  'sessions',
  'documents',
  'threads',
  'versions',
  'notes',
  'looks',
  'votes',
  'pictures',
  'points',
  'templates',
  'openings',
  'opinions',
  'guestLinks',
  'taskReports',
] as const satisfies readonly TableName[]

/** Rows handed out are copies or frozen: changing one changes nothing in the store. */
export interface Reader {
  get<T extends TableName>(table: T, id: string): Promise<Tables[T] | null>
  /** Rows whose named fields equal those given, in the order they were first put. */
  find<T extends TableName>(table: T, where?: Partial<Tables[T]>): Promise<Tables[T][]>
}

export interface Transaction extends Reader {
  put<T extends TableName>(table: T, row: Tables[T]): void
  remove(table: TableName, id: string): void
}

export interface Records extends Reader {
  /**
   * Runs `work` alone: it sees every earlier transaction and its own writes. Resolves when all it
   * wrote is durable; when it throws, nothing of it is kept. `work` awaits nothing but its handle.
   */
  transact<R>(work: (handle: Transaction) => Promise<R> | R): Promise<R>
}

/** A document's whole state as one Yjs update. */
export interface Snapshot {
  readonly update: Uint8Array
  /** Its state vector; `null` where none was kept. */
  readonly vector: Uint8Array | null
}

/** What a document's log holds; apply `snapshot`, then `updates` in order. */
export interface Logged {
  /** Raised by every fence; an append must name the current one. */
  readonly epoch: number
  readonly snapshot: Snapshot | null
  readonly updates: readonly Uint8Array[]
  /** Sequence number of the last update; 0 when there is none yet. */
  readonly last: number
  /** Which person each Yjs client ID of this document belongs to, for ever. */
  readonly clients: ReadonlyMap<number, string>
}

/** The epoch named is not the current one: the document was frozen or taken over meanwhile. */
export class StaleEpoch extends Error {
  constructor(documentId: string) {
    super(`stale epoch for ${documentId}`)
    this.name = 'StaleEpoch'
  }
}

/** One update of the log, with the client IDs it makes known. */
export interface Entry {
  readonly update: Uint8Array
  readonly newClients?: readonly (readonly [clientId: number, personId: string])[]
}

export interface UpdateLog {
  /** An unknown document is an empty one at epoch 0. */
  read(documentId: string): Promise<Logged>
  /**
   * Resolves with the last sequence number after the flush to disk. One append need not wait for
   * the one before: they land in their order. Throws StaleEpoch, and then keeps nothing.
   */
  append(documentId: string, epoch: number, entries: readonly Entry[]): Promise<number>
  /** Raises the epoch, durably, and returns it: no append at an earlier one lands after this. */
  fence(documentId: string): Promise<number>
  /**
   * Replaces the updates up to and with `last` by `snapshot`: the snapshot is written before
   * they are removed. Throws StaleEpoch.
   */
  compact(documentId: string, epoch: number, snapshot: Snapshot, last: number): Promise<void>
}

/** Immutable bytes named by their SHA-256. */
export interface Blobs {
  /** Durable when it resolves; returns the SHA-256 in hex. Putting the same bytes twice is one blob. */
  put(bytes: Uint8Array): Promise<string>
  /** `null` when missing. Throws when the bytes on disk no longer have the digest they are named by. */
  get(sha256: string): Promise<Uint8Array | null>
}

/** How texts stood at earlier moments. Not the text: losing them loses history and nothing else. */
export interface Moments {
  /** Durable when it resolves. `at`: milliseconds since the epoch; the same moment twice is the later one. */
  put(documentId: string, at: number, bytes: Uint8Array): Promise<void>
  get(documentId: string, at: number): Promise<Uint8Array | null>
  /** In the order of time. */
  list(documentId: string): Promise<readonly { readonly at: number; readonly bytes: number }[]>
  remove(documentId: string, ats: readonly number[]): Promise<void>
}

/** Hints between nodes; a lost one is repaired from the store. */
export interface Bus {
  tell(topic: string, message: string): void
  /** Returns the way to stop listening. */
  listen(topic: string, heard: (message: string) => void): () => void
}

export interface Store {
  readonly records: Records
  readonly log: UpdateLog
  readonly blobs: Blobs
  readonly moments: Moments
  readonly bus: Bus
  /** The process that used it last ended without closing it. */
  readonly wasInterrupted: boolean
  /** Resolves after everything told is flushed and every lock is let go. */
  close(): Promise<void>
  /** Called once if the disk fails: what is not yet acknowledged never will be, and the process must stop. */
  onFailure(failed: (error: Error) => void): void
}
