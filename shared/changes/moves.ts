// Blocks that stand elsewhere now: equal ones, and changed ones where enough of them is left.
import { likeness } from './likeness'
import type { Match } from './sequence'
import type { Unit } from './units'

/** Fewer words stand in too many places. */
const leastWords = 2
const leastWordsChanged = 5
const leastAlike = 0.6
const mostComparisons = 40_000

export function moves(
  a: readonly Unit[],
  b: readonly Unit[],
  takenA: ReadonlySet<number>,
  takenB: ReadonlySet<number>,
): Match[] {
  const left = (units: readonly Unit[], taken: ReadonlySet<number>, least: number) =>
    units.flatMap((unit, i) => (taken.has(i) || unit.size < least ? [] : [[i, unit] as const]))
  const found: Match[] = []
  const places = new Map<string, number[]>()
  for (const [j, { key }] of left(b, takenB, leastWords)) {
    places.set(key, [...(places.get(key) ?? []), j])
  }
  for (const [i, { key }] of left(a, takenA, leastWords)) {
    const j = places.get(key)?.shift()
    if (j !== undefined) found.push([i, j])
  }
  const [goneA, goneB] = [new Set(found.map(([i]) => i)), new Set(found.map(([, j]) => j))]
  const fromA = left(a, new Set([...takenA, ...goneA]), leastWordsChanged)
  const fromB = left(b, new Set([...takenB, ...goneB]), leastWordsChanged)
  if (fromA.length * fromB.length > mostComparisons) return found
  const alike = fromA
    .flatMap(([i, unit]) => fromB.map(([j, other]) => ({ i, j, like: likeness(unit, other) })))
    .filter(({ like }) => like >= leastAlike)
    .sort((p, q) => q.like - p.like)
  for (const { i, j } of alike) {
    if (goneA.has(i) || goneB.has(j)) continue
    goneA.add(i)
    goneB.add(j)
    found.push([i, j])
  }
  return found
}
