// The table of comments and answers: every comment once, totals that add up, facts without ranking.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { commentKinds, verdicts } from '../../shared/facts/thread'
import { text, vietnamese } from '../../shared/i18n/text'
import { byGivenName } from '../../shared/name-order'
import { answersTable } from '../../shared/papers/answers-schema'
import { tableOf } from '../../shared/papers/answers-table'
import { agreedWords, groupRows, placeWords, totalsWords } from '../../shared/papers/answers-words'
import { type AnyRound, anyRound, rowsOfRound, someone, tableOfMany } from '../kit/answers-samples'

const t = text(vietnamese)
const sum = (counts: Readonly<Record<string, number>>) =>
  Object.values(counts).reduce((all, one) => all + one, 0)
const standing = (round: AnyRound) => round.filter(({ thread }) => thread.state !== 'withdrawn')

describe('rows', () => {
  it('[B1] hold every comment that stands exactly once, and no withdrawn one', () => {
    fc.assert(
      fc.property(anyRound, (round) => {
        const listed = rowsOfRound(round).map(({ thread }) => thread)
        expect(listed.sort()).toEqual(
          standing(round)
            .map(({ thread }) => thread.id)
            .sort(),
        )
      }),
    )
  })

  it('[B2] come in the order of the paper: the whole first, what was deleted last', () => {
    fc.assert(
      fc.property(anyRound, (round) => {
        const at = new Map(round.map(({ thread, place }) => [thread.id, place?.at ?? 0]))
        const rows = rowsOfRound(round)
        const ranks = rows.map(({ stands }) => ['whole', 'words', 'deleted'].indexOf(stands))
        expect(ranks).toEqual([...ranks].sort((a, b) => a - b))
        const spots = rows
          .filter(({ stands }) => stands === 'words')
          .map((row) => at.get(row.thread))
        expect(spots).toEqual([...spots].sort((a = 0, b = 0) => a - b))
      }),
    )
  })

  it('[B3] say the last answer, with its wording', () => {
    fc.assert(
      fc.property(anyRound, (round) => {
        const threads = new Map(round.map(({ thread }) => [thread.id, thread]))
        for (const row of rowsOfRound(round)) {
          const last = threads.get(row.thread)?.answers.at(-1)
          expect(row.verdict).toBe(last?.verdict ?? null)
          expect(row.reason).toBe(last?.reason ?? '')
          expect(row.wording).toBe(last?.wording ?? '')
        }
      }),
    )
  })
})

describe('totals', () => {
  it('[B4] add up, for all and for each person, and a part of the rows is a table too', () => {
    fc.assert(
      fc.property(anyRound, fc.nat(40), (round, cut) => {
        const rows = rowsOfRound(round).slice(0, cut)
        const { totals, contributions } = tableOf(rows)
        for (const tally of [totals, ...contributions]) {
          expect(sum(tally.verdicts) + tally.open).toBe(tally.comments)
          expect(sum(tally.kinds)).toBe(tally.comments)
        }
        const all = (of: (one: (typeof contributions)[number]) => number) =>
          contributions.reduce((count, one) => count + of(one), 0)
        expect(totals.comments).toBe(rows.length)
        expect(all(({ comments }) => comments)).toBe(totals.comments)
        expect(all(({ open }) => open)).toBe(totals.open)
        expect(all(({ agreements }) => agreements)).toBe(totals.agreements)
        for (const verdict of verdicts) {
          expect(all((one) => one.verdicts[verdict])).toBe(totals.verdicts[verdict])
        }
        for (const kind of commentKinds) {
          expect(all((one) => one.kinds[kind])).toBe(totals.kinds[kind])
        }
      }),
    )
  })

  it('[B4] list people in the order of names, whatever they did', () => {
    fc.assert(
      fc.property(anyRound, (round) => {
        const names = tableOf(rowsOfRound(round)).contributions.map(({ person }) => person)
        expect(names).toEqual([...names].sort(byGivenName))
        expect(new Set(names.map(({ username }) => username)).size).toBe(names.length)
      }),
    )
    expect([...someone].sort(byGivenName).map(({ username }) => username)).toEqual([
      'bao',
      'dinh',
      'nga',
      'truc',
      'khach',
    ])
  })

  it('are what crosses the door', () => {
    fc.assert(
      fc.property(anyRound, (round) => {
        const table = tableOf(rowsOfRound(round))
        expect(answersTable.parse(JSON.parse(JSON.stringify(table)))).toEqual(table)
      }),
    )
  })

  it('are said in one line each', () => {
    expect(totalsWords(tableOfMany(8), t)).toEqual([
      'Tổng số ý kiến: 8. Tiếp thu: 2; tiếp thu một phần: 2; không tiếp thu: 2; chưa giải trình: 2.',
      'Theo loại: nhận thức 3; góp ý 3; đề xuất 2.',
    ])
  })
})

describe('words of a row', () => {
  const [row] = tableOfMany(1).rows
  if (!row) throw new Error('no row')

  it('[B2] say where: headings and paragraphs as the paper numbers them', () => {
    expect(placeWords(row, t)).toBe('I- SỰ CẦN THIẾT, 1. Kết quả, đoạn 1')
    expect(placeWords({ ...row, paragraphs: [3, 5] }, t, true)).toBe('1. Kết quả, đoạn 3–5')
    expect(placeWords({ ...row, paragraphs: null }, t)).toBe('I- SỰ CẦN THIẾT, 1. Kết quả')
    expect(placeWords({ ...row, headings: ['I'], paragraphs: null }, t, true)).toBe('I')
    expect(placeWords({ ...row, headings: [], paragraphs: null }, t)).toBe('Phần đầu văn bản')
    expect(placeWords({ ...row, stands: 'whole' }, t)).toBe('Cả văn bản')
    expect(placeWords({ ...row, stands: 'deleted' }, t)).toBe('Đoạn đã xóa')
  })

  it('name those who say the same', () => {
    expect(agreedWords(row, t)).toBe('')
    expect(agreedWords({ ...row, agreed: someone.slice(1, 3) }, t)).toBe(
      'Cùng ý kiến: Phạm Quốc Bảo, Trương Công Định',
    )
  })
})

describe('rows in between', () => {
  it('part rounds, and the sections of a long round; numbers go through', () => {
    const few = tableOfMany(3).rows
    const many = tableOfMany(40).rows.map((row) => ({
      ...row,
      ground: 'version' as const,
      version: 2,
    }))
    const groups = groupRows([...few, ...many], t)
    expect(groups.map(({ round, section }) => [round, section])).toEqual([
      ['Dự thảo', null],
      ['Bản chốt 2', 'I- SỰ CẦN THIẾT'],
      [null, 'II- THỰC TRẠNG'],
      [null, 'III- MỤC TIÊU'],
      [null, 'IV- GIẢI PHÁP'],
    ])
    const numbers = groups.flatMap(({ rows }) => rows.map(({ number }) => number))
    expect(numbers).toEqual(Array.from({ length: 43 }, (_, index) => index + 1))
  })

  it('are none in a short round of its own', () => {
    expect(groupRows(tableOfMany(8).rows, t)).toMatchObject([{ round: null, section: null }])
  })
})
