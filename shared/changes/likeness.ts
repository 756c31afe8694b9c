// How much two blocks have in common, from 0 to 1.
import type { Unit } from './units'

/** A heading that became a paragraph is still the same words. */
const otherType = 0.9
/** Fewer words say nothing of where they come from. */
const leastContained = 5

function shared(a: Unit, b: Unit): number {
  const [few, many] = a.bag.size <= b.bag.size ? [a.bag, b.bag] : [b.bag, a.bag]
  let count = 0
  for (const [key, n] of few) count += Math.min(n, many.get(key) ?? 0)
  return count
}

const sourceOf = ({ node }: Unit): unknown => node.attrs?.src

export function likeness(a: Unit, b: Unit): number {
  if (a.key === b.key) return 1
  const isText = a.inline !== null
  if (isText !== (b.inline !== null)) return 0
  if (!isText && a.node.type !== b.node.type) return 0
  if (!isText && !a.node.content) return sourceOf(a) === sourceOf(b) ? 0.9 : 0
  const total = a.size + b.size
  // Nothing but blanks and signs: the same only by what they are.
  if (total === 0) return a.node.type === b.node.type ? 0.5 : 0
  const common = shared(a, b)
  const dice = (2 * common) / total
  const least = Math.min(a.size, b.size)
  // A part of what was parted has all its words in the whole.
  const isWithin = least >= leastContained && common / least >= 0.9
  const like = Math.max(dice, isWithin ? 0.5 : 0)
  return a.node.type === b.node.type ? like : like * otherType
}
