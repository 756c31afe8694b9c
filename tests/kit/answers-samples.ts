// Rows and threads for the table of answers: many of them, and any of them.

import fc from 'fast-check'
import type { AnswersPaper } from '../../server/papers/answers-sheet'
import type { Place } from '../../shared/document/places'
import { commentKinds, verdicts } from '../../shared/facts/thread'
import type { AnswersRow, AnswersTable, Named } from '../../shared/papers/answers-schema'
import { rowsOf, tableOf } from '../../shared/papers/answers-table'
import type { ThreadView } from '../../shared/records/thread'

export const someone: readonly Named[] = [
  { username: 'nga', name: 'Nguyễn Thị Hồng Nga', posts: ['secretary'] },
  { username: 'bao', name: 'Phạm Quốc Bảo', posts: ['member'] },
  { username: 'dinh', name: 'Trương Công Định', posts: ['member'] },
  { username: 'truc', name: 'Hồ Thanh Trúc', posts: ['probationary'] },
  { username: 'khach', name: 'Lý Quang Vinh', posts: [] },
]
export const personOf = (username: string): Named =>
  someone.find((one) => one.username === username) ?? { username, name: username, posts: [] }

const name = fc.constantFrom(...someone.map(({ username }) => username))
const words = fc.constantFrom('Đề nghị ghi rõ.', 'Số này lấy đến ngày nào?', 'hoà 👍', '19/31')
const instant = fc
  .integer({ min: 0, max: 1_000_000 })
  .map((second) => new Date(1_790_000_000_000 + second * 1000).toISOString())

const anyAnswer = fc.record(
  {
    author: name,
    verdict: fc.constantFrom(...verdicts),
    reason: words,
    wording: words,
    at: instant,
  },
  { requiredKeys: ['author', 'verdict', 'reason', 'at'] },
)

/** A thread as the server lists it, and where its words stand. */
export const anyThread: fc.Arbitrary<{ thread: ThreadView; place: Place | null }> = fc
  .record({
    author: name,
    kind: fc.constantFrom(...commentKinds),
    body: words,
    quote: fc.oneof(fc.constant(''), words),
    agreed: fc.uniqueArray(name, { maxLength: 4 }),
    answers: fc.array(anyAnswer, { maxLength: 3 }),
    isWithdrawn: fc.boolean(),
    createdAt: instant,
    place: fc.option(
      fc.record({
        headings: fc.array(fc.constantFrom('I- Thực trạng', 'II- Giải pháp'), { maxLength: 2 }),
        paragraphs: fc.option(
          fc.tuple(fc.nat(9), fc.nat(9)).map(([a, b]) => [a + 1, a + b + 1] as const),
        ),
        at: fc.nat(900),
      }),
    ),
  })
  .map(({ place, isWithdrawn, ...made }) => ({
    place,
    thread: {
      ...made,
      id: '',
      documentId: 'd',
      carriedTo: null,
      ground: 'draft',
      from: null,
      to: null,
      state: isWithdrawn ? 'withdrawn' : made.answers.length > 0 ? 'answered' : 'open',
      replies: [],
      editedAt: null,
      revision: 0,
      detached: false,
    },
  }))

/** Threads of one round under names of their own. */
export const anyRound = fc
  .array(anyThread, { maxLength: 40 })
  .map((all) =>
    all.map(({ thread, place }, index) => ({ place, thread: { ...thread, id: `t${index}` } })),
  )
export type AnyRound = readonly { thread: ThreadView; place: Place | null }[]

export function rowsOfRound(round: AnyRound, version: number | null = null): AnswersRow[] {
  const places = new Map(round.map(({ thread, place }) => [thread.id, place]))
  const threads = round.map(({ thread }) => thread)
  return rowsOf({
    version,
    threads,
    placeOf: ({ id }) => places.get(id) ?? null,
    personOf,
    spoken: (text) => text,
  })
}

const sections = ['I- SỰ CẦN THIẾT', 'II- THỰC TRẠNG', 'III- MỤC TIÊU', 'IV- GIẢI PHÁP'] as const

/** As many comments as asked for, of everyday length, over four sections. */
export function tableOfMany(count: number): AnswersTable {
  const rows = Array.from({ length: count }, (_, index): AnswersRow => {
    const verdict = [null, ...verdicts][index % 4] ?? null
    return {
      thread: `t${index}`,
      ground: 'draft',
      documentId: 'd',
      version: null,
      stands: 'words',
      headings: [sections[Math.floor((index * sections.length) / count)] ?? '', '1. Kết quả'],
      paragraphs: [index + 1, index + 1],
      quote: '17/31 giáo viên (54,8%) thiết kế ít nhất hai bài giảng có tương tác trong học kỳ I.',
      kind: commentKinds[index % 3] ?? 'remark',
      body: `Ý kiến số ${index + 1}: số này lấy đến ngày nào? Tổ Văn - Sử mới nộp bổ sung 02 bài ngày 05/12, như vậy phải là 19/31 (61,3%). Đề nghị ghi rõ thời điểm chốt số liệu.`,
      author: someone[index % someone.length] as Named,
      agreed: [],
      verdict,
      reason: verdict ? 'Đã đối chiếu với tổ trưởng, sửa thành 19/31 (61,3%).' : '',
      wording: verdict === 'accepted' ? '19/31 giáo viên (61,3%)' : '',
      createdAt: '2026-12-10T13:14:00.000Z',
      answeredAt: verdict ? '2026-12-12T13:14:00.000Z' : null,
    }
  })
  return tableOf(rows)
}

export const paperWith = (table: AnswersTable): AnswersPaper => ({
  table,
  cell: {
    name: 'Chi bộ Trường THCS Sông Mây',
    parentName: 'Đảng bộ xã Hòa Phú',
    place: 'Hòa Phú',
  },
  topic: 'Đảng viên tiên phong chuyển đổi số',
  about: 'draft',
  version: null,
  presenter: 'Trần Thị Hạnh',
  day: '2027-02-05',
})
