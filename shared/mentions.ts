// People named in a comment or a reply: `@username` in the text, a name on the screen.

/** A token ends where no letter, mark or digit of any script goes on; an e-mail address has none. */
const token = /(?<![\p{L}\p{M}\p{N}_.+\-@/])@([a-z0-9][a-z0-9.-]{0,39})(?![\p{L}\p{M}\p{N}_@])/giu

export interface Mention {
  readonly username: string
  /** `[from, to)` in the text, the sign included. */
  readonly from: number
  readonly to: number
}

/** A full stop or a hyphen may end a sentence or a name: the longest known name is meant. */
function knownIn(written: string, usernames: ReadonlySet<string>): string | null {
  let name = written.toLowerCase()
  while (!usernames.has(name)) {
    if (!/[.-]$/.test(name)) return null
    name = name.slice(0, -1)
  }
  return name
}

/** Every place where one of these people is named, in order. */
export function mentionPlaces(text: string, usernames: ReadonlySet<string>): Mention[] {
  return [...text.matchAll(token)].flatMap(({ 1: written = '', index }) => {
    const username = knownIn(written, usernames)
    return username === null ? [] : [{ username, from: index, to: index + 1 + username.length }]
  })
}

/** The people named, each once, in the order in which they are. */
export const mentionsIn = (text: string, usernames: ReadonlySet<string>): string[] => [
  ...new Set(mentionPlaces(text, usernames).map(({ username }) => username)),
]

export type TextPart = string | { readonly username: string }

/** The text in parts: words as they are, and people. */
export function partsOf(text: string, usernames: ReadonlySet<string>): TextPart[] {
  const parts: TextPart[] = []
  let at = 0
  for (const { username, from, to } of mentionPlaces(text, usernames)) {
    if (from > at) parts.push(text.slice(at, from))
    parts.push({ username })
    at = to
  }
  if (at < text.length) parts.push(text.slice(at))
  return parts
}

/** For paper and plain text, where there are no chips. */
export const withNames = (text: string, names: ReadonlyMap<string, string>): string =>
  partsOf(text, new Set(names.keys()))
    .map((part) => (typeof part === 'string' ? part : (names.get(part.username) ?? '')))
    .join('')
