// Which members of two sequences are the same, in order: the shortest edit, bounded in time and memory.

export type Match = readonly [a: number, b: number]

/** Edits after which the shortest way is no longer looked for: it takes their square. */
const mostEdits = 1000
/** Gaps in gaps that are still searched. */
const mostDepth = 12

/** A stretch of both sequences. */
interface Stretch {
  readonly a: Int32Array
  readonly b: Int32Array
  readonly aAt: number
  readonly bAt: number
}

/** Myers' greedy search; `null` when more than `mostEdits` part the two. */
function shortest(a: Int32Array, b: Int32Array): Match[] | null {
  const most = Math.min(a.length + b.length, mostEdits)
  const middle = most + 1
  const reach = new Int32Array(2 * most + 3)
  const trace: Int32Array[] = []
  for (let d = 0; d <= most; d++) {
    for (let k = -d; k <= d; k += 2) {
      const left = reach[middle + k - 1] as number
      const right = reach[middle + k + 1] as number
      let x = k === -d || (k !== d && left < right) ? right : left + 1
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x++
      reach[middle + k] = x
      if (x >= a.length && x - k >= b.length) return backwards(trace, a.length, b.length, d)
    }
    trace.push(reach.slice(middle - d - 1, middle + d + 2))
  }
  return null
}

function backwards(trace: readonly Int32Array[], n: number, m: number, edits: number): Match[] {
  const matches: Match[] = []
  let [x, y] = [n, m]
  const walk = (toX: number, toY: number) => {
    while (x > toX && y > toY) matches.push([--x, --y])
  }
  for (let d = edits; d > 0; d--) {
    const reach = trace[d - 1] as Int32Array
    const at = (k: number) => reach[k + d] as number
    const k = x - y
    const from = k === -d || (k !== d && at(k - 1) < at(k + 1)) ? k + 1 : k - 1
    walk(at(from), at(from) - from)
    x = at(from)
    y = x - from
  }
  walk(0, 0)
  return matches.reverse()
}

/** Members that occur once on both sides, the longest run of them in order. */
function anchors(a: Int32Array, b: Int32Array): Match[] {
  const places = new Map<number, [inA: number, inB: number]>()
  const note = (value: number, at: number, side: 0 | 1) => {
    const known = places.get(value) ?? [-1, -1]
    known[side] = known[side] === -1 ? at : -2
    places.set(value, known)
  }
  a.forEach((value, at) => {
    note(value, at, 0)
  })
  b.forEach((value, at) => {
    note(value, at, 1)
  })
  const unique = [...places.values()].filter(([inA, inB]) => inA >= 0 && inB >= 0)
  return longestRising(unique.sort(([p], [q]) => p - q))
}

/** Of pairs in the order of their first, the most whose second rises. */
export function longestRising(pairs: readonly Match[]): Match[] {
  const ends: number[] = []
  const before: number[] = []
  pairs.forEach(([, second], i) => {
    let low = 0
    let high = ends.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((pairs[ends[middle] as number] as Match)[1] < second) low = middle + 1
      else high = middle
    }
    before[i] = low > 0 ? (ends[low - 1] as number) : -1
    ends[low] = i
  })
  const run: Match[] = []
  for (let i = ends.at(-1) ?? -1; i >= 0; i = before[i] as number) run.push(pairs[i] as Match)
  return run.reverse()
}

function search({ a, b, aAt, bAt }: Stretch, depth: number, found: Match[]): void {
  let start = 0
  const least = Math.min(a.length, b.length)
  while (start < least && a[start] === b[start]) found.push([aAt + start, bAt + start++])
  let same = 0
  while (same < least - start && a.at(-1 - same) === b.at(-1 - same)) same++
  const [endA, endB] = [a.length - same, b.length - same]
  if (start < endA && start < endB) {
    const [innerA, innerB] = [a.subarray(start, endA), b.subarray(start, endB)]
    const exact = shortest(innerA, innerB)
    const [at, bt] = [aAt + start, bAt + start]
    if (exact) for (const [x, y] of exact) found.push([at + x, bt + y])
    else if (depth < mostDepth) between(innerA, innerB, at, bt, depth, found)
  }
  for (let i = 0; i < same; i++) found.push([aAt + endA + i, bAt + endB + i])
}

function between(
  a: Int32Array,
  b: Int32Array,
  aAt: number,
  bAt: number,
  depth: number,
  found: Match[],
): void {
  const fixed = anchors(a, b)
  if (fixed.length === 0) return
  let [lastA, lastB] = [0, 0]
  for (const [x, y] of [...fixed, [a.length, b.length] as const]) {
    const gap = { a: a.subarray(lastA, x), b: b.subarray(lastB, y) }
    search({ ...gap, aAt: aAt + lastA, bAt: bAt + lastB }, depth + 1, found)
    if (x < a.length || y < b.length) found.push([aAt + x, bAt + y])
    lastA = x + 1
    lastB = y + 1
  }
}

/** Pairs of equal members, both rising. Never more than a few milliseconds a thousand members. */
export function matched(a: readonly string[], b: readonly string[]): Match[] {
  const numbers = new Map<string, number>()
  const numbered = (keys: readonly string[]) =>
    Int32Array.from(keys, (key) => {
      const known = numbers.get(key) ?? numbers.size
      numbers.set(key, known)
      return known
    })
  const found: Match[] = []
  search({ a: numbered(a), b: numbered(b), aAt: 0, bAt: 0 }, 0, found)
  return found
}
