// Halving search in things that stand in order.

/** The first of `count` things, whose places grow, that is at `from` or below. */
export function firstFrom(count: number, topAt: (index: number) => number, from: number): number {
  let [low, high] = [0, count]
  while (low < high) {
    const middle = (low + high) >> 1
    if (topAt(middle) < from) low = middle + 1
    else high = middle
  }
  return low
}
