// The conclusion's items as they are filled in: their days stand as typed, dd/mm/yyyy.
import type { ConclusionItem } from '../../../shared/records/conclusion'
import { writtenDay } from '../../../shared/written-day'
import { readDay } from '../ui/written-date'

/** `dueOn` is what was typed; `readItems` makes a day of it. */
export type WrittenItem = ConclusionItem

export const writeItem = (item: ConclusionItem): WrittenItem => ({
  ...item,
  dueOn: item.dueOn && writtenDay(item.dueOn),
})

export const isDayWrong = ({ dueOn }: WrittenItem): boolean =>
  dueOn !== null && readDay(dueOn) === null

/** `null` while a day among them is none. */
export function readItems(items: readonly WrittenItem[]): ConclusionItem[] | null {
  if (items.some(isDayWrong)) return null
  return items.map((item) => ({ ...item, dueOn: item.dueOn && readDay(item.dueOn) }))
}
