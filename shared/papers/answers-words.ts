// What the cells of the answers table say, and the rows that part it when it is long.
import type { Text } from '../i18n/table'
import { posts } from '../roles'
import type { AnswersRow, AnswersTable, Named, Tally } from './answers-schema'

/** With so many comments in a round its sections get a row of their own. */
const manyRows = 12

/** `Phó bí thư`; several posts in the order of the cell's list. */
export const postWords = (person: Named, t: Text): string =>
  person.posts.length === 0
    ? t('seat.guest')
    : posts
        .filter((post) => person.posts.includes(post))
        .map((post) => t(`post.${post}`))
        .join(', ')

const paragraphWords = ([first, last]: readonly [number, number], t: Text) =>
  first === last
    ? t('answers.paragraph', { number: first })
    : t('answers.paragraphs', { first, last })

/** Under which headings and in which paragraph; without the outermost where a row above says it. */
export function placeWords(row: AnswersRow, t: Text, isInSection = false): string {
  if (row.stands === 'whole') return t('answers.whole')
  if (row.stands === 'deleted') return t('answers.deleted')
  const parts = isInSection ? row.headings.slice(1) : [...row.headings]
  if (row.paragraphs) parts.push(paragraphWords(row.paragraphs, t))
  // A heading that names its own section, or a title above all headings.
  return parts.join(', ') || row.headings[0] || t('answers.top')
}

export const agreedWords = ({ agreed }: AnswersRow, t: Text): string =>
  agreed.length === 0
    ? ''
    : t('answers.sameOpinion', { names: agreed.map(({ name }) => name).join(', ') })

/** What the comment puts in the place of the words; empty where it puts nothing. */
export function replacementWords({ replacement }: AnswersRow, t: Text): string {
  if (replacement === undefined) return ''
  return replacement.trim() === ''
    ? t('answers.suggestsDeleting')
    : t('answers.suggests', { words: replacement })
}

export const resultWords = ({ verdict }: AnswersRow, t: Text): string =>
  t(verdict === null ? 'answers.open' : `verdict.${verdict}`)

/** Of which round a row is. */
export const roundWords = ({ ground, version }: AnswersRow, t: Text): string =>
  ground === 'version' ? t('answers.version', { number: version ?? '…' }) : t(`paper.${ground}`)

const sectionOf = (row: AnswersRow, t: Text) => {
  if (row.stands === 'whole') return t('answers.wholeSection')
  if (row.stands === 'deleted') return t('answers.deletedSection')
  return row.headings[0] ?? t('answers.top')
}

/** Rows under what they have in common; numbered through the whole table. */
export interface RowGroup {
  readonly round: string | null
  readonly section: string | null
  readonly rows: readonly { readonly number: number; readonly row: AnswersRow }[]
}

/** Rounds are told apart where there are several, sections where a round is long. */
export function groupRows(rows: readonly AnswersRow[], t: Text): RowGroup[] {
  const rounds: { words: string; rows: { number: number; row: AnswersRow }[] }[] = []
  rows.forEach((row, index) => {
    const words = roundWords(row, t)
    if (rounds.at(-1)?.words !== words) rounds.push({ words, rows: [] })
    rounds.at(-1)?.rows.push({ number: index + 1, row })
  })
  return rounds.flatMap((round) => {
    const sections = bySection(round.rows, t)
    const isLong = round.rows.length > manyRows && sections.length > 1
    const shown = isLong ? sections : [{ section: null, rows: round.rows }]
    const named = rounds.length > 1 ? round.words : null
    return shown.map((part, index) => ({ ...part, round: index === 0 ? named : null }))
  })
}

function bySection(rows: readonly { number: number; row: AnswersRow }[], t: Text) {
  const sections: { section: string; rows: { number: number; row: AnswersRow }[] }[] = []
  for (const one of rows) {
    const section = sectionOf(one.row, t)
    if (sections.at(-1)?.section !== section) sections.push({ section, rows: [] })
    sections.at(-1)?.rows.push(one)
  }
  return sections
}

const tallyValues = ({ comments, open, verdicts, kinds }: Tally) => ({
  comments,
  open,
  ...verdicts,
  ...kinds,
})

/** The lines below the table. */
export const totalsWords = ({ totals }: AnswersTable, t: Text): string[] => {
  const values = { ...tallyValues(totals), agreements: totals.agreements }
  return [
    t('answers.totals', values),
    t('answers.kindTotals', values),
    ...(totals.agreements > 0 ? [t('answers.agreementTotals', values)] : []),
  ]
}
