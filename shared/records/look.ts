// When a person last looked at a paper's comments, and what others have done there since.
import { z } from 'zod'
import type { Thread } from './thread'

const instant = z.iso.datetime()

export const look = z.object({
  /** `personId/documentId`. */
  id: z.string(),
  personId: z.string(),
  /** A live paper or a frozen version. */
  documentId: z.string(),
  at: instant,
  /** Agreements with the person's own comments seen by then, `threadId username`: they bear no time. */
  agreed: z.array(z.string()),
})
export type Look = z.infer<typeof look>
export const lookId = (personId: string, documentId: string) => `${personId}/${documentId}`

/** `at`: the time of the newest thing on the screen; without it, now. */
export const newLook = z.object({ at: instant.optional() })

/** Something another person did. */
export interface News {
  readonly kind: 'comment' | 'reply' | 'answer' | 'mention' | 'agreement'
  readonly thread: string
  /** The comment's author. */
  readonly author: string
  readonly by: string
  readonly at: string
  /** The beginning of what was said. */
  readonly words: string
  readonly verdict?: Thread['answers'][number]['verdict']
}

export interface PaperNews {
  readonly sessionId: string
  /** The session's number in its year, and its topic. */
  readonly number: number
  readonly topic: string
  readonly documentId: string
  readonly paper: 'outline' | 'draft' | 'version'
  /** The version's number. */
  readonly version: number | null
  /** The newest of it. */
  readonly at: string
  /** Every comment with something new, whether it is told of below or not. */
  readonly threads: string[]
  readonly items: News[]
}

/** So many things are told at once. */
export const mostNews = 100
