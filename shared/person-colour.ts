// A person's colour: of their avatar, and of their caret in others' editors.

/** Dark enough for white letters on them (AA), and not the red that means "yours to do now". */
const colours = [
  '#1d4f8c',
  '#1f6b45',
  '#6b4fa0',
  '#7a5c1e',
  '#0e6b74',
  '#8a3f6d',
  '#4b5d1f',
  '#5a4636',
] as const

/** `id` is the person's, not the username. */
export function colourOf(id: string): string {
  let sum = 0
  for (const char of id) sum = (sum * 31 + (char.codePointAt(0) ?? 0)) % 1_000_003
  return colours[sum % colours.length] ?? colours[0]
}
