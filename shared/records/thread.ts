// A comment: a thread on words of a paper, with replies and the presenter's answers.
import { z } from 'zod'
import { commentKinds, verdicts } from '../facts/thread'

const words = z.string().trim().min(1).max(10_000)
const instant = z.iso.datetime()

export const reply = z.object({ id: z.string(), author: z.string(), body: words, at: instant })
export const answer = z.object({
  author: z.string(),
  verdict: z.enum(verdicts),
  reason: z.string(),
  wording: z.string().optional(),
  /** The server put the wording into the text. */
  applied: z.boolean().optional(),
  /** The comments that were given this answer in one stroke, this one among them. */
  together: z.array(z.string()).optional(),
  at: instant,
})

/** A Yjs relative position as JSON in a live paper, a ProseMirror position (integer) in a version. */
export const position = z.union([z.int().nonnegative(), z.record(z.string(), z.unknown())])

const placed = z.object({
  from: position,
  to: position,
  quote: z.string().max(10_000),
  before: z.string(),
  after: z.string(),
})

export const thread = z.object({
  id: z.string(),
  sessionId: z.string(),
  /** The document, or the version, the thread stands on. */
  documentId: z.string(),
  /** The live paper to which a comment on a version went when that was reopened or revised. */
  carriedTo: z.string().nullable(),
  ground: z.enum(['outline', 'draft', 'version']),
  author: z.string(),
  from: position.nullable(),
  to: position.nullable(),
  quote: z.string().max(10_000),
  /** Up to 32 characters on each side of the quote, for finding it again. */
  before: z.string(),
  after: z.string(),
  /** Where it was placed by hand after its words were gone. */
  placed: placed.nullable(),
  kind: z.enum(commentKinds),
  body: words,
  replacement: z.string().max(10_000).optional(),
  state: z.enum(['open', 'answered', 'withdrawn']),
  replies: z.array(reply),
  /** Usernames of those who say the same. */
  agreed: z.array(z.string()),
  answers: z.array(answer),
  createdAt: instant,
  editedAt: instant.nullable(),
  /** One more with every change: of two states of a thread the newer one has more. */
  revision: z.int().nonnegative(),
})
export type Thread = z.infer<typeof thread>
/** What rows written by earlier releases lack. */
export const threadDefaults = {
  carriedTo: null,
  placed: null,
  agreed: [],
  revision: 0,
} as const satisfies Partial<Thread>

/** What is written of a thread that was changed. */
export const revised = (thread: Thread): Thread => ({ ...thread, revision: thread.revision + 1 })

/** The words by which it is found: where it was placed last. */
export const standOf = ({ placed, from, to, quote, before, after }: Thread) =>
  placed ?? { from, to, quote, before, after }

/** As sent to clients: `detached` when its words are no longer in the paper. */
export type ThreadView = Omit<Thread, 'sessionId' | 'before' | 'after' | 'placed'> & {
  detached: boolean
}

export const newThread = thread
  .pick({ quote: true, kind: true, body: true, replacement: true })
  .partial({ quote: true })
  .extend({ from: position.nullable().optional(), to: position.nullable().optional() })
/** The words that it is about from now on. */
export const newPlace = placed.pick({ from: true, to: true, quote: true })
export const newReply = z.object({ body: words })
export const newAnswer = z.object({
  verdict: z.enum(verdicts),
  reason: z.string().trim().max(10_000).default(''),
  wording: z.string().trim().max(10_000).optional(),
  /** Puts the wording in the place of the comment's words. */
  apply: z.boolean().optional(),
  /** The words that stand there now, as the presenter saw them, when they are not the quoted ones. */
  replaces: z.string().max(20_000).optional(),
})
/** One answer for comments that say the same: all get it, or none. */
export const sharedAnswer = newAnswer
  .pick({ verdict: true, reason: true, wording: true })
  .extend({ threads: z.array(z.string()).min(1).max(200) })
export const agreement = z.object({ agrees: z.boolean() })
export const editedThread = z
  .object({
    body: words,
    /** `null` drops it. */
    replacement: z.string().max(10_000).nullable(),
    kind: z.enum(commentKinds),
  })
  .partial()
