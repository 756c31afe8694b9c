// A word said before the meeting: who cannot come, and why.
import { z } from 'zod'
import { mostReasonLetters } from '../facts/absence'
import { username } from './person'

const reason = z.string().trim().max(mostReasonLetters)

export const absence = z.object({
  username,
  reason,
  at: z.iso.datetime(),
  /** Whoever said it: oneself, or who keeps the list for somebody. */
  by: username,
})
export type Absence = z.infer<typeof absence>
/** The last word of a person counts, so nobody stands here twice. */
export const absences = z.array(absence).max(500)

export const absenceWish = z.object({ reason })

/** Why somebody is away is for those who lead the meeting; everyone else sees what is their own. */
export interface AbsenceView {
  readonly absences: readonly Absence[]
  /** The attendance list with the reasons, which the session itself does not show. */
  readonly attendance: readonly { username: string; kind: string; reason?: string | undefined }[]
}

/** One's own word on one of the cell's sessions. */
export type OwnAbsence = Pick<Absence, 'reason' | 'at'> & { readonly sessionId: string }
