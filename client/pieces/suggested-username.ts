// A username drawn from a name: `Trần Thị Hạnh` → `hanh`, the given name without marks.
import { bareLetters } from '../../shared/bare-letters'

/** As the server reads one. */
export const usernameForm = /^[a-z0-9][a-z0-9.-]{0,39}$/

/** The given name; for a namesake with the initials before it; then with a number. */
export function suggestedUsername(name: string, taken: readonly string[] = []): string {
  const words = bareLetters(name)
    .replace(/[^a-z0-9\s]/g, '')
    .split(/\s+/)
    .filter(Boolean)
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
