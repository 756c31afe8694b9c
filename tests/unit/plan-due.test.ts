// The plan's deadlines: calendar days, what is late, what presses.
import { describe, expect, it } from 'vitest'
import { agoSaying, daysUntil, dueSaying, isPast, isPressing } from '../../client/screens/plan/due'

const local = (day: number, hour: number) => new Date(2026, 10, day, hour).toISOString()
const now = Date.parse(local(21, 15))

describe('days until', () => {
  it('counts calendar days, not spans of 24 hours', () => {
    expect(daysUntil(local(22, 1), now)).toBe(1)
    expect(daysUntil(local(21, 23), now)).toBe(0)
    expect(daysUntil(local(20, 23), now)).toBe(-1)
  })
})

describe('a deadline', () => {
  it('kept to the day lasts until the day is over', () => {
    expect(isPast({ at: local(21, 8), isDay: true }, now)).toBe(false)
    expect(isPast({ at: local(20, 23), isDay: true }, now)).toBe(true)
  })
  it('with an hour ends at that hour', () => {
    expect(isPast({ at: local(21, 15), isDay: false }, now)).toBe(true)
    expect(isPast({ at: local(21, 16), isDay: false }, now)).toBe(false)
  })
  it.each([
    [21, true, { key: 'plan.today' }],
    [22, true, { key: 'plan.tomorrow' }],
    [26, true, { key: 'plan.daysLeft', values: { days: 5 } }],
    [18, true, { key: 'plan.daysLate', values: { days: 3 } }],
    [21, false, { key: 'plan.lateToday' }],
  ])('on day %i is said', (day, isDay, said) => {
    expect(dueSaying({ at: local(day, 9), isDay }, now)).toEqual(said)
  })
  it('presses when it is past or within two days', () => {
    expect(isPressing({ at: local(23, 20), isDay: false }, now)).toBe(true)
    expect(isPressing({ at: local(24, 1), isDay: false }, now)).toBe(false)
    expect(isPressing({ at: local(1, 1), isDay: true }, now)).toBe(true)
  })
})

describe('what happened', () => {
  it('is said in minutes, then in hours, then as a date', () => {
    expect(agoSaying(new Date(now - 20_000).toISOString(), now)).toEqual({ key: 'plan.justNow' })
    expect(agoSaying(new Date(now - 300_000).toISOString(), now)).toEqual({
      key: 'plan.minutesAgo',
      values: { count: 5 },
    })
    expect(agoSaying(local(21, 12), now)).toEqual({ key: 'plan.hoursAgo', values: { count: 3 } })
    expect(agoSaying(local(19, 12), now)).toBeNull()
  })
})
