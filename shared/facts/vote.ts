// How a vote is counted, without the schema, so that a page need not load zod.

export const choices = ['for', 'against', 'other'] as const

export type Choice = (typeof choices)[number]

export const voteWays = ['hands', 'secret'] as const

export const sumOf = (counts: Readonly<Record<Choice, number>>): number =>
  counts.for + counts.against + counts.other

/** `numerator` of `whole` in per cent with one decimal, as minutes state it; 0 of 0 is 0. */
export const perCent = (numerator: number, whole: number): number =>
  whole === 0 ? 0 : Math.round((numerator / whole) * 1000) / 10
