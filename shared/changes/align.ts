// Which blocks of one paper are which of another: equal, alike, parted, joined, moved.

import { likeness } from './likeness'
import { moves } from './moves'
import { type Match, matched } from './sequence'
import type { Unit } from './units'

/** Blocks that belong together: one of each side, or one that was parted into many, or many joined. */
export interface Pairing {
  readonly a: readonly number[]
  readonly b: readonly number[]
  /** It stands elsewhere among its neighbours. */
  readonly isMoved: boolean
}

/** From here on two blocks are the same one, changed. */
const leastAlike = 0.35
/** Comparisons in one gap; beyond, a block is only compared with those at the same height. */
const mostComparisons = 20_000
const pieceLength = 120

/** A stretch between two pairs of equal blocks. */
interface Gap {
  readonly a: readonly [from: number, to: number]
  readonly b: readonly [from: number, to: number]
}

function gapsBetween(matches: readonly Match[], a: number, b: number): Gap[] {
  const gaps: Gap[] = []
  let [x, y] = [0, 0]
  for (const [i, j] of [...matches, [a, b] as const]) {
    if (x < i && y < j) gaps.push({ a: [x, i], b: [y, j] })
    x = i + 1
    y = j + 1
  }
  return gaps
}

/** Blocks that are certainly the same, and the gaps in which the others are to be compared. */
function fixedPoints(a: readonly Unit[], b: readonly Unit[]) {
  const least = Math.min(a.length, b.length)
  let start = 0
  while (start < least && a[start]?.key === b[start]?.key) start++
  let same = 0
  while (same < least - start && a.at(-1 - same)?.key === b.at(-1 - same)?.key) same++
  const inner: Gap = { a: [start, a.length - same], b: [start, b.length - same] }
  if ((inner.a[1] - start) * (inner.b[1] - start) <= mostComparisons) {
    const heads = Array.from({ length: start }, (_, i): Match => [i, i])
    const tails = Array.from({ length: same }, (_, i): Match => [inner.a[1] + i, inner.b[1] + i])
    return { equal: [...heads, ...tails], gaps: [inner] }
  }
  const equal = matched(
    a.map(({ key }) => key),
    b.map(({ key }) => key),
  )
  return { equal, gaps: gapsBetween(equal, a.length, b.length).flatMap(pieces) }
}

/** A long block that stays is worth more than a short one. */
const worth = ({ size }: Unit) => 1 + Math.min(size, 60) / 60

/** A gap in pieces that are small enough, at the same height on both sides. */
function pieces({ a: [a0, a1], b: [b0, b1] }: Gap): Gap[] {
  const most = Math.max(a1 - a0, b1 - b0)
  const count = (a1 - a0) * (b1 - b0) <= mostComparisons ? 1 : Math.ceil(most / pieceLength)
  const cut = (from: number, to: number, i: number) => from + Math.floor(((to - from) * i) / count)
  return Array.from({ length: count }, (_, i) => ({
    a: [cut(a0, a1, i), cut(a0, a1, i + 1)],
    b: [cut(b0, b1, i), cut(b0, b1, i + 1)],
  }))
}

/** The pairs of a gap that are most alike altogether, in order. */
function alikeIn(a: readonly Unit[], b: readonly Unit[], gap: Gap): Match[] {
  const [a0, a1] = gap.a
  const [b0, b1] = gap.b
  const [rows, columns] = [a1 - a0, b1 - b0]
  const width = columns + 1
  const best = new Float64Array((rows + 1) * width)
  const alike = new Float64Array(rows * columns)
  for (let i = rows - 1; i >= 0; i--) {
    for (let j = columns - 1; j >= 0; j--) {
      const unit = a[a0 + i] as Unit
      const like = likeness(unit, b[b0 + j] as Unit)
      const counted = like < leastAlike ? 0 : like * worth(unit)
      alike[i * columns + j] = counted
      best[i * width + j] = Math.max(
        best[(i + 1) * width + j] as number,
        best[i * width + j + 1] as number,
        counted > 0 ? counted + (best[(i + 1) * width + j + 1] as number) : 0,
      )
    }
  }
  const pairs: Match[] = []
  for (let i = 0, j = 0; i < rows && j < columns; ) {
    const here = best[i * width + j] as number
    const like = alike[i * columns + j] as number
    if (like > 0 && here === like + (best[(i + 1) * width + j + 1] as number)) {
      pairs.push([a0 + i++, b0 + j++])
    } else if (here === best[(i + 1) * width + j]) i++
    else j++
  }
  return pairs
}

/** Of what the one block has and the other does not: the share of `piece` that is found there. */
function isRest(whole: Unit, part: Unit, piece: Unit): boolean {
  if (piece.size < 2) return false
  let found = 0
  for (const [key, count] of piece.bag) {
    const left = (whole.bag.get(key) ?? 0) - (part.bag.get(key) ?? 0)
    found += Math.max(0, Math.min(left, count))
  }
  return found / piece.size >= 0.6
}

/** So many parts of one block are looked for on each side of the one that is most like it. */
const mostParts = 20

/** Unpaired neighbours of `at` that hold the rest of `whole`. */
function restOf(
  whole: Unit,
  side: readonly Unit[],
  at: number,
  taken: ReadonlySet<number>,
): number[] {
  const parts = [at]
  const main = side[at] as Unit
  if (!main.inline || !whole.inline) return parts
  for (const step of [1, -1]) {
    for (let i = at + step; Math.abs(i - at) <= mostParts; i += step) {
      const piece = side[i]
      if (!piece?.inline || taken.has(i) || !isRest(whole, main, piece)) break
      parts.push(i)
    }
  }
  return parts.sort((p, q) => p - q)
}

/** Each block is in one pairing at most; those that are not moved are in order on both sides. */
export function align(a: readonly Unit[], b: readonly Unit[]): Pairing[] {
  const { equal, gaps } = fixedPoints(a, b)
  const alike = gaps.flatMap((gap) => alikeIn(a, b, gap))
  const takenA = new Set([...equal, ...alike].map(([i]) => i))
  const takenB = new Set([...equal, ...alike].map(([, j]) => j))
  const moved = moves(a, b, takenA, takenB)
  for (const [i, j] of moved) {
    takenA.add(i)
    takenB.add(j)
  }
  const grown = alike.map(([i, j]): Pairing => {
    const ofB = restOf(a[i] as Unit, b, j, takenB)
    const ofA = ofB.length > 1 ? [i] : restOf(b[j] as Unit, a, i, takenA)
    for (const part of ofA) takenA.add(part)
    for (const part of ofB) takenB.add(part)
    return { a: ofA, b: ofB, isMoved: false }
  })
  const pairs = (matches: readonly Match[], isMoved: boolean): Pairing[] =>
    matches.map(([i, j]) => ({ a: [i], b: [j], isMoved }))
  return [...pairs(equal, false), ...grown, ...pairs(moved, true)]
}
