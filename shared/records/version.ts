// A frozen version: an immutable text, named by its digest, chained to the one before.
import { z } from 'zod'

export const version = z.object({
  id: z.string(),
  sessionId: z.string(),
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

/** The first eight hex digits in two groups, as the projector shows them: `7F3A·91C2`. */
export const shortDigest = (sha256: string): string =>
  `${sha256.slice(0, 4)}·${sha256.slice(4, 8)}`.toUpperCase()
