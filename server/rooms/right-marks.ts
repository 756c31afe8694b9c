// Pure: where a comment's marks have to stand, by its record, whatever an editor made of them.
import { type FlatRange, type FlatText, findQuote, rangeHolds } from '../../shared/document/anchor'

/** A letter or two are at most so many bytes, with no deletion: one zero at the end. */
const keystrokeBytes = 48

/** Cheap, and true too often rather than too seldom: typed letters alone leave marks as they are. */
export const mayTouchMarks = (update: Uint8Array): boolean =>
  update.length > keystrokeBytes || update.at(-1) !== 0

interface Quoted {
  readonly quote: string
  readonly before: string
  readonly after: string
}

/** Marked words that were pulled apart stay marked as long as they are not spread over the paper. */
const mostSpread = (quote: string) => quote.length * 4 + 400

const wordsIn = (flat: FlatText, [from, to]: FlatRange) => flat.text.slice(from, to)

/** The quote inside a piece that holds it and more: nobody's typing makes a mark grow at its ends. */
function within(flat: FlatText, [from, to]: FlatRange, quote: string): FlatRange | null {
  const at = wordsIn(flat, [from, to]).indexOf(quote)
  return at < 0 ? null : [from + at, from + at + quote.length]
}

/**
 * The pieces that have to bear the mark, given those that do. Words edited since the comment keep
 * their mark where it is; words that stand as they were quoted bear it exactly; a mark put
 * elsewhere goes back. Nothing: the words are gone.
 */
export function rightPieces(
  flat: FlatText,
  pieces: readonly FlatRange[],
  thread: Quoted,
): readonly FlatRange[] {
  const [first] = pieces
  const last = pieces.at(-1)
  if (first && pieces.length === 1 && rangeHolds(flat, first, thread.quote)) return pieces
  const found = findQuote(flat, thread)
  if (found) return [found]
  if (!first || !last) return []
  for (const piece of pieces) {
    const held = within(flat, piece, thread.quote)
    if (held) return [held]
  }
  if (last[1] - first[0] <= mostSpread(thread.quote)) return pieces
  return pieces.toSorted((a, b) => b[1] - b[0] - (a[1] - a[0])).slice(0, 1)
}

export const arePieces = (a: readonly FlatRange[], b: readonly FlatRange[]): boolean =>
  a.length === b.length && a.every(([from, to], i) => from === b[i]?.[0] && to === b[i]?.[1])
