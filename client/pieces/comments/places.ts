// Where cards stand in the margin: beside their words, none over another, the one in hand exactly, or just below.
import { firstFrom } from '../first-from'

export interface CardSize {
  readonly id: string
  /** The height of its words; `null` when they are nowhere on the page. */
  readonly want: number | null
  readonly height: number
}

const gap = 12
/** So near the start of the margin a card in hand may stand below its words, by so much at most. */
const nearStart = 400
const mostPush = 240

/** The top of each card, in the order given; the order is that of the words. */
export function places(cards: readonly CardSize[], inHand: string | null): Map<string, number> {
  const tops = new Map<string, number>()
  const down = (from: number, floor: number) => {
    let least = floor
    for (const { id, want, height } of cards.slice(from)) {
      const top = Math.max(want ?? least, least)
      tops.set(id, top)
      least = top + height + gap
    }
  }
  const at = cards.findIndex(({ id }) => id === inHand)
  const held = cards[at]
  if (!held || held.want === null) {
    down(0, 0)
    return tops
  }
  // Above the first card stand the filters: near the start of the margin all stand one below the
  // other, rather than that one is hidden there.
  down(0, 0)
  const exact = Math.max(0, held.want)
  if (exact < nearStart && (tops.get(held.id) ?? 0) - exact <= mostPush) return tops
  down(at, exact)
  // Those above give way upwards, past the start of the margin if need be: it comes back
  // when the card is laid down.
  let ceiling = exact
  for (const { id, want, height } of cards.slice(0, at).reverse()) {
    const top = Math.min(want ?? ceiling, ceiling - gap - height)
    tops.set(id, top)
    ceiling = top
  }
  return tops
}

/**
 * The card that stands exactly beside its words, so that cards never drift away from what is
 * being read: the one in hand while its words are in sight, else the first whose words are. Where
 * no words are in sight it stays the one `before`, so that cards which go on below a short text
 * are still there, until its words are a window's height away.
 */
export function pivotOf(
  cards: readonly CardSize[],
  { inHand, before }: { readonly inHand: string | null; readonly before: string | null },
  { top, bottom }: { readonly top: number; readonly bottom: number },
): string | null {
  const slack = (bottom - top) / 4
  const isSeen = (want: number | null, more = 0): want is number =>
    want !== null && want >= top - more && want <= bottom + more
  if (cards.some(({ id, want }) => id === inHand && isSeen(want, slack))) return inHand
  const first = cards.find(({ want }) => isSeen(want))
  const last = cards.find(({ id, want }) => id === before && isSeen(want, bottom - top))
  const above = cards.findLast(({ want }) => want !== null && want < top)
  return (first ?? last ?? above)?.id ?? null
}

/**
 * Far more cards than text, which ends at `below`: kept beside their words they would rush past
 * whoever scrolls. They stand below one another from the start instead.
 */
export const isCrowded = (cards: readonly CardSize[], below: number): boolean =>
  cards.reduce((sum, { height }) => sum + height + gap, 0) > 2 * below

/** No more cards than this are on the page at once, however many words stand close together. */
const most = 60

/** Which of them stand between two heights: `[first, end)`, those at `from` before those far below. */
export function between(
  count: number,
  topAt: (index: number) => number,
  from: number,
  to: number,
): [first: number, end: number] {
  const first = firstFrom(count, topAt, from)
  const end = firstFrom(count, topAt, to)
  if (end - first <= most) return [first, end]
  const middle = firstFrom(count, topAt, (3 * from + to) / 4)
  const start = Math.max(first, Math.min(middle - most / 3, end - most))
  return [Math.floor(start), Math.floor(start) + most]
}
