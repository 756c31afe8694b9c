// A vote of the meeting: what is asked, how it is taken, and the numbers; never who voted how.
import { z } from 'zod'
import { voteWays } from '../facts/vote'

const instant = z.iso.datetime()
const number = z.int().min(0).max(100_000)

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
