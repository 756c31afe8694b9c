// A frozen version: an immutable text, named by its digest, chained to the one before.
import { z } from 'zod'

export const version = z.object({
  id: z.string(),
  sessionId: z.string(),
  /** Of the draft, or of the minutes: each has a chain of its own. */
  documentId: z.string(),
  number: z.int().positive(),
  /** SHA-256, hex, of the exact canonical bytes. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  previousSha256: z.string().nullable(),
  /** The digest of the text the committee passed, where it passed one. */
  passedSha256: z.string().nullable(),
  frozenAt: z.iso.datetime(),
  frozenBy: z.string(),
})
export type Version = z.infer<typeof version>
