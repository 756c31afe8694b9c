// A thematic session: its stage, seats, windows, and what was decided on the way.
import { z } from 'zod'
import { mostReasonLetters } from '../facts/absence'
import { afterPapers } from '../facts/after-meeting'
import { plainScreen } from '../facts/screen'
import { everyone } from '../facts/session'
import { stages } from '../stages'
import { absences } from './absence'
import { minutesSigned, nextSession, papersAfter } from './after-meeting'
import { conclusionItems } from './conclusion'
import { emptyMeeting, meeting } from './meeting'
import { username } from './person'
import { screen } from './screen'
import { selfScore } from './self-score'

/** No level of state secret is among these: choosing one refuses the paper. */
export const classifications = ['public', 'internal', 'restricted'] as const
export const stateSecretLevels = ['confidential', 'secret', 'topSecret'] as const

/** People are named by username. */
export const seatPlan = z.object({
  presenter: username.nullable(),
  coAuthors: z.union([z.literal(everyone), z.array(username).max(200)]),
  minutesTaker: username.nullable(),
  chair: username.nullable(),
  guests: z.array(username).max(50),
})
export type SeatPlan = z.infer<typeof seatPlan>
export const emptySeatPlan: SeatPlan = {
  presenter: null,
  coAuthors: [],
  minutesTaker: null,
  chair: null,
  guests: [],
}

const instant = z.iso.datetime()
/** `opensAt` ≤ now < `closesAt`, judged by the server's clock when a write lands. */
export const window = z.object({ opensAt: instant, closesAt: instant })
export const windows = z.object({ outline: window, draft: window })

export const attendanceKinds = ['present', 'excused', 'absent'] as const
const mostCalled = 500
const called = z.object({
  username,
  kind: z.enum(attendanceKinds),
  /** Why somebody is away; the session's readers do not get it. */
  reason: z.string().trim().max(mostReasonLetters).optional(),
})
export const attendance = z.array(called).max(mostCalled)
/** Some of the list: `onlyUnset` gives way to what stands of that person already. */
export const attendanceMarks = z
  .array(called.extend({ onlyUnset: z.boolean().optional() }))
  .max(mostCalled)
export type Attendance = z.infer<typeof attendance>

/** Where the projector stands: a version and one of its numbered paragraphs, 0 before the first. */
export const place = z.object({
  version: z.string(),
  paragraph: z.int().min(0).max(100_000),
  /** Which of the paper's units, where a table or a picture is meant and not the paragraph. */
  unit: z.int().min(0).max(100_000).optional(),
  /** How far into a paragraph that is longer than a screen: 0 its beginning, 1 its end. */
  share: z.number().min(0).max(1).optional(),
})
export type Place = z.infer<typeof place>
export const projection = place.extend({
  /** The username the chair handed the projector to. */
  handedTo: username.nullable(),
  /** Grows with every step; rows of earlier releases have none. */
  seq: z.int().min(0).optional(),
})
export type Projection = z.infer<typeof projection>

/** One line of the session's history, in order. */
export const happening = z.object({
  act: z.string(),
  by: z.string(),
  at: instant,
  reason: z.string().optional(),
  version: z.int().optional(),
})

export const session = z.object({
  id: z.string(),
  cellId: z.string(),
  stage: z.enum(stages),
  topic: z.string().trim().min(1).max(300),
  number: z.int().positive(),
  year: z.int().min(2000).max(2200),
  quarter: z.int().min(1).max(4),
  meetingAt: instant,
  place: z.string().trim().max(200),
  classification: z.enum(classifications),
  seats: seatPlan,
  windows,
  documents: z.object({ outline: z.string(), draft: z.string(), minutes: z.string() }),
  passed: z.object({ by: z.string(), at: instant, sha256: z.string() }).nullable(),
  versions: z.array(
    z.object({ id: z.string(), number: z.int(), sha256: z.string(), stage: z.enum(stages) }),
  ),
  /** Said before the meeting; the session's readers do not get it. */
  absences,
  /** Held together with the regular meeting, which asks for more time. */
  isCombined: z.boolean(),
  attendance,
  conclusion: conclusionItems,
  selfScore: selfScore.nullable(),
  minutesSigned: minutesSigned.nullable(),
  next: nextSession.nullable(),
  papersAfter,
  projection: projection.nullable(),
  screen,
  meeting,
  history: z.array(happening),
  createdAt: instant,
})
export type Session = z.infer<typeof session>

/** Fields that came with later releases, for sessions planned before. */
export const sessionDefaults = {
  meeting: emptyMeeting,
  absences: [],
  isCombined: false,
  selfScore: null,
  minutesSigned: null,
  next: null,
  papersAfter: [],
  screen: plainScreen,
} satisfies Partial<Session>

/** Which document belongs to which session; kept beside it so that a socket finds it by id. */
export const document = z.object({
  id: z.string(),
  sessionId: z.string(),
  paper: z.enum(['outline', 'draft', 'minutes', ...afterPapers]),
})
export type Document = z.infer<typeof document>
