// Randomness that can be had again: the same for everybody, another one by SEED.

/** mulberry32: numbers from 0 to below 1. */
export function seeded(from: number): () => number {
  let state = from
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** The gate asks the same of every change; `SEED=$RANDOM npm test` looks further. */
export const seed = Number(process.env.SEED ?? 20_261_121)

/** A whole number from `least` up to and with `most`. */
export const between = (random: () => number, least: number, most: number): number =>
  least + Math.floor(random() * (most - least + 1))
