// The form in which the table of answers crosses the door; browsers take its types alone.

import { z } from 'zod'
import { commentKinds, verdicts } from '../facts/thread'
import { person } from '../records/person'
import { thread } from '../records/thread'

/** Without posts: a guest. */
const named = person.pick({ username: true, name: true, posts: true })
export type Named = z.infer<typeof named>

export const answersRow = thread
  .pick({ ground: true, documentId: true, quote: true, kind: true, body: true, replacement: true })
  .extend({
    thread: z.string(),
    /** The number of the version it stands on; `null` in a live paper. */
    version: z.int().positive().nullable(),
    /** `whole`: about the paper as such. `deleted`: its words are no longer there. */
    stands: z.enum(['words', 'whole', 'deleted']),
    headings: z.array(z.string()),
    paragraphs: z.tuple([z.int(), z.int()]).nullable(),
    author: named,
    /** Who says the same. */
    agreed: z.array(named),
    /** Of the last answer; `null` while there is none. */
    verdict: z.enum(verdicts).nullable(),
    reason: z.string(),
    wording: z.string(),
    createdAt: z.iso.datetime(),
    answeredAt: z.iso.datetime().nullable(),
  })
export type AnswersRow = z.infer<typeof answersRow>

const count = z.int().nonnegative()
const tally = z.object({
  comments: count,
  open: count,
  verdicts: z.record(z.enum(verdicts), count),
  kinds: z.record(z.enum(commentKinds), count),
})
export type Tally = z.infer<typeof tally>

/** Facts in the order of names: nobody is ranked. */
const contribution = tally.extend({
  person: named,
  /** How often this person said "the same" to another's comment. */
  agreements: count,
})
export type Contribution = z.infer<typeof contribution>

export const answersTable = z.object({
  rows: z.array(answersRow),
  totals: tally.extend({ agreements: count }),
  contributions: z.array(contribution),
})
export type AnswersTable = z.infer<typeof answersTable>
