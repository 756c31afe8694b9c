// How points come to a grade, without the schema, so that a page need not load zod.
import type { Criterion, SelfScore } from '../records/self-score'

/** Ours to start from, where the rule set of the cell names none; ten points each. */
export const usualCriteria: readonly Criterion[] = [
  'Chuẩn bị: đề cương, dự thảo, tài liệu gửi đúng hạn',
  'Nội dung sát thực tế của chi bộ, có căn cứ, có số liệu',
  'Điều hành đúng chương trình, đủ thời gian',
  'Đảng viên dự đủ, thảo luận dân chủ, thẳng thắn',
  'Kết luận rõ việc, rõ người, rõ thời hạn',
].map((name) => ({ name, most: 10 }))

export const grades = ['good', 'fair', 'average', 'poor'] as const

export type Grade = (typeof grades)[number]

/** What two may write at once: the points of a criterion as they are written, or the note. */
export interface ScorePart {
  readonly id: string
  readonly words: string
}
export type GivenScore = Pick<SelfScore, 'scores' | 'note'>
export const notePart = 'note'
/** Two criteria may have one name, and another cell's rules the same with other points. */
export const partOf = ({ name, most }: Criterion, index: number) => `${index} ${name} /${most}`

/** A score as the list of its parts; none of one that was not given. */
export const partsOf = (score: GivenScore | null): ScorePart[] =>
  score
    ? [
        ...score.scores.map((one, i) => ({ id: partOf(one, i), words: String(one.points) })),
        { id: notePart, words: score.note },
      ]
    : []

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)

/** Of a hundred: good from 90 on, fair from 70, average from 50. */
export function scoreOf({ scores }: Pick<SelfScore, 'scores'>) {
  const points = sum(scores.map((one) => one.points))
  const most = sum(scores.map((one) => one.most))
  const share = (points / most) * 100
  const grade: Grade =
    share >= 90 ? 'good' : share >= 70 ? 'fair' : share >= 50 ? 'average' : 'poor'
  return { points, most, grade }
}
