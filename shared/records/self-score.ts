// How a cell scores its own session: criteria of its rule set, points, and the grade they come to.
import { z } from 'zod'

export const criterion = z.object({
  name: z.string().trim().min(1).max(300),
  /** The most points it can have. */
  most: z.int().min(1).max(100),
})
export const criteria = z.array(criterion).min(1).max(30)
export type Criterion = z.infer<typeof criterion>

/** Ours to start from, where the rule set of the cell names none; ten points each. */
export const usualCriteria: readonly Criterion[] = [
  'Chuẩn bị: đề cương, dự thảo, tài liệu gửi đúng hạn',
  'Nội dung sát thực tế của chi bộ, có căn cứ, có số liệu',
  'Điều hành đúng chương trình, đủ thời gian',
  'Đảng viên dự đủ, thảo luận dân chủ, thẳng thắn',
  'Kết luận rõ việc, rõ người, rõ thời hạn',
].map((name) => ({ name, most: 10 }))

/** The criteria stand beside the points: what was scored stays readable when the rule set changes. */
export const selfScore = z.object({
  scores: z
    .array(criterion.extend({ points: z.number().min(0).max(100) }))
    .min(1)
    .max(30),
  note: z.string().trim().max(2000),
  by: z.string(),
  at: z.iso.datetime(),
})
export type SelfScore = z.infer<typeof selfScore>
export const selfScoreWish = selfScore.pick({ scores: true, note: true })

export const grades = ['good', 'fair', 'average', 'poor'] as const
export type Grade = (typeof grades)[number]

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
