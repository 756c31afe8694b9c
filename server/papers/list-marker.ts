// What stands before an item of a list, as Word counts it.
import type { ListForm } from './sheet'

const romans = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
] as const

function roman(number: number): string {
  let left = number
  let written = ''
  for (const [value, letters] of romans) {
    for (; left >= value; left -= value) written += letters
  }
  return written
}

/** Word writes the 27th item `aa`, the 28th `bb`. */
const letter = (number: number) =>
  String.fromCharCode(97 + ((number - 1) % 26)).repeat(Math.ceil(number / 26))

const most = { a: 780, A: 780, i: 3999, I: 3999 } as const

export function markerOf(form: ListForm, number: number): string {
  if (form === 'bullet') return '-'
  if (form === '1' || number < 1 || number > most[form]) return `${number}.`
  const written = form === 'a' || form === 'A' ? letter(number) : roman(number)
  return `${form === 'A' || form === 'I' ? written.toUpperCase() : written}.`
}
