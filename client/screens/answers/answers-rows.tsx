// The table itself, the columns of the form; on a phone each row is a card.
import { memo } from 'react'
import { Link } from 'wouter'
import type { AnswersRow } from '../../../shared/papers/answers-schema'
import {
  agreedWords,
  placeWords,
  postWords,
  type RowGroup,
  replacementWords,
  resultWords,
} from '../../../shared/papers/answers-words'
import { Badge, type Tone } from '../../pieces/ui/badge'
import { useWords } from '../../pieces/words/words'

const columns = [
  ['number', 'answers.columnNumber'],
  ['place', 'answers.columnPlace'],
  ['quote', 'answers.columnQuote'],
  ['author', 'answers.columnAuthor'],
  ['comment', 'answers.columnComment'],
  ['result', 'answers.columnResult'],
  ['reason', 'answers.columnReason'],
  ['wording', 'answers.columnWording'],
] as const
const labelOf = Object.fromEntries(columns) as Record<
  (typeof columns)[number][0],
  (typeof columns)[number][1]
>

const tones = { accepted: 'green', partly: 'gold', declined: 'red' } as const
const toneOf = ({ verdict }: AnswersRow): Tone => (verdict === null ? 'plain' : tones[verdict])

/** The comment's own paper, at the comment. */
const addressOf = (sessionId: string, { ground, documentId, thread }: AnswersRow) =>
  ground === 'version'
    ? `/versions/${documentId}?thread=${thread}`
    : `/sessions/${sessionId}/${ground}?thread=${thread}`

interface OneRowProps {
  sessionId: string
  number: number
  row: AnswersRow
  isInSection: boolean
}

const OneRow = memo(function OneRow({ sessionId, number, row, isInSection }: OneRowProps) {
  const { t } = useWords()
  const agreed = agreedWords(row, t)
  const replacement = replacementWords(row, t)
  const label = (column: keyof typeof labelOf) => t(labelOf[column])
  return (
    <tr className={row.verdict === null ? 'is-open' : undefined}>
      <td className="answers-number">{number}</td>
      <td className="answers-place">
        <Link
          href={addressOf(sessionId, row)}
          aria-label={`${placeWords(row, t)}: ${t('answers.goTo', { number })}`}
        >
          {placeWords(row, t, isInSection)}
        </Link>
      </td>
      <td className="answers-quote" data-label={label('quote')}>
        {row.quote}
      </td>
      <td className="answers-author" data-label={label('author')}>
        <b>{row.author.name}</b>
        <span className="answers-post">{postWords(row.author, t)}</span>
        {agreed && <span className="answers-agreed">{agreed}</span>}
      </td>
      <td className="answers-comment" data-label={label('comment')}>
        {row.kind !== 'remark' && (
          <span className="answers-kind">{t(`commentKind.${row.kind}`)}</span>
        )}
        <span>{row.body}</span>
        {replacement && <em>{replacement}</em>}
      </td>
      <td className="answers-result">
        <Badge tone={toneOf(row)}>{resultWords(row, t)}</Badge>
      </td>
      <td className="answers-reason" data-label={label('reason')}>
        {row.reason}
      </td>
      <td className="answers-wording" data-label={label('wording')}>
        {row.wording}
      </td>
    </tr>
  )
})

const titled = (words: string | null, look: string) =>
  words !== null && (
    <tr className={`answers-group is-${look}`}>
      <th scope="rowgroup" colSpan={columns.length}>
        {words}
      </th>
    </tr>
  )

interface AnswersRowsProps {
  sessionId: string
  groups: readonly RowGroup[]
}

export function AnswersRows({ sessionId, groups }: AnswersRowsProps) {
  const { t } = useWords()
  return (
    <table className="answers-table">
      <caption className="visually-hidden">{t('answers.title')}</caption>
      <thead>
        <tr>
          {columns.map(([column, words]) => (
            <th key={column} scope="col" className={`answers-${column}`}>
              {t(words)}
            </th>
          ))}
        </tr>
      </thead>
      {groups.map(({ round, section, rows }) => (
        <tbody key={rows[0]?.row.thread}>
          {titled(round, 'round')}
          {titled(section, 'section')}
          {rows.map(({ number, row }) => (
            <OneRow
              key={row.thread}
              sessionId={sessionId}
              number={number}
              row={row}
              isInSection={section !== null}
            />
          ))}
        </tbody>
      ))}
    </table>
  )
}
