// The colour of a person's avatar, the same on every screen.

/** White letters on them reach AA. */
const colours = [
  '#1d4f8c',
  '#1f6b45',
  '#6b4fa0',
  '#7a5c1e',
  '#0e6b74',
  '#8a3f6d',
  '#4b5d1f',
  '#5a4636',
]

export function colourOf(id: string): string {
  let sum = 0
  for (const char of id) sum = (sum * 31 + (char.codePointAt(0) ?? 0)) % 1_000_003
  return colours[sum % colours.length] as string
}
