// Which comment marks the letters of a rewritten paragraph bear: those of the words that stay.
import type { Attributes } from './live-paper'
import type { Kept } from './plan'

const none: Attributes = {}

const among = (keys: readonly string[], from: Attributes): Attributes =>
  keys.length === 0 ? none : Object.fromEntries(keys.map((key) => [key, from[key]]))

/**
 * What comes in between words that stay belongs to a comment that is about the words on both
 * sides, or about one side and all of what it replaces.
 */
function between(
  left: Kept | undefined,
  right: Kept | undefined,
  commentsOf: (kept: Kept) => readonly Attributes[],
): Attributes {
  const before = left ? (commentsOf(left)[left.oldTo - 1] ?? none) : none
  const after = right ? (commentsOf(right)[right.oldFrom] ?? none) : none
  const around = { ...before, ...after }
  const keys = Object.keys(around)
  if (keys.length === 0) return none
  const one = left ?? right
  if (!one) return none
  const isOneGap = !left || !right || left.from === right.from
  const gone = isOneGap
    ? commentsOf(one).slice(left?.oldTo ?? 0, right?.oldFrom ?? commentsOf(one).length)
    : []
  return among(
    keys.filter(
      (key) =>
        (key in before && key in after) || (gone.length > 0 && gone.every((mark) => key in mark)),
    ),
    around,
  )
}

/** For each of `length` letters, given what stays, in order. */
export function carriedComments(
  length: number,
  kept: readonly Kept[],
  commentsOf: (kept: Kept) => readonly Attributes[],
): readonly Attributes[] {
  const carried: Attributes[] = []
  for (const [i, one] of [...kept, undefined].entries()) {
    const end = one?.newFrom ?? length
    if (carried.length < end) {
      const among = between(kept[i - 1], one, commentsOf)
      while (carried.length < end) carried.push(among)
    }
    if (!one) break
    const own = commentsOf(one)
    const isExact = one.oldTo - one.oldFrom === one.newTo - one.newFrom
    for (let at = one.newFrom; at < one.newTo; at++) {
      // A word that was only composed anew is marked as a whole, as its first letter is.
      carried.push(own[isExact ? one.oldFrom + at - one.newFrom : one.oldFrom] ?? none)
    }
  }
  return carried
}
