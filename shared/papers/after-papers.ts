// The papers that approval produces: the cell's template, filled with what the meeting and the revising left.
import type { PaperNode } from '../document/outline'
import type { AfterPaper } from '../facts/after-meeting'
import { scoreOf } from '../facts/self-score'
import { perCent } from '../facts/vote'
import type { Text } from '../i18n/table'
import type { ConclusionItem } from '../records/conclusion'
import type { Opinion } from '../records/opinion'
import type { SelfScore } from '../records/self-score'
import type { Vote } from '../records/vote'
import { withLines, withRows, withWords } from '../templates/sections'
import { writtenDay } from '../written-day'
import type { AnswersRow } from './answers-schema'
import { placeWords, postWords, resultWords } from './answers-words'

/** What is known when the text is approved. */
export interface Material {
  readonly conclusion: readonly ConclusionItem[]
  readonly opinions: readonly Opinion[]
  /** Those closed with a result. */
  readonly votes: readonly Vote[]
  readonly rows: readonly AnswersRow[]
  readonly selfScore: SelfScore | null
  readonly present: number
  readonly called: number
  readonly versions: number
  readonly nameOf: (username: string) => string
  readonly t: Text
}

/** More would make a paper that nobody can edit: the whole table has a page and files of its own. */
const mostRows = 300

const day = (iso: string | null) => (iso === null ? '' : writtenDay(iso))
const tasksOf = ({ conclusion }: Material) => conclusion.filter(({ kind }) => kind === 'task')
const itemsOf = ({ conclusion }: Material) => conclusion.filter(({ kind }) => kind === 'text')

export const isAdopted = ({ counts, entitled }: Vote): boolean =>
  counts !== null && counts.for * 2 > entitled
export const adopted = ({ votes }: Pick<Material, 'votes'>): Vote[] => votes.filter(isAdopted)

const taskRows = (material: Material) =>
  tasksOf(material).map(({ body, responsible, dueOn, evidence = '' }) => [
    body,
    responsible === null ? '' : material.nameOf(responsible),
    day(dueOn),
    evidence,
  ])

const scoreLines = ({ selfScore, t }: Material): string[] => {
  if (!selfScore) return []
  const { points, most, grade } = scoreOf(selfScore)
  const total = t('after.scoreTotal', {
    points: points.toLocaleString('vi'),
    most,
    grade: t(`after.${grade}`),
  })
  return selfScore.note === '' ? [total] : [total, selfScore.note]
}

const voteLines = (material: Material) =>
  adopted(material).map(({ question, counts, entitled }) =>
    material.t('after.paperVote', {
      question,
      for: counts?.for ?? 0,
      entitled,
      share: perCent(counts?.for ?? 0, entitled).toLocaleString('vi'),
    }),
  )

const heldLine = ({ present, called, opinions, rows, t }: Material) =>
  t('after.paperHeld', { present, called, opinions: opinions.length, comments: rows.length })

const itemLines = (material: Material) =>
  itemsOf(material).map(({ body, answer }, index) =>
    material.t(answer === '' ? 'after.paperItem' : 'after.paperItemAnswered', {
      number: index + 1,
      body,
      answer,
    }),
  )

const sections = {
  assessment: /danh gia chuyen de|assessment|evaluation/,
  agreed: /noi dung thong nhat|agreed/,
  tasks: /nhiem vu|tasks?\b/,
  absorb: /tiep thu|take up/,
  aims: /muc tieu|aims/,
  preparation: /chuan bi|preparation/,
  results: /ket qua sinh hoat|how the session went/,
  score: /tu danh gia|self-assessment/,
} as const

function conclusion(template: PaperNode, material: Material): PaperNode {
  const { assessment, agreed, tasks, absorb } = sections
  const assessed = withLines(template, assessment, [heldLine(material), ...scoreLines(material)])
  const voted = withLines(assessed, agreed, voteLines(material))
  const given = withRows(voted, tasks, taskRows(material))
  return withLines(given, absorb, itemLines(material))
}

function resolution(template: PaperNode, material: Material): PaperNode {
  const decided = withLines(template, sections.aims, voteLines(material))
  const given = withLines(
    decided,
    sections.tasks,
    taskRows(material).map((words) => words.filter(Boolean).join('; ')),
  )
  const [vote] = adopted(material)
  if (!vote?.counts) return given
  const { entitled, counts } = vote
  const counted = withWords(given, /……\/\S+/, [`${counts.for}/${entitled}`])
  const share = perCent(counts.for, entitled).toLocaleString('vi')
  return withWords(counted, /……%/, [`${share}%`])
}

/** Comments, then what was said in the meeting, then the conclusion: all that was answered. */
function answers(template: PaperNode, material: Material): PaperNode {
  const { t, nameOf, rows, opinions } = material
  const comments = rows.map((row) => [
    placeWords(row, t),
    row.quote,
    `${row.author.name}\n(${postWords(row.author, t)})`,
    row.body,
    resultWords(row, t),
    row.reason,
    row.wording,
  ])
  const said = opinions.map(({ author, words, paragraph, answers: given }) => {
    const last = given.at(-1)
    return [
      paragraph === null ? '' : t('room.paragraph', { number: paragraph }),
      '',
      `${nameOf(author)}\n(${t('after.paperSaid')})`,
      words,
      last ? t(`verdict.${last.verdict}`) : '',
      last?.reason ?? '',
      last?.wording ?? '',
    ]
  })
  const concluded = itemsOf(material).map(({ body, answer, passage = '' }) => [
    '',
    '',
    t('after.conclusionOf'),
    body,
    '',
    answer,
    passage,
  ])
  const all = [...comments, ...said, ...concluded]
  const shown = all.slice(0, mostRows).map((words, index) => [String(index + 1), ...words])
  const more = all.length - shown.length
  const listed = withRows(template, null, shown)
  const verdicts = [
    ...rows.map(({ verdict }) => verdict),
    ...opinions.map(({ answers: given }) => given.at(-1)?.verdict ?? null),
  ]
  const count = (verdict: string) => verdicts.filter((one) => one === verdict).length
  const totals = [verdicts.length, count('accepted'), count('partly'), count('declined')].map(
    String,
  )
  const counted = withWords(listed, /……/g, totals)
  return more > 0 ? withLines(counted, /^$/, [t('after.paperMore', { count: more })]) : counted
}

function report(template: PaperNode, material: Material): PaperNode {
  const { t, versions, rows } = material
  const count = (ground: string) => rows.filter((row) => row.ground === ground).length
  const prepared = withLines(template, sections.preparation, [
    t('after.paperPrepared', { outline: count('outline'), draft: count('draft'), versions }),
  ])
  const held = withLines(prepared, sections.results, [
    heldLine(material),
    t('after.paperItems', { count: itemsOf(material).length }),
    ...voteLines(material),
  ])
  const given = withRows(held, sections.tasks, taskRows(material))
  return withLines(given, sections.score, scoreLines(material))
}

const writers = { conclusion, resolution, answers, report } as const

/** A resolution only where something was voted to be decided. */
export const papersOf = (material: Pick<Material, 'votes'>): AfterPaper[] =>
  adopted(material).length > 0
    ? ['conclusion', 'resolution', 'answers', 'report']
    : ['conclusion', 'answers', 'report']

/** `template`: its fields are filled in already. Pure. */
export const producedPaper = (
  kind: AfterPaper,
  template: PaperNode,
  material: Material,
): PaperNode => writers[kind](template, material)
