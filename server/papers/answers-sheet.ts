// The table of comments and their answers as a paper to be printed; always in Vietnamese.

import type { PaperStyle } from '../../shared/facts/cell'
import { commentKinds, verdicts } from '../../shared/facts/thread'
import { text, vietnamese } from '../../shared/i18n/text'
import type { AnswersRow, AnswersTable, Contribution } from '../../shared/papers/answers-schema'
import {
  agreedWords,
  groupRows,
  placeWords,
  postWords,
  replacementWords,
  resultWords,
  totalsWords,
} from '../../shared/papers/answers-words'
import {
  type Block,
  type Cell,
  type Column,
  cellOf,
  headOf,
  printable,
  type Row,
  type Sheet,
} from './sheet'

const t = text(vietnamese)

export interface AnswersPaper {
  readonly table: AnswersTable
  readonly cell: { readonly name: string; readonly parentName: string; readonly place: string }
  readonly topic: string
  readonly about: 'outline' | 'draft' | 'version' | 'session'
  /** The number of the version it is about. */
  readonly version: number | null
  /** The presenter's name; empty while nobody is. */
  readonly presenter: string
  /** The day it is made, as `2027-02-05`. */
  readonly day: string
  /** The Party's form where nothing is said. */
  readonly style?: PaperStyle | undefined
}

const aboutWords = {
  outline: 'answers.onOutline',
  draft: 'answers.onDraft',
  version: 'answers.onVersion',
  session: 'answers.onSession',
} as const

const left = (label: string, widthMm: number): Column => ({ label, widthMm, align: 'left' })
const centre = (label: string, widthMm: number): Column => ({ label, widthMm, align: 'center' })

/** The eight columns of the form, as wide together as a landscape page between its margins. */
const columns: readonly Column[] = [
  centre(t('answers.columnNumber'), 10),
  left(t('answers.columnPlace'), 30),
  left(t('answers.columnQuote'), 40),
  left(t('answers.columnAuthor'), 31),
  left(t('answers.columnComment'), 47),
  centre(t('answers.columnResult'), 20),
  left(t('answers.columnReason'), 42),
  left(t('answers.columnWording'), 32),
]

function cellsOf(row: AnswersRow, number: number, isInSection: boolean): Cell[] {
  const deleted = row.stands === 'deleted' ? cellOf(`(${t('answers.deleted')})`) : []
  const kind = row.kind === 'remark' ? [] : cellOf(`(${t(`commentKind.${row.kind}`)})`)
  return [
    cellOf(String(number)),
    cellOf(placeWords(row, t, isInSection)),
    [...italic(deleted), ...cellOf(row.quote)],
    [
      ...cellOf(row.author.name),
      ...cellOf(`(${postWords(row.author, t)})`),
      ...italic(cellOf(agreedWords(row, t))),
    ],
    [...italic(kind), ...cellOf(row.body), ...italic(cellOf(replacementWords(row, t)))],
    cellOf(resultWords(row, t)),
    cellOf(row.reason),
    cellOf(row.wording),
  ]
}

const italic = (cell: Cell): Cell =>
  cell.map((runs) => runs.map((run) => ({ ...run, italic: true })))

function rowsOf(rows: readonly AnswersRow[]): Row[] {
  return groupRows(rows, t).flatMap((group): Row[] => {
    const isInSection = group.section !== null
    return [
      ...(group.round === null ? [] : [{ kind: 'group', words: group.round, level: 1 } as const]),
      ...(group.section === null
        ? []
        : [{ kind: 'group', words: group.section, level: 2 } as const]),
      ...group.rows.map(
        ({ number, row }) => ({ kind: 'cells', cells: cellsOf(row, number, isInSection) }) as const,
      ),
    ]
  })
}

/** Nine counts, each as wide as its longest word. */
const contributionColumns: readonly Column[] = [
  centre(t('answers.columnNumber'), 10),
  left(t('answers.columnName'), 51),
  left(t('answers.columnPost'), 38),
  centre(t('answers.columnCount'), 17),
  ...commentKinds.map((kind) => centre(t(`commentKind.${kind}`), 17)),
  ...verdicts.map((verdict) => centre(t(`verdict.${verdict}`), 17)),
  centre(t('answers.open'), 17),
  centre(t('answers.columnAgreements'), 17),
]

function contributionRow(one: Contribution, index: number): Row {
  const counts = [
    one.comments,
    ...commentKinds.map((kind) => one.kinds[kind]),
    ...verdicts.map((verdict) => one.verdicts[verdict]),
    one.open,
    one.agreements,
  ]
  const words = [
    String(index + 1),
    one.person.name,
    postWords(one.person, t),
    ...counts.map(String),
  ]
  return { kind: 'cells', cells: words.map((word) => cellOf(word)) }
}

function blocksOf(table: AnswersTable): Block[] {
  const paragraph = (words: string): Block => ({ kind: 'paragraph', runs: [{ text: words }] })
  if (table.rows.length === 0) return [paragraph(t('answers.noComments'))]
  return [
    { kind: 'table', columns, rows: rowsOf(table.rows) },
    ...totalsWords(table, t).map(paragraph),
    { kind: 'heading', words: `${t('answers.contributions')} (${t('answers.inNameOrder')})` },
    {
      kind: 'table',
      columns: contributionColumns,
      rows: table.contributions.map(contributionRow),
    },
  ]
}

export function answersSheet(paper: AnswersPaper): Sheet {
  const { table, cell, topic, about, version, presenter, day, style = 'hd05' } = paper
  const name = t('answers.title')
  const subject = `${t(aboutWords[about], { number: version ?? '' })} “${topic}”`
  return {
    style,
    isLandscape: true,
    name,
    head: headOf(cell, style, day),
    title: name.toLocaleUpperCase('vi'),
    subject: printable(subject),
    blocks: blocksOf(table),
    signature: {
      role: t('answers.preparedBy').toLocaleUpperCase('vi'),
      name: printable(presenter),
    },
  }
}
