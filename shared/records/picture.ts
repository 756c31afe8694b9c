// A picture that somebody put into a session's papers; its bytes are a blob of this digest.
import { z } from 'zod'

export const picture = z.object({
  id: z.string(),
  sha256: z.string(),
  sessionId: z.string(),
  form: z.enum(['png', 'jpeg']),
  width: z.int().positive(),
  height: z.int().positive(),
  size: z.int().positive(),
  by: z.string(),
  at: z.iso.datetime(),
})
export type Picture = z.infer<typeof picture>

/** What all papers of one session may hold. */
export const mostPictures = 100
export const mostPictureBytes = 20 * 1024 * 1024
