// A vote of the meeting: what is asked, how it is taken, and the numbers; never who voted how.
import { z } from 'zod'

const instant = z.iso.datetime()
const number = z.int().min(0).max(100_000)

export const choices = ['for', 'against', 'other'] as const
export type Choice = (typeof choices)[number]
export const voteWays = ['hands', 'secret'] as const

export const voteCounts = z.object({ for: number, against: number, other: number })
export type VoteCounts = z.infer<typeof voteCounts>

export const vote = z.object({
  id: z.string(),
  sessionId: z.string(),
  question: z.string().trim().min(1).max(1000),
  way: z.enum(voteWays),
  /** `void`: the ballots of a secret vote were in memory only, and that is gone; it is taken anew. */
  state: z.enum(['open', 'closed', 'void']),
  openedAt: instant,
  closedAt: instant.nullable(),
  /** Those present with a vote when it was opened; in the end, when it was closed. */
  entitled: number,
  counts: voteCounts.nullable(),
})
export type Vote = z.infer<typeof vote>

/** As its readers see it. */
export type VoteView = Vote & {
  /** Ballots in the box of a secret vote that is open. */
  readonly cast: number
}

export const newVote = vote.pick({ question: true, way: true })

export const sumOf = (counts: VoteCounts): number => counts.for + counts.against + counts.other

/** `numerator` of `whole` in per cent with one decimal, as minutes state it; 0 of 0 is 0. */
export const perCent = (numerator: number, whole: number): number =>
  whole === 0 ? 0 : Math.round((numerator / whole) * 1000) / 10
