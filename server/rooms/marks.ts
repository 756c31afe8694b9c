// Comment marks in a live paper: only the server writes them, after checking the quote.
import * as Y from 'yjs'
import {
  contextOf,
  type FlatRange,
  type FlatText,
  findQuote,
  flatOffset,
  flatten,
  markedPieces,
  markedThreads,
  rangeHolds,
  slices,
} from '../../shared/document/anchor'
import { commentKey } from '../../shared/document/comment-mark'
import { standOf, type Thread } from '../../shared/records/thread'
import { arePieces, rightPieces } from './right-marks'
import type { Room } from './room'

/** A quote found in its place: its words as they stand there and what is around them. */
export interface Placed {
  readonly range: FlatRange
  readonly quote: string
  readonly before: string
  readonly after: string
}

interface Positions {
  readonly from: unknown
  readonly to: unknown
}

/** Where two relative positions stand now; `null` when nothing is left between them. */
function homeOf(room: Room, flat: FlatText, { from, to }: Positions): FlatRange | null {
  const start = flatOffset(room.doc, flat, from)
  const end = flatOffset(room.doc, flat, to)
  return start !== null && end !== null && start < end ? [start, end] : null
}

/** Where two relative positions stand, when the words between are the quoted ones; else `null`. */
export function place(room: Room, wish: Positions & { quote: string }): Placed | null {
  const flat = flatten(room.fragment)
  const range = homeOf(room, flat, wish)
  if (!range || !rangeHolds(flat, range, wish.quote)) return null
  return { range, quote: flat.text.slice(...range), ...contextOf(flat, range) }
}

function write(flat: FlatText, range: FlatRange, thread: string): void {
  const key = commentKey(thread)
  for (const { text, index, length } of slices(flat, range)) {
    text.format(index, length, { [key]: { thread } })
  }
}

function erase(flat: FlatText, thread: string, pieces: readonly FlatRange[]): void {
  const key = commentKey(thread)
  for (const { text, index, length } of pieces.flatMap((piece) => slices(flat, piece))) {
    text.format(index, length, { [key]: null })
  }
}

/**
 * Marks a thread's words, by its positions or else by its quote. Resolves when the mark is on
 * disk; does nothing when the words are gone.
 */
export function mark(room: Room, thread: Thread): Promise<void> {
  return room.edit(() => {
    const stand = standOf(thread)
    const placed = stand.from && stand.to ? place(room, stand) : null
    const flat = flatten(room.fragment)
    const range = placed?.range ?? findQuote(flat, stand)
    if (range) write(flat, range, thread.id)
  })
}

/** Marks threads at flat ranges of the text as it stands now. Resolves when that is on disk. */
export async function markRanges(
  room: Room,
  ranges: readonly (readonly [thread: string, range: FlatRange])[],
): Promise<void> {
  if (ranges.length === 0) return
  await room.edit(() => {
    const flat = flatten(room.fragment)
    for (const [thread, range] of ranges) write(flat, range, thread)
  })
}

/** Takes a thread's mark off, wherever it stands. */
export const unmark = (room: Room, thread: string): Promise<void> =>
  room.edit(() => {
    const flat = flatten(room.fragment)
    erase(flat, thread, markedPieces(flat).get(thread) ?? [])
  })

/** Formatting neither adds nor takes letters: offsets hold while all is put right. */
interface Mending {
  readonly thread: string
  readonly pieces: readonly FlatRange[]
  readonly wanted: readonly FlatRange[]
}

function mendings(room: Room, flat: FlatText, threads: readonly Thread[]): Mending[] {
  const standing = threads.filter(({ state, quote }) => state !== 'withdrawn' && quote !== '')
  const known = new Set(standing.map(({ id }) => id))
  const marked = markedPieces(flat)
  const strays = [...marked].flatMap(([thread, pieces]) =>
    known.has(thread) ? [] : [{ thread, pieces, wanted: [] }],
  )
  return standing
    .map((thread) => {
      const pieces = marked.get(thread.id) ?? []
      const stand = standOf(thread)
      const wanted = rightPieces(flat, pieces, stand, homeOf(room, flat, stand))
      return { thread: thread.id, pieces, wanted }
    })
    .filter(({ pieces, wanted }) => !arePieces(pieces, wanted))
    .concat(strays)
}

/**
 * Puts the marks right by the records: one that is missing is set where its quote and context are
 * found, one that belongs to no comment is removed, one that was put elsewhere goes back. Resolves
 * when that is on disk, with the threads whose words are in the paper then.
 */
export async function reconcile(
  room: Room,
  threads: readonly Thread[],
): Promise<ReadonlySet<string>> {
  const read = flatten(room.fragment)
  if (mendings(room, read, threads).length === 0) return new Set(markedThreads(read).keys())
  await room.edit(() => {
    const flat = flatten(room.fragment)
    for (const { thread, pieces, wanted } of mendings(room, flat, threads)) {
      erase(flat, thread, pieces)
      for (const piece of wanted) write(flat, piece, thread)
    }
  })
  return standingThreads(room)
}

/** A thread's words as they stand in the paper now; `null` when they are gone. */
export function passageOf(room: Room, thread: string): string | null {
  const flat = flatten(room.fragment)
  const range = markedThreads(flat).get(thread)
  return range ? flat.text.slice(...range) : null
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
