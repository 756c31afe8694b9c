// A username drawn from a name: `Trần Thị Hạnh` → `hanh`, the given name without marks.

/** As the server reads one. */
export const usernameForm = /^[a-z0-9][a-z0-9.-]{0,39}$/

/** Letters of a name as an old typewriter would set them. */
const plain = (name: string) =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replace(/[^a-z0-9\s]/g, '')

/** The given name; for a namesake with the initials before it; then with a number. */
export function suggestedUsername(name: string, taken: readonly string[] = []): string {
  const words = plain(name).split(/\s+/).filter(Boolean)
  const given = words.at(-1)
  if (!given) return ''
  const initials = words.slice(0, -1).map((word) => word[0])
  const wishes = [given, `${given}.${initials.join('')}`].filter((wish) => usernameForm.test(wish))
  const free = wishes.find((wish) => !taken.includes(wish))
  if (free) return free
  for (let n = 2; ; n++) {
    const numbered = `${given.slice(0, 36)}${n}`
    if (!taken.includes(numbered)) return numbered
  }
}
