// How a cell scores its own session: criteria of its rule set, points, and the grade they come to.
import { z } from 'zod'

export const criterion = z.object({
  name: z.string().trim().min(1).max(300),
  /** The most points it can have. */
  most: z.int().min(1).max(100),
})
export const criteria = z.array(criterion).min(1).max(30)
export type Criterion = z.infer<typeof criterion>

/** The criteria stand beside the points: what was scored stays readable when the rule set changes. */
export const selfScore = z.object({
  scores: z
    .array(criterion.extend({ points: z.number().min(0).max(100) }))
    .min(1)
    .max(30),
  note: z.string().trim().max(2000),
  by: z.string(),
  at: z.iso.datetime(),
})
export type SelfScore = z.infer<typeof selfScore>
const given = selfScore.pick({ scores: true, note: true })
/** `seen`: the score that this one was made of, `null` for none; without it the wish replaces what stands. */
export const selfScoreWish = given.extend({ seen: given.nullable().optional() })
