// What a meeting leaves behind it: minutes agreed and signed, papers produced, the session that comes next.
import { z } from 'zod'
import { afterPapers, signingSeats } from '../facts/after-meeting'
import { username } from './person'

const instant = z.iso.datetime()

/** Set when the minutes were read back and agreed; from then on nobody writes them. */
export const minutesSigned = z.object({
  versionId: z.string(),
  number: z.int().positive(),
  sha256: z.string(),
  agreedAt: instant,
  by: z.array(z.object({ username, seat: z.enum(signingSeats), at: instant })),
})
export type MinutesSigned = z.infer<typeof minutesSigned>

/** Named before people leave; `sessionId` is the planned session it became. */
export const nextSession = z.object({
  topic: z.string().trim().min(1).max(300),
  presenter: username.nullable(),
  sessionId: z.string(),
})

export const papersAfter = z.array(z.object({ kind: z.enum(afterPapers), id: z.string() }))
