// How long to wait before trying a lost connection again.

const leastMs = 500
const mostMs = 8000

/**
 * Doubles from 0.5 s to 8 s. A random half of it keeps a whole room from knocking at once when
 * the server comes back.
 */
export function backoffMs(attempt: number, random: () => number = Math.random): number {
  const full = Math.min(mostMs, leastMs * 2 ** Math.min(attempt, 10))
  return full / 2 + (random() * full) / 2
}
