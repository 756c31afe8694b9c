// What stands in the session form, as typed: read from a session, checked, turned into a request.
import type { SessionView } from '../../../shared/events'
import type { TextKey } from '../../../shared/i18n/table'
import type { RuleSet } from '../../../shared/records/cell'
import type { classifications, SeatPlan, stateSecretLevels } from '../../../shared/records/session'
import type { Round, Windows } from '../../../shared/rights'
import { readDay, readInstant, writeInstant } from '../ui/written-date'

export type Classification = (typeof classifications)[number]
export type StateSecretLevel = (typeof stateSecretLevels)[number]
export const openLevels = [
  'public',
  'internal',
  'restricted',
] as const satisfies readonly Classification[]
export const secretLevels = [
  'confidential',
  'secret',
  'topSecret',
] as const satisfies readonly StateSecretLevel[]
export const isSecret = (level: string): level is StateSecretLevel =>
  (secretLevels as readonly string[]).includes(level)

export interface Written {
  readonly day: string
  readonly time: string
}
export interface WrittenWindow {
  readonly opens: Written
  readonly closes: Written
}
export interface SessionValues {
  readonly topic: string
  readonly number: string
  readonly year: string
  readonly quarter: number
  readonly meeting: Written
  readonly place: string
  readonly classification: Classification | StateSecretLevel
  readonly seats: SeatPlan
  /** Of a session that does not exist yet, the server makes them by the cell's rules. */
  readonly windows: Readonly<Record<Round, WrittenWindow>> | null
}

export const emptySeats: SeatPlan = {
  presenter: null,
  coAuthors: [],
  minutesTaker: null,
  chair: null,
  guests: [],
}

const writeWindow = ({ opensAt, closesAt }: Windows[Round]): WrittenWindow => ({
  opens: writeInstant(opensAt),
  closes: writeInstant(closesAt),
})
const writeWindows = ({ outline, draft }: Windows) => ({
  outline: writeWindow(outline),
  draft: writeWindow(draft),
})

export function valuesOf(session: SessionView): SessionValues {
  const { topic, number, year, quarter, meetingAt, place, classification, seats } = session
  return {
    topic,
    number: String(number),
    year: String(year),
    quarter,
    meeting: writeInstant(meetingAt),
    place,
    classification,
    seats,
    windows: writeWindows(session.windows),
  }
}

type Numbered = Pick<SessionView, 'number' | 'year'>
/** One more than the highest of the year. */
export const nextNumber = (sessions: readonly Numbered[], year: number): number =>
  Math.max(0, ...sessions.filter((one) => one.year === year).map(({ number }) => number)) + 1

/** Quarter and year of a written day; null while it is not readable. */
export function quarterOf(written: string): { quarter: number; year: number } | null {
  const day = readDay(written)
  if (!day) return null
  const [year, month] = day.split('-').map(Number) as [number, number]
  return { quarter: Math.floor((month - 1) / 3) + 1, year }
}

const dayMs = 86_400_000
const after = (instant: string, days: number) =>
  new Date(Date.parse(instant) + days * dayMs).toISOString()

type CloseRules = Pick<RuleSet, 'outlineCommentsCloseDays' | 'draftCommentsCloseDays'>
/** When each round closes by the cell's rules; null while the meeting is not readable. */
export function closesByRule(meeting: Written, rules: CloseRules): Record<Round, string> | null {
  const meetingAt = readInstant(meeting)
  if (!meetingAt) return null
  return {
    outline: after(meetingAt, rules.outlineCommentsCloseDays),
    draft: after(meetingAt, rules.draftCommentsCloseDays),
  }
}

export type Mistake = 'topic' | 'number' | 'year' | 'day' | 'time' | Round
export type Mistakes = Partial<Record<Mistake, TextKey>>

const isWithin = (written: string, least: number, most: number) =>
  /^\d+$/.test(written.trim()) && Number(written) >= least && Number(written) <= most

function windowMistake({ opens, closes }: WrittenWindow): TextKey | null {
  const opensAt = readInstant(opens)
  const closesAt = readInstant(closes)
  if (!opensAt || !closesAt) {
    const isDayWrong = !readDay(opens.day) || !readDay(closes.day)
    return isDayWrong ? 'sessionForm.dayNeeded' : 'sessionForm.timeNeeded'
  }
  return opensAt < closesAt ? null : 'refusal.bad-window'
}

/** What keeps the form from being sent, field by field. */
export function mistakesOf(values: SessionValues): Mistakes {
  const found: Record<Mistake, TextKey | null> = {
    topic: values.topic.trim() === '' ? 'sessionForm.topicNeeded' : null,
    number: isWithin(values.number, 1, 9999) ? null : 'sessionForm.numberNeeded',
    year: isWithin(values.year, 2000, 2200) ? null : 'sessionForm.yearNeeded',
    day: readDay(values.meeting.day) ? null : 'sessionForm.dayNeeded',
    time: readInstant({ day: '01/01/2026', time: values.meeting.time })
      ? null
      : 'sessionForm.timeNeeded',
    outline: values.windows && windowMistake(values.windows.outline),
    draft: values.windows && windowMistake(values.windows.draft),
  }
  return Object.fromEntries(Object.entries(found).filter(([, words]) => words !== null))
}

function readWindow({ opens, closes }: WrittenWindow): Windows[Round] | null {
  const opensAt = readInstant(opens)
  const closesAt = readInstant(closes)
  return opensAt && closesAt ? { opensAt, closesAt } : null
}

/** The request's body; null while something is not readable or is a state secret. */
export function bodyOf(values: SessionValues) {
  const meetingAt = readInstant(values.meeting)
  if (!meetingAt || isSecret(values.classification)) return null
  const outline = values.windows && readWindow(values.windows.outline)
  const draft = values.windows && readWindow(values.windows.draft)
  return {
    topic: values.topic.trim().normalize('NFC'),
    number: Number(values.number),
    year: Number(values.year),
    quarter: values.quarter,
    meetingAt,
    place: values.place.trim().normalize('NFC'),
    classification: values.classification,
    seats: values.seats,
    ...(outline && draft && { windows: { outline, draft } }),
  }
}
export type SessionBody = NonNullable<ReturnType<typeof bodyOf>>
