// The year at a glance: which years there are, and each year's sessions by quarter.
import type { SessionView } from '../../../shared/events'
import { type Stage, stagesFrom } from '../../../shared/stages'

export const romans = ['I', 'II', 'III', 'IV'] as const

export interface Quarter {
  readonly number: number
  readonly roman: string
  readonly sessions: readonly SessionView[]
}

type Placed = Pick<SessionView, 'year' | 'quarter' | 'meetingAt' | 'number'>
const inOrder = (one: Placed, other: Placed) =>
  one.meetingAt.localeCompare(other.meetingAt) || one.number - other.number

/** All four, the empty ones too: a quarter without a session is something to see. */
export const quartersOf = (sessions: readonly SessionView[], year: number): readonly Quarter[] =>
  romans.map((roman, i) => ({
    number: i + 1,
    roman,
    sessions: sessions
      .filter((session) => session.year === year && session.quarter === i + 1)
      .sort(inOrder),
  }))

const heldStages: readonly Stage[] = stagesFrom('revising')
/** How many quarters have had a session. */
export const quartersHeld = (quarters: readonly Quarter[]): number =>
  quarters.filter(({ sessions }) => sessions.some(({ stage }) => heldStages.includes(stage))).length

/** From the first year with a session to the last, this year always among them. */
export function yearSpan(
  sessions: readonly Pick<SessionView, 'year'>[],
  thisYear: number,
): { first: number; last: number } {
  const years = [thisYear, ...sessions.map(({ year }) => year)]
  return { first: Math.min(...years), last: Math.max(...years) }
}

/** This year; when it is still empty and another is not, the latest that has sessions. */
export function yearToShow(
  sessions: readonly Pick<SessionView, 'year'>[],
  thisYear: number,
): number {
  const years = sessions.map(({ year }) => year)
  return years.length === 0 || years.includes(thisYear) ? thisYear : Math.max(...years)
}
