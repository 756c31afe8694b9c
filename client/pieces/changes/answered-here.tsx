// The comments that a change answered: who asked for what, and what was answered.
import type { Change } from '../../../shared/changes/changes'
import { paragraphBreak } from '../../../shared/changes/word-matches'
import type { ThreadView } from '../../../shared/records/thread'
import { usePeople } from '../people-names'
import { Badge } from '../ui/badge'
import { useWords } from '../words/words'

const plain = (words: string) => words.normalize('NFC').replace(/\s+/g, ' ').trim()

function wordsOf(change: Change, side: 'a' | 'b'): string {
  const own = side === 'a' ? 'deleted' : 'inserted'
  const inside = change.rows.flatMap(({ cells }) =>
    cells.flatMap(({ changes }) => changes.map((one) => wordsOf(one, side))),
  )
  const text = change.segments
    .filter(({ kind }) => kind === 'same' || kind === 'reformed' || kind === own)
    .map((segment) => (segment.text === paragraphBreak ? ' ' : segment.text))
    .join('')
  return [text, ...inside].join(' ')
}

/** Its wording came in there, or the words it was about went. */
function isAnsweredBy(thread: ThreadView, before: string, after: string): boolean {
  const answer = thread.answers.at(-1)
  if (thread.state !== 'answered' || !answer || answer.verdict === 'declined') return false
  const [quote, wording] = [plain(thread.quote), plain(answer.wording ?? '')]
  if (wording !== '' && after.includes(wording) && !before.includes(wording)) return true
  return quote !== '' && before.includes(quote) && !after.includes(quote)
}

export function threadsOf(change: Change, threads: readonly ThreadView[]): ThreadView[] {
  if (change.kind === 'same' || change.kind === 'movedAway') return []
  const [before, after] = [plain(wordsOf(change, 'a')), plain(wordsOf(change, 'b'))]
  return threads.filter((thread) => isAnsweredBy(thread, before, after))
}

const tones = { accepted: 'green', partly: 'gold', declined: 'red' } as const

export function AnsweredHere({ threads }: { threads: readonly ThreadView[] }) {
  const { t } = useWords()
  const { nameOf } = usePeople()
  if (threads.length === 0) return null
  return (
    <ul className="change-threads" aria-label={t('changes.answeredHere')}>
      {threads.map(({ id, author, body, quote, answers }) => {
        const answer = answers.at(-1)
        return (
          <li key={id}>
            <p className="change-thread-who">
              {nameOf(author)}
              {answer && (
                <Badge tone={tones[answer.verdict]}>{t(`verdict.${answer.verdict}`)}</Badge>
              )}
              {answer?.applied && <span className="change-soft">{t('changes.applied')}</span>}
            </p>
            {quote !== '' && <p className="change-quote">“{quote}”</p>}
            <p>{body}</p>
            {answer && answer.reason !== '' && <p className="change-soft">{answer.reason}</p>}
          </li>
        )
      })}
    </ul>
  )
}
