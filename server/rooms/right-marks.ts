// Pure: where a comment's marks have to stand, by its record, whatever an editor made of them.
import { type FlatRange, type FlatText, findQuote, rangeHolds } from '../../shared/document/anchor'
import { commentPrefix } from '../../shared/document/comment-mark'

/** A letter or two are at most so many bytes, with no deletion: one zero at the end. */
const keystrokeBytes = 48

/** Cheap, and true too often rather than too seldom: typed letters alone leave marks as they are. */
export const mayTouchMarks = (update: Uint8Array): boolean =>
  update.length > keystrokeBytes ||
  update.at(-1) !== 0 ||
  Buffer.from(update.buffer, update.byteOffset, update.length).includes(commentPrefix)

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

const span = (pieces: readonly FlatRange[]) => (pieces.at(-1)?.[1] ?? 0) - (pieces[0]?.[0] ?? 0)

/** What was written between the words leaves their beginning or their end; a stretched mark holds neither. */
function endsAs(words: string, quote: string): boolean {
  let same = 0
  while (same < quote.length && words[same] === quote[same]) same++
  const first = same
  while (same < quote.length && words.at(first - same - 1) === quote.at(first - same - 1)) same++
  return same >= quote.length / 2
}

/** Of pieces that are too far apart for one comment: those at the home of its words, or the one that is left. */
function gathered(
  flat: FlatText,
  pieces: readonly FlatRange[],
  quote: string,
  home: FlatRange | null,
): readonly FlatRange[] {
  const [start, end] = home ?? [0, 0]
  const atHome = pieces
    .map(([from, to]): FlatRange => [Math.max(from, start), Math.min(to, end)])
    .filter(([from, to]) => from < to)
  if (atHome.length > 0) return atHome
  return pieces
    .filter((piece) => span([piece]) <= mostSpread(quote) || endsAs(wordsIn(flat, piece), quote))
    .toSorted((a, b) => span([b]) - span([a]))
    .slice(0, 1)
}

/**
 * The pieces that have to bear the mark, given those that do, and where the letters are that were
 * quoted (`home`), if they were not put elsewhere. Words edited since the comment keep their mark
 * where it is; words that stand as they were quoted bear it exactly; a mark put elsewhere goes
 * back. Nothing: the words are gone.
 */
export function rightPieces(
  flat: FlatText,
  pieces: readonly FlatRange[],
  thread: Quoted,
  home: FlatRange | null,
): readonly FlatRange[] {
  const { quote } = thread
  const [first] = pieces
  if (home && rangeHolds(flat, home, quote)) return [home]
  if (first && pieces.length === 1 && rangeHolds(flat, first, quote)) return pieces
  const found = findQuote(flat, thread)
  if (found) return [found]
  const near = span(pieces) <= mostSpread(quote) ? pieces : gathered(flat, pieces, quote, home)
  for (const piece of near) {
    const held = within(flat, piece, quote)
    if (held) return [held]
  }
  return near
}

export const arePieces = (a: readonly FlatRange[], b: readonly FlatRange[]): boolean =>
  a.length === b.length && a.every(([from, to], i) => from === b[i]?.[0] && to === b[i]?.[1])
