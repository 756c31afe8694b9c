// Which unanswered comments say much the same as one in hand: about the same words, or in the same words.
import { bareLetters } from '../../../shared/bare-letters'
import type { ThreadView } from '../../../shared/records/thread'

/** Of the words two bodies have between them, so many must be in both. */
const leastShared = 0.4
/** Words of a letter or two say nothing about what is meant. */
const shortest = 3

const wordsOf = (text: string): ReadonlySet<string> =>
  new Set(
    bareLetters(text)
      .match(/[\p{L}\p{N}]+/gu)
      ?.filter(({ length }) => length >= shortest),
  )

function share(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const both = [...a].filter((word) => b.has(word)).length
  const all = a.size + b.size - both
  return all === 0 ? 0 : both / all
}

const isAboutSameWords = (a: string, b: string) =>
  a !== '' && b !== '' && (a.includes(b) || b.includes(a))

/** The other open comments that one answer may do for as well, in the order given. */
export function similarTo(thread: ThreadView, threads: readonly ThreadView[]): ThreadView[] {
  const words = wordsOf(thread.body)
  return threads.filter(
    (other) =>
      other.id !== thread.id &&
      other.state === 'open' &&
      (isAboutSameWords(other.quote, thread.quote) ||
        share(wordsOf(other.body), words) >= leastShared),
  )
}
