// A note to oneself at a passage, or words prepared for the meeting: their author's alone until released.
import { z } from 'zod'
import { position } from './thread'

export const noteKinds = ['note', 'speech'] as const

const words = z.string().trim().min(1).max(10_000)
const instant = z.iso.datetime()

export const note = z.object({
  id: z.string(),
  sessionId: z.string(),
  /** The live paper or the frozen version it is about; `null`: the session as a whole. */
  documentId: z.string().nullable(),
  author: z.string(),
  from: position.nullable(),
  to: position.nullable(),
  quote: z.string().max(10_000),
  /** Up to 32 characters on each side of the quote, for finding it again. */
  before: z.string(),
  after: z.string(),
  kind: z.enum(noteKinds),
  body: words,
  createdAt: instant,
  editedAt: instant.nullable(),
  /** Since then everyone who may read the session has it, and it stays as it is. */
  releasedAt: instant.nullable(),
})
export type Note = z.infer<typeof note>

export const newNote = note.pick({ kind: true, body: true }).extend({
  documentId: z.string().nullable().optional(),
  from: position.nullable().optional(),
  to: position.nullable().optional(),
  quote: z.string().max(10_000).optional(),
})
export const editedNote = note.pick({ kind: true, body: true }).partial()
