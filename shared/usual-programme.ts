// The fourteen usual items of a thematic session, two hours in all, with who usually does them.
import type { RuleSet } from './records/cell'
import type { ProgrammeItem } from './records/meeting'
import type { Session } from './records/session'

type Seat = 'presenter' | 'minutesTaker' | 'chair'
type Kind = ProgrammeItem['kind']

/** Source: the order of a thematic session as cells hold it; minutes are ours to start from. */
export const usualItems = [
  ['usualOpening', 'inform', 5, 'minutesTaker'],
  ['usualReason', 'inform', 3, 'chair'],
  ['usualMinutesTaker', 'decide', 2, 'chair'],
  ['usualProgramme', 'decide', 3, 'chair'],
  ['usualAim', 'inform', 5, 'chair'],
  ['usualPresent', 'inform', 20, 'presenter'],
  ['usualDiscuss', 'discuss', 40, 'chair'],
  ['usualGuests', 'inform', 10, null],
  ['usualAnswer', 'inform', 10, 'presenter'],
  ['usualConclude', 'decide', 8, 'chair'],
  ['usualVote', 'decide', 4, 'minutesTaker'],
  ['usualAssess', 'discuss', 3, 'chair'],
  ['usualMinutes', 'decide', 4, 'minutesTaker'],
  ['usualClose', 'inform', 3, 'chair'],
] as const satisfies readonly (readonly [string, Kind, number, Seat | null])[]

export type UsualItem = (typeof usualItems)[number][0]

export const usualProgramme = (
  titleOf: (item: UsualItem) => string,
  seats: Session['seats'],
): ProgrammeItem[] =>
  usualItems.map(([item, kind, minutes, seat]) => ({
    id: item,
    kind,
    title: titleOf(item),
    person: seat && seats[seat],
    minutes,
  }))

export const sumOfMinutes = (items: readonly { minutes: number }[]): number =>
  items.reduce((sum, { minutes }) => sum + minutes, 0)

/** What the cell's rules ask of the whole programme; more when it is held with the regular meeting. */
export const leastMinutes = (
  rules: Pick<RuleSet, 'minimumMinutes' | 'minimumMinutesCombined'>,
  isCombined: boolean,
): number => (isCombined ? rules.minimumMinutesCombined : rules.minimumMinutes)
