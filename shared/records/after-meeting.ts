// What a meeting leaves behind it: minutes agreed and signed, papers produced, the session that comes next.
import { z } from 'zod'
import { username } from './person'

const instant = z.iso.datetime()

export const signingSeats = ['minutesTaker', 'chair'] as const
export type SigningSeat = (typeof signingSeats)[number]

/** Set when the minutes were read back and agreed; from then on nobody writes them. */
export const minutesSigned = z.object({
  versionId: z.string(),
  number: z.int().positive(),
  sha256: z.string(),
  agreedAt: instant,
  by: z.array(z.object({ username, seat: z.enum(signingSeats), at: instant })),
})
export type MinutesSigned = z.infer<typeof minutesSigned>

/** Both have signed: closed for ever. */
export const isClosed = (signed: MinutesSigned | null): boolean =>
  signed !== null && signingSeats.every((seat) => signed.by.some((one) => one.seat === seat))

/** Named before people leave; `sessionId` is the planned session it became. */
export const nextSession = z.object({
  topic: z.string().trim().min(1).max(300),
  presenter: username.nullable(),
  sessionId: z.string(),
})

/** The papers that approval produces, in the order in which they are listed. */
export const afterPapers = ['conclusion', 'resolution', 'answers', 'report'] as const
export type AfterPaper = (typeof afterPapers)[number]
export const papersAfter = z.array(z.object({ kind: z.enum(afterPapers), id: z.string() }))
