// The cell's rule set as its form holds it: numbers as typed, days before the meeting without their sign.
import { usualCriteria } from '../../../shared/facts/self-score'
import type { RuleSet, RuleSetWish } from '../../../shared/records/cell'

export const dayKeys = [
  'outlineDueDays',
  'outlineCommentsCloseDays',
  'draftDueDays',
  'draftCommentsCloseDays',
  'passByDays',
  'papersOutDays',
  'finalTextDays',
] as const
export const minuteKeys = ['minimumMinutes', 'minimumMinutesCombined'] as const
type DayKey = (typeof dayKeys)[number]
type MinuteKey = (typeof minuteKeys)[number]

/** The only one that is counted from the meeting on. */
export const isAfter = (key: DayKey): boolean => key === 'finalTextDays'

export interface TypedCriterion {
  readonly id: number
  readonly name: string
  readonly most: string
}
export interface RuleValues {
  readonly numbers: Readonly<Record<DayKey | MinuteKey, string>>
  readonly passRequired: boolean
  /** `null`: the program's own. */
  readonly criteria: readonly TypedCriterion[] | null
}

const typed = (criteria: readonly { name: string; most: number }[]): TypedCriterion[] =>
  criteria.map(({ name, most }, id) => ({ id, name, most: String(most) }))

export const ownCriteria = (): TypedCriterion[] => typed(usualCriteria)

export function valuesOf(rules: RuleSet): RuleValues {
  const keys = [...dayKeys, ...minuteKeys]
  const numbers = Object.fromEntries(keys.map((key) => [key, String(Math.abs(rules[key]))]))
  return {
    numbers: numbers as RuleValues['numbers'],
    passRequired: rules.passRequired,
    criteria: rules.criteria ? typed(rules.criteria) : null,
  }
}

const whole = (words: string, least: number, most: number): number | null => {
  const number = /^\d{1,4}$/.test(words.trim()) ? Number(words) : Number.NaN
  return number >= least && number <= most ? number : null
}

/** `null` for what cannot be taken. */
export const readNumber = (key: DayKey | MinuteKey, words: string): number | null =>
  minuteKeys.some((one) => one === key) ? whole(words, 1, 1440) : whole(words, 0, 365)
export const readMost = (words: string): number | null => whole(words, 1, 100)

export type Wrong = 'rules.wrongDays' | 'rules.wrongMinutes' | 'rules.wrongCriteria'
type Read = { readonly rules: RuleSetWish } | { readonly rules: null; readonly wrong: Wrong }
const mistake = (wrong: Wrong) => ({ rules: null, wrong })

/** The rule set, or what is wrong with what was typed. */
export function rulesOf({ numbers, passRequired, criteria }: RuleValues): Read {
  const days = dayKeys.map((key) => [key, readNumber(key, numbers[key])] as const)
  if (days.some(([, count]) => count === null)) return mistake('rules.wrongDays')
  const minutes = minuteKeys.map((key) => [key, readNumber(key, numbers[key])] as const)
  if (minutes.some(([, count]) => count === null)) return mistake('rules.wrongMinutes')
  const own = criteria?.map(({ name, most }) => ({ name: name.trim(), most: readMost(most) }))
  if (own) {
    const isEach = own.every(({ name, most }) => name !== '' && most !== null)
    const isOnce = new Set(own.map(({ name }) => name)).size === own.length
    if (own.length === 0 || !isEach || !isOnce) return mistake('rules.wrongCriteria')
  }
  const signed = days.map(([key, count]) => [key, isAfter(key) ? count : 0 - Number(count)])
  const rules = {
    ...(Object.fromEntries([...signed, ...minutes]) as Record<DayKey | MinuteKey, number>),
    passRequired,
    criteria: own?.map(({ name, most }) => ({ name, most: Number(most) })) ?? null,
  }
  return { rules }
}
