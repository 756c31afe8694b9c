// A comment: a thread on words of a paper, with replies and the presenter's answers.
import { z } from 'zod'

export const commentKinds = ['understanding', 'remark', 'proposal'] as const
export const verdicts = ['accepted', 'partly', 'declined'] as const

const words = z.string().trim().min(1).max(10_000)
const instant = z.iso.datetime()

export const reply = z.object({ id: z.string(), author: z.string(), body: words, at: instant })
export const answer = z.object({
  author: z.string(),
  verdict: z.enum(verdicts),
  reason: z.string(),
  wording: z.string().optional(),
  at: instant,
})

/** A Yjs relative position as JSON in a live paper, a ProseMirror position (integer) in a version. */
export const position = z.union([z.int().nonnegative(), z.record(z.string(), z.unknown())])

export const thread = z.object({
  id: z.string(),
  sessionId: z.string(),
  /** The document, or the version, the thread stands on. */
  documentId: z.string(),
  ground: z.enum(['outline', 'draft', 'version']),
  author: z.string(),
  from: position.nullable(),
  to: position.nullable(),
  quote: z.string().max(10_000),
  /** Up to 32 characters on each side of the quote, for finding it again. */
  before: z.string(),
  after: z.string(),
  kind: z.enum(commentKinds),
  body: words,
  replacement: z.string().max(10_000).optional(),
  state: z.enum(['open', 'answered', 'withdrawn']),
  replies: z.array(reply),
  answers: z.array(answer),
  createdAt: instant,
  editedAt: instant.nullable(),
})
export type Thread = z.infer<typeof thread>
/** As sent to clients: `detached` when its words are no longer in the paper. */
export type ThreadView = Omit<Thread, 'sessionId' | 'before' | 'after'> & { detached: boolean }

export const newThread = thread
  .pick({ quote: true, kind: true, body: true, replacement: true })
  .partial({ quote: true })
  .extend({ from: position.nullable().optional(), to: position.nullable().optional() })
export const newReply = z.object({ body: words })
export const newAnswer = z.object({
  verdict: z.enum(verdicts),
  reason: z.string().trim().max(10_000).default(''),
  wording: z.string().trim().max(10_000).optional(),
})
export const editedThread = z
  .object({ body: words, replacement: z.string().max(10_000), kind: z.enum(commentKinds) })
  .partial()
