// What changed between two papers: nothing invented, nothing left out, told as a person would tell it.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Change, changesBetween, type RowChange } from '../../shared/changes/changes'
import type { SegmentKind } from '../../shared/changes/segments'
import { summaryOf } from '../../shared/changes/summary'
import { type Unit, unitsOf } from '../../shared/changes/units'
import { rowOf } from '../../shared/changes/word-matches'
import { canonical } from '../../shared/document/canonical'
import type { PaperNode } from '../../shared/document/outline'
import { anyTwoPapers, paragraphOf } from '../kit/random-changes'

const numRuns = Number(process.env.RUNS ?? 100)
type Side = 'a' | 'b'

const own: Record<Side, readonly SegmentKind[]> = {
  a: ['same', 'reformed', 'deleted'],
  b: ['same', 'reformed', 'inserted'],
}
/** What was moved stands in the older paper only where it was. */
const standsIn = ({ kind }: Pick<Change, 'kind'>, side: Side) =>
  side === 'a'
    ? kind !== 'movedHere' && kind !== 'inserted'
    : kind !== 'movedAway' && kind !== 'deleted'

/** The units of a side as the changes tell them, their words and forms put together from the parts. */
function unitsTold(changes: readonly Change[], side: Side): readonly Unit[] {
  return changes.flatMap((change) => {
    if (!standsIn(change, side)) return []
    const units = change[side]
    const parts = change.segments.filter(({ kind }) => own[side].includes(kind))
    const forms = parts.flatMap((part) =>
      Array<string>(part.text.length).fill(side === 'a' ? part.formA : part.formB),
    )
    if (units[0]?.inline) {
      const row = rowOf(units)
      expect(parts.map(({ text }) => text).join('')).toBe(row.text)
      expect(forms).toEqual(row.forms)
    }
    if (units[0]?.node.type === 'table') {
      expect(rowsTold(change.rows, side)).toEqual(units[0].node.content)
    }
    return units
  })
}

function rowsTold(rows: readonly RowChange[], side: Side): PaperNode[] {
  return rows
    .filter((row) => standsIn(row, side))
    .map(({ cells }) => ({
      type: 'tableRow',
      content: cells.flatMap((cell) => {
        const node = cell[side]
        if (!node) return []
        const inside = unitsTold(cell.changes, side).map((unit) => unit.node)
        expect(inside).toEqual(unitsOf(node).map((unit) => unit.node))
        return [node]
      }),
    }))
}

const kindsOf = (a: PaperNode, b: PaperNode) => changesBetween(a, b).map(({ kind }) => kind)
const paper = (...texts: readonly string[]) =>
  canonical({ type: 'doc', content: texts.map(paragraphOf) })
const told = ({ segments }: Change) =>
  segments.map(
    ({ kind, text }) => ({ same: ' ', inserted: '+', deleted: '-', reformed: '~' })[kind] + text,
  )

describe('what changed between two papers', () => {
  it('[D3] gives back either side to the letter and its form, whatever the two are', () => {
    fc.assert(
      fc.property(anyTwoPapers, ([before, after]) => {
        const [a, b] = [canonical(before), canonical(after)]
        const changes = changesBetween(a, b)
        for (const [side, text] of [['a', a] as const, ['b', b] as const]) {
          const units = unitsTold(changes, side)
          expect(units.map(({ node }) => node)).toEqual(unitsOf(text).map(({ node }) => node))
        }
      }),
      { numRuns },
    )
  })

  it('[D3] says nothing of a paper and itself', () => {
    fc.assert(
      fc.property(anyTwoPapers, ([before]) => {
        const paper = canonical(before)
        const kinds = new Set(kindsOf(paper, structuredClone(paper)))
        expect([...kinds].filter((kind) => kind !== 'same')).toEqual([])
      }),
      { numRuns },
    )
  })

  it('[D3] says something of any two that differ', () => {
    fc.assert(
      fc.property(anyTwoPapers, ([before, after]) => {
        const [a, b] = [canonical(before), canonical(after)]
        const hasTold = changesBetween(a, b).some(({ kind }) => kind !== 'same')
        const isSame = JSON.stringify(a) === JSON.stringify(b)
        if (isSame) expect(hasTold).toBe(false)
        // Where one list ends and the next of its kind begins is seen by nobody.
        else if (
          JSON.stringify(unitsOf(a).map(({ key }) => key)) !==
          JSON.stringify(unitsOf(b).map(({ key }) => key))
        ) {
          expect(hasTold).toBe(true)
        }
      }),
      { numRuns },
    )
  })

  it('[D3] tells words, not letters, and leaves no crumbs of signs between them', () => {
    const [change] = changesBetween(
      paper('Nhà trường có ba mươi giáo viên, tất cả tập huấn.'),
      paper('Nhà trường có 31 giáo viên và nhân viên tham gia tập huấn.'),
    )
    expect(told(change as Change)).toEqual([
      ' Nhà trường có ',
      '-ba mươi',
      '+31',
      '  giáo viên',
      '-, tất cả',
      '+ và nhân viên tham gia',
      '  tập huấn.',
    ])
  })

  it('[D3] tells a paragraph that moved as moved, with what was changed on the way', () => {
    const texts = ['Một hai ba bốn năm.', 'Sáu bảy tám chín mười.', 'Ất giáp bính đinh mậu kỷ.']
    const a = paper(...texts, 'Kết luận chung của chi bộ.')
    const b = paper('Kết luận chung của cả chi bộ.', ...texts)
    const changes = changesBetween(a, b)
    expect(changes.map(({ kind }) => kind)).toEqual([
      'movedHere',
      'same',
      'same',
      'same',
      'movedAway',
    ])
    expect(told(changes[0] as Change)).toEqual([' Kết luận chung của ', '+cả ', ' chi bộ.'])
    expect(changes[0]?.move).toBe(changes.at(-1)?.move)
  })

  it('[D3] tells a parted paragraph as one, and a joined one', () => {
    const whole = paper('Nhà trường có ba mươi giáo viên. Chi bộ họp hằng tháng.')
    const parted = paper('Nhà trường có ba mươi giáo viên.', 'Chi bộ họp hằng tháng.')
    const changes = changesBetween(whole, parted)
    expect(changes).toHaveLength(1)
    expect(changes[0]?.b).toHaveLength(2)
    expect(told(changes[0] as Change)).toEqual([
      ' Nhà trường có ba mươi giáo viên.',
      '- ',
      '+\u2029',
      ' Chi bộ họp hằng tháng.',
    ])
    expect(kindsOf(parted, whole)).toEqual(['edited'])
  })

  it('[D3] tells a changed form: bold words, a heading, an alignment, a list', () => {
    const words = { type: 'text', text: 'Nhà trường có ba mươi giáo viên' }
    const of = (node: PaperNode): PaperNode => canonical({ type: 'doc', content: [node] })
    const plain: PaperNode = { type: 'paragraph', content: [words] }
    const bold = { ...plain, content: [{ ...words, marks: [{ type: 'bold' }] }] }
    const [one] = changesBetween(of(plain), of(bold))
    expect(told(one as Change)).toEqual(['~Nhà trường có ba mươi giáo viên'])
    const forms = (node: PaperNode) => changesBetween(of(plain), of(node)).map((one) => one.forms)
    expect(forms({ ...plain, type: 'heading', attrs: { level: 1 } })).toEqual([['type']])
    expect(forms({ ...plain, attrs: { textAlign: 'center' } })).toEqual([['align']])
    const item = { type: 'listItem', content: [plain] }
    expect(forms({ type: 'bulletList', content: [item] })).toEqual([['depth']])
  })

  it('[D3] tells tables by row and cell', () => {
    const row = (...cells: string[]): PaperNode => ({
      type: 'tableRow',
      content: cells.map((text) => ({ type: 'tableCell', content: [paragraphOf(text)] })),
    })
    const table = (...rows: PaperNode[]) =>
      canonical({ type: 'doc', content: [{ type: 'table', content: rows }] })
    const first = row('Chỉ tiêu năm học', 'đạt 50 phần trăm')
    const [change] = changesBetween(
      table(first, row('Kết nạp đảng viên mới', 'hai đồng chí')),
      table(row('Tổ', 'Kết quả'), first, row('Kết nạp đảng viên mới', 'ba đồng chí')),
    )
    expect(change?.rows.map(({ kind }) => kind)).toEqual(['inserted', 'same', 'edited'])
    expect(change?.rows[2]?.cells.map(({ kind }) => kind)).toEqual(['same', 'edited'])
    const inside = change?.rows[2]?.cells[1]?.changes[0]
    expect(told(inside as Change)).toEqual(['-hai', '+ba', '  đồng chí'])
  })

  it('[D3] tells a picture by what it shows: another caption is a change, another picture another one', () => {
    const picture = (letter: string, caption: string): PaperNode => {
      const src = `/api/images/${letter.repeat(64)}`
      return { type: 'image', attrs: { src, alt: null, caption, width: 320, height: 240 } }
    }
    const of = (node: PaperNode) => canonical({ type: 'doc', content: [node] })
    const [captioned] = changesBetween(of(picture('a', 'Hình 1')), of(picture('a', 'Hình 2')))
    expect([captioned?.kind, captioned?.forms]).toEqual(['edited', ['other']])
    const kinds = kindsOf(of(picture('a', 'Hình 1')), of(picture('b', 'Hình 1')))
    expect(kinds.toSorted()).toEqual(['deleted', 'inserted'])
  })

  it('[D3] sums up in paragraphs', () => {
    const a = paper('Một hai ba bốn.', 'Năm sáu bảy tám.', 'Giáp ất bính đinh.', 'Mậu kỷ canh tân.')
    const b = paper('Mậu kỷ canh tân.', 'Một hai ba bốn.', 'Năm sáu bảy chín.', 'Hoàn toàn mới.')
    expect(summaryOf(changesBetween(a, b))).toEqual({
      inserted: 1,
      deleted: 1,
      edited: 1,
      reformed: 0,
      moved: 1,
    })
  })

  it('[D3] comes to an end on papers made to be slow', () => {
    const word = (i: number) => `t${(i * 7919) % 97}`
    const line = (i: number, n: number) =>
      Array.from({ length: n }, (_, k) => word(i + k)).join(' ')
    const a = paper(...Array.from({ length: 60 }, (_, i) => line(i, 400)), line(3, 20_000))
    const b = paper(
      ...Array.from({ length: 60 }, (_, i) => line(i * 31 + 5, 400)),
      line(50, 20_000),
    )
    const begun = performance.now()
    const changes = changesBetween(a, b)
    expect(changes.length).toBeGreaterThan(0)
    // Generous: half a second on an idle machine.
    expect(performance.now() - begun).toBeLessThan(20_000)
  })
})
