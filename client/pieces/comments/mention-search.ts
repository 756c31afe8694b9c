// Finding the person meant after `@`: by any word of the name, with or without Vietnamese marks.
import { bareLetters } from '../../../shared/bare-letters'
import type { PublicPerson } from '../../../shared/records/person'
import { byGivenName } from '../name-order'

const composed = (text: string) => text.normalize('NFC').toLowerCase()

/** `sought` begins a word of `text`. */
const beginsWord = (text: string, sought: string) =>
  text.startsWith(sought) || text.includes(` ${sought}`)

export interface OpenMention {
  /** Where `@` stands. */
  readonly at: number
  /** What is typed after it, up to the caret. */
  readonly sought: string
}

const mostSought = 30

/** The `@` that the caret is writing at; `null` where there is none. */
export function openMention(text: string, caret: number): OpenMention | null {
  const at = text.lastIndexOf('@', caret - 1)
  if (at < 0 || caret - at > mostSought) return null
  const sought = text.slice(at + 1, caret)
  const before = text.slice(0, at)
  // An address, a word, or a name already taken.
  if (/[\p{L}\p{M}\p{N}_.+\-@/]$/u.test(before) || /[\n\r@]|^\s/.test(sought)) return null
  return { at, sought }
}

const mayRead = ({ posts }: PublicPerson) =>
  posts.length === 0 || posts.some((post) => post !== 'technician')

/** Lower is nearer; `null` for who is not meant. */
function distance({ name, username }: PublicPerson, sought: string): number | null {
  const plain = bareLetters(sought)
  const words = bareLetters(name)
  if (!beginsWord(words, plain) && !username.startsWith(plain)) return null
  const given = words.split(' ').at(-1) ?? ''
  // Typed with its marks, a name means this one before those that only look alike.
  const isExact = beginsWord(composed(name), composed(sought))
  return (
    (isExact ? 0 : 4) + (given.startsWith(plain) ? 0 : 2) + (username.startsWith(plain) ? 0 : 1)
  )
}

/** Those who may be meant, the likeliest first; nobody is offered themselves. */
export function peopleMeant(
  people: readonly PublicPerson[],
  sought: string,
  me: string,
): PublicPerson[] {
  // A name typed in full and left by a blank is done.
  if (people.some(({ username }) => sought === `${username} `)) return []
  return people
    .filter((one) => !one.disabled && one.username !== me && mayRead(one))
    .flatMap((one) => {
      const far = distance(one, sought)
      return far === null ? [] : [{ one, far: sought === '' ? 0 : far }]
    })
    .sort((a, b) => a.far - b.far || byGivenName(a.one, b.one))
    .map(({ one }) => one)
}
