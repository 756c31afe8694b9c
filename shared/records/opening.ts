// Who has opened which paper: that, and nothing of how long or how often.
import { z } from 'zod'

export const opening = z.object({
  /** `personId/documentId`. */
  id: z.string(),
  sessionId: z.string(),
  /** A live paper or a frozen version. */
  documentId: z.string(),
  personId: z.string(),
  /** The first time. */
  at: z.iso.datetime(),
})
export type Opening = z.infer<typeof opening>
export const openingId = (personId: string, documentId: string) => `${personId}/${documentId}`

/** One paper of a session: how many of those called have opened it, and who has not. */
export interface PaperOpenings {
  readonly id: string
  readonly paper: 'outline' | 'draft' | 'version'
  /** The version's number. */
  readonly number: number | null
  readonly opened: number
  readonly called: number
  /** Usernames, in the order of names. */
  readonly notYet: readonly string[]
}
