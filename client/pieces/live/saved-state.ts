// Pure: which of my changes the server has on disk, and what may be said about it.
import type { RefusalCode } from '../../../shared/refusals'

/** A writing frame that is not yet acknowledged. */
interface Frame {
  readonly n: number
  /** How many local changes are safe once this frame is. */
  readonly covers: number
  /** Sent at or after the step 2 of its connection. */
  readonly isWhole: boolean
}

export interface Ledger {
  /** Local changes so far, and how many of them, from the first on, are on the server's disk. */
  readonly changes: number
  readonly safe: number
  /** How many of them, from the first on, this browser's database has taken. */
  readonly kept: number
  readonly connection: null | {
    readonly sent: number
    readonly waiting: readonly Frame[]
    /** The whole state went out on this connection, and the server said it has it. */
    readonly isWhole: boolean
    readonly isAnswered: boolean
  }
}

export type LedgerEvent =
  /** A change of one's own; or work found in this browser that may not have been sent. */
  | { type: 'changed' }
  | { type: 'opened' }
  | { type: 'sent'; isStep2: boolean }
  | { type: 'saved'; n: number }
  | { type: 'kept'; changes: number }
  | { type: 'closed' }

export const emptyLedger: Ledger = { changes: 0, safe: 0, kept: 0, connection: null }

export function keep(ledger: Ledger, event: LedgerEvent): Ledger {
  const { changes, safe, connection } = ledger
  switch (event.type) {
    case 'changed':
      return { ...ledger, changes: changes + 1 }
    case 'opened':
      return {
        ...ledger,
        connection: { sent: 0, waiting: [], isWhole: false, isAnswered: false },
      }
    case 'kept':
      return { ...ledger, kept: Math.max(ledger.kept, event.changes) }
    case 'closed':
      return { ...ledger, connection: null }
    case 'sent': {
      if (!connection) return ledger
      // Until step 2 went out, the server may lack changes made before this connection: a frame
      // of a later change says nothing about those.
      const isWhole = connection.isWhole || event.isStep2
      const n = connection.sent + 1
      const frame = { n, covers: isWhole ? changes : 0, isWhole }
      return {
        ...ledger,
        connection: { ...connection, sent: n, isWhole, waiting: [...connection.waiting, frame] },
      }
    }
    case 'saved': {
      if (!connection) return ledger
      const done = connection.waiting.filter(({ n }) => n <= event.n)
      return {
        ...ledger,
        safe: done.reduce((most, { covers }) => Math.max(most, covers), safe),
        connection: {
          ...connection,
          waiting: connection.waiting.filter(({ n }) => n > event.n),
          isAnswered: connection.isAnswered || done.some((frame) => frame.isWhole),
        },
      }
    }
  }
}

export const pendingOf = ({ changes, safe }: Ledger): number => changes - safe

/** Closing the page now loses nothing. */
export const isKept = ({ changes, safe, kept }: Ledger): boolean => Math.max(safe, kept) >= changes

export type SavedState =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'saved' }
  | { readonly kind: 'saving'; readonly pending: number }
  | { readonly kind: 'offline'; readonly pending: number; readonly isKept: boolean }
  | { readonly kind: 'reading' }
  | { readonly kind: 'refused'; readonly code: RefusalCode }

/** What else the words depend on. */
export interface Circumstances {
  readonly mayWrite: boolean
  /** The server's state has arrived on this connection. */
  readonly isSynced: boolean
  /** A connection was lost, or could not be made. */
  readonly hasFailed: boolean
}

/** "Saved" only after the server's word on this very connection. */
export function savedState(
  ledger: Ledger,
  { mayWrite, isSynced, hasFailed }: Circumstances,
): SavedState {
  const pending = pendingOf(ledger)
  if (!ledger.connection) {
    return hasFailed ? { kind: 'offline', pending, isKept: isKept(ledger) } : { kind: 'connecting' }
  }
  if (!mayWrite && pending === 0) return { kind: isSynced ? 'reading' : 'connecting' }
  if (pending > 0) return { kind: 'saving', pending }
  return { kind: ledger.connection.isAnswered ? 'saved' : 'connecting' }
}
