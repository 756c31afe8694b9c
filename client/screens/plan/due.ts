// How far off a deadline is, in the calendar days of the reader, and how that is said.
import type { TextKey } from '../../../shared/i18n/table'

export interface Saying {
  readonly key: TextKey
  readonly values?: Record<string, string | number>
}

const startOfDay = (at: number) => new Date(at).setHours(0, 0, 0, 0)
const dayMs = 86_400_000

/** 0 today, 1 tomorrow, −1 yesterday; a day of 23 or 25 hours counts as one. */
export const daysUntil = (at: string, now: number): number =>
  Math.round((startOfDay(Date.parse(at)) - startOfDay(now)) / dayMs)

/** A deadline kept to the day is past on the next day, one with an hour is past at that hour. */
export interface DueMoment {
  readonly at: string
  readonly isDay: boolean
}
export const isPast = ({ at, isDay }: DueMoment, now: number): boolean =>
  isDay ? daysUntil(at, now) < 0 : Date.parse(at) <= now

export function dueSaying(due: DueMoment, now: number): Saying {
  const days = daysUntil(due.at, now)
  if (days < 0) return { key: 'plan.daysLate', values: { days: -days } }
  if (isPast(due, now)) return { key: 'plan.lateToday' }
  if (days === 0) return { key: 'plan.today' }
  return days === 1 ? { key: 'plan.tomorrow' } : { key: 'plan.daysLeft', values: { days } }
}

/** Late, or so near that it should be done first. */
export const isPressing = (due: DueMoment, now: number): boolean =>
  isPast(due, now) || daysUntil(due.at, now) <= 2

/** When something happened, as one would say it; a date once it is a day ago. */
export function agoSaying(at: string, now: number): Saying | null {
  const minutes = Math.floor((now - Date.parse(at)) / 60_000)
  if (minutes < 1) return { key: 'plan.justNow' }
  if (minutes < 60) return { key: 'plan.minutesAgo', values: { count: minutes } }
  if (minutes >= 24 * 60) return null
  return { key: 'plan.hoursAgo', values: { count: Math.floor(minutes / 60) } }
}
