// Comment marks in a live paper: only the server writes them, after checking the quote.
import * as Y from 'yjs'
import {
  contextOf,
  type FlatRange,
  type FlatText,
  findQuote,
  flatOffset,
  flatten,
  markedThreads,
  rangeHolds,
  slices,
} from '../../shared/document/anchor'
import { commentKey } from '../../shared/document/comment-mark'
import type { Thread } from '../../shared/records/thread'
import type { Room } from './room'

/** A quote found in its place: its words as they stand there and what is around them. */
export interface Placed {
  readonly range: FlatRange
  readonly quote: string
  readonly before: string
  readonly after: string
}

/** Where two relative positions stand, when the words between are the quoted ones; else `null`. */
export function place(
  room: Room,
  { from, to, quote }: { from: unknown; to: unknown; quote: string },
): Placed | null {
  const flat = flatten(room.fragment)
  const start = flatOffset(room.doc, flat, from)
  const end = flatOffset(room.doc, flat, to)
  if (start === null || end === null) return null
  const range: FlatRange = [start, end]
  if (!rangeHolds(flat, range, quote)) return null
  return { range, quote: flat.text.slice(start, end), ...contextOf(flat, range) }
}

function write(flat: FlatText, range: FlatRange, thread: string): void {
  const key = commentKey(thread)
  for (const { text, index, length } of slices(flat, range)) {
    text.format(index, length, { [key]: { thread } })
  }
}

/**
 * Marks a thread's words, by its positions or else by its quote. Resolves when the mark is on
 * disk; does nothing when the words are gone.
 */
export function mark(room: Room, thread: Thread): Promise<void> {
  return room.edit(() => {
    const placed = thread.from && thread.to ? place(room, { ...thread }) : null
    const flat = flatten(room.fragment)
    const range = placed?.range ?? findQuote(flat, thread)
    if (range) write(flat, range, thread.id)
  })
}

/** Takes a thread's mark off, wherever it stands. */
export const unmark = (room: Room, threadId: string): Promise<void> =>
  room.edit(() => erase(room.fragment, (thread) => thread === threadId))

function erase(fragment: Y.XmlFragment, isStray: (thread: string) => boolean): void {
  const flat = flatten(fragment)
  for (const [thread] of markedThreads(flat)) {
    if (!isStray(thread)) continue
    const key = commentKey(thread)
    for (const { text, length } of flat.spans) {
      const holds = text.toDelta().some((piece: { attributes?: object }) => {
        return piece.attributes !== undefined && key in piece.attributes
      })
      if (holds) text.format(0, length, { [key]: null })
    }
  }
}

/**
 * Brings marks and records into agreement: a thread without a mark is marked again where its
 * quote and context are found, a mark without a thread is removed. Resolves when on disk.
 */
export async function reconcile(room: Room, threads: readonly Thread[]): Promise<void> {
  const standing = threads.filter(({ state, quote }) => state !== 'withdrawn' && quote !== '')
  const known = new Set(standing.map(({ id }) => id))
  const flat = flatten(room.fragment)
  const marked = markedThreads(flat)
  const lost = standing.flatMap((thread) => {
    const range = marked.has(thread.id) ? null : findQuote(flat, thread)
    return range ? [{ thread: thread.id, range }] : []
  })
  const hasStrays = [...marked.keys()].some((thread) => !known.has(thread))
  if (lost.length === 0 && !hasStrays) return
  await room.edit(() => {
    for (const { thread, range } of lost) write(flat, range, thread)
    if (hasStrays) erase(room.fragment, (thread) => !known.has(thread))
  })
}

/** The threads whose words are still in the paper. */
export const standingThreads = (room: Room): ReadonlySet<string> =>
  new Set(markedThreads(flatten(room.fragment)).keys())

/** The two relative positions of a flat range, as clients send them. */
export function relativePositions(flat: FlatText, range: FlatRange) {
  const covered = slices(flat, range)
  const first = covered.at(0)
  const last = covered.at(-1)
  if (!first || !last) return null
  const json = (text: Y.XmlText, index: number) =>
    Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(text, index))
  return { from: json(first.text, first.index), to: json(last.text, last.index + last.length) }
}
