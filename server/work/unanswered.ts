// What still has no answer when the text is to be submitted: comments, opinions of the minutes, conclusion items.

import { unabsorbed } from '../../shared/facts/conclusion'
import { text, vietnamese } from '../../shared/i18n/text'
import { namesOf } from '../../shared/name-of'
import type { Session } from '../../shared/records/session'
import { Refusal } from '../../shared/refusals'
import type { Services } from '../services'

const t = text(vietnamese)
const mostNamed = 5
const mostLetters = 60

const short = (words: string) => {
  const letters = [...words.replace(/\s+/g, ' ').trim()]
  return letters.length > mostLetters
    ? `${letters.slice(0, mostLetters).join('')}…`
    : letters.join('')
}

interface Missing {
  readonly by: string | null
  readonly words: string
}

function said(
  key: 'after.missingComments' | 'after.missingOpinions' | 'after.missingItems',
  missing: readonly Missing[],
  nameOf: (username: string) => string,
): string[] {
  if (missing.length === 0) return []
  const named = missing
    .slice(0, mostNamed)
    .map(({ by, words }) => `${by === null ? '' : `${nameOf(by)}: `}“${short(words)}”`)
  const rest = missing.length - named.length
  const list = [...named, ...(rest > 0 ? [t('after.missingMore', { count: rest })] : [])].join('; ')
  return [t(key, { count: missing.length, list })]
}

/** Throws `unanswered`, which names what is missing in words. Withdrawn comments ask for nothing. */
export async function refuseUnanswered({ records }: Services, session: Session): Promise<void> {
  const threads = await records.find('threads', { sessionId: session.id, state: 'open' })
  const opinions = await records.find('opinions', { sessionId: session.id })
  const people = await records.find('people', { cellId: session.cellId })
  const nameOf = namesOf(people)
  const missing = [
    ...said(
      'after.missingComments',
      threads.map(({ author, body }) => ({ by: author, words: body })),
      nameOf,
    ),
    ...said(
      'after.missingOpinions',
      opinions
        .filter(({ answers }) => answers.length === 0)
        .map(({ author, words }) => ({ by: author, words })),
      nameOf,
    ),
    ...said(
      'after.missingItems',
      unabsorbed(session.conclusion).map(({ body }) => ({ by: null, words: body })),
      nameOf,
    ),
  ]
  if (missing.length > 0) throw new Refusal('unanswered', missing.join(' '))
}
