// What still has no answer when the text is to be submitted: comments, opinions of the minutes, conclusion items.

import { unabsorbed } from '../../shared/facts/conclusion'
import { type Missing, type MissingKind, missingKinds } from '../../shared/facts/missing'
import { namesOf } from '../../shared/name-of'
import type { Session } from '../../shared/records/session'
import { Refusal } from '../../shared/refusals'
import type { Services } from '../services'

const mostNamed = 5
const mostLetters = 60

const short = (words: string) => {
  const letters = [...words.replace(/\s+/g, ' ').trim()]
  return letters.length > mostLetters
    ? `${letters.slice(0, mostLetters).join('')}…`
    : letters.join('')
}

interface Open {
  readonly by: string | null
  readonly words: string
}

/** Throws `unanswered`, which names what is missing. Withdrawn comments ask for nothing. */
export async function refuseUnanswered({ records }: Services, session: Session): Promise<void> {
  const threads = await records.find('threads', { sessionId: session.id, state: 'open' })
  const opinions = await records.find('opinions', { sessionId: session.id })
  const nameOf = namesOf(await records.find('people', { cellId: session.cellId }))
  const open: Record<MissingKind, readonly Open[]> = {
    comments: threads.map(({ author, body }) => ({ by: author, words: body })),
    opinions: opinions
      .filter(({ answers }) => answers.length === 0)
      .map(({ author, words }) => ({ by: author, words })),
    items: unabsorbed(session.conclusion).map(({ body }) => ({ by: null, words: body })),
  }
  const missing: Missing[] = missingKinds
    .map((kind) => ({
      kind,
      count: open[kind].length,
      named: open[kind]
        .slice(0, mostNamed)
        .map(({ by, words }) => ({ name: by === null ? null : nameOf(by), words: short(words) })),
    }))
    .filter(({ count }) => count > 0)
  if (missing.length > 0) throw new Refusal('unanswered', { missing })
}
