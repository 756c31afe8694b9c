// [E12] What a paper may still lack before it is frozen.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonical } from '../../shared/document/canonical'
import type { PaperNode } from '../../shared/document/outline'
import { checkPaper } from '../../shared/document/paper-check'
import { paperSchema } from '../../shared/document/schema'
import { papers } from '../../shared/rights'
import { fill } from '../../shared/templates/fill'
import { originalOf } from '../../shared/templates/originals'
import { anyPaper } from '../kit/random-paper'
import { paragraph } from '../kit/version-samples'

const heading = (text: string, level = 1): PaperNode => ({
  type: 'heading',
  attrs: { level },
  content: [{ type: 'text', text }],
})
const doc = (...content: PaperNode[]): PaperNode => ({ type: 'doc', content })
const ground = paragraph('Căn cứ nhiệm vụ năm học.')
const lacksOf = (...content: PaperNode[]) =>
  checkPaper(doc(ground, ...content), 'draft').map(({ lack, words }) => `${lack}: ${words}`)

describe('the check before freezing', () => {
  it('[E12] names sections that are empty, the innermost only', () => {
    expect(
      lacksOf(
        heading('I- A'),
        heading('1. B', 2),
        paragraph(' '),
        heading('2. C', 2),
        paragraph('có chữ'),
        heading('II- D'),
        heading('III- E'),
        { type: 'image', attrs: { src: `/api/images/${'a'.repeat(64)}` } },
      ),
    ).toEqual(['emptySection: 1. B', 'emptySection: II- D'])
  })

  it('[E12] takes a table whose head alone is written for an empty one', () => {
    const cell = (type: string, text: string) => ({ type, content: [paragraph(text)] })
    const row = (...content: PaperNode[]) => ({ type: 'tableRow', content })
    const table = (text: string) => ({
      type: 'table',
      content: [row(cell('tableHeader', 'Việc')), row(cell('tableCell', text))],
    })
    expect(lacksOf(heading('V- A'), table(' '))).toHaveLength(1)
    expect(lacksOf(heading('V- A'), table('Sửa máy'))).toHaveLength(0)
  })

  it.each([
    ['địa điểm: …; loại hình', 1],
    ['(chính thức …, dự bị …)', 2],
    ['họp ngày ...', 1],
    ['[…] và [...]', 2],
    ['(ghi rõ họ tên)', 1],
    ['[tên đơn vị]', 1],
    ['quý {quy}', 1],
    ['Ký tên ......', 1],
    ['sách, vở, v.v…', 0],
    ['chờ đã...', 0],
    ['theo [1] và (xem mục 2)', 0],
  ])('[E12] finds the blanks of the form in “%s”: %i', (text, count) => {
    expect(lacksOf(paragraph(text))).toHaveLength(count)
  })

  it.each([
    ['Nghị quyết số 57-NQ/TW, ngày 22/12/2024 của Bộ Chính trị', []],
    ['Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ', []],
    ['Hướng dẫn 05-HD/VPTW (27/5/2026)', []],
    ['Thực hiện Nghị quyết số 57-NQ/TW của Bộ Chính trị', ['noDate: Nghị quyết số 57-NQ/TW']],
    ['Chỉ thị của Ban Bí thư', ['noNumber: Chỉ thị của Ban Bí thư']],
    ['Kết luận số … của Tỉnh ủy', ['placeholder: …', 'noNumber: Kết luận số']],
    ['Hướng dẫn học sinh đọc sách', []],
    ['Quy định của nhà trường', []],
    ['Nghị quyết của chi bộ', []],
    [
      'Nghị quyết số 1-NQ/TW ngày 1/2/2024; Thông tư số 2/2024/TT-BGDĐT',
      ['noDate: Thông tư số 2/2024/TT-BGDĐT'],
    ],
  ])('[E12] asks for number and date of directives in “%s”', (text, expected) => {
    expect(lacksOf(paragraph(text))).toEqual(expected)
  })

  it('[E12] shows some words around a blank', () => {
    const [found] = checkPaper(
      doc(ground, paragraph('một hai ba bốn năm … sáu bảy tám chín')),
      'draft',
    )
    expect(found?.around).toBe('hai ba bốn năm … sáu bảy tám')
  })

  it('[E12] asks for the date of a directive once', () => {
    expect(
      lacksOf(
        paragraph('Nghị quyết số 57-NQ/TW ngày 22/12/2024 nêu'),
        paragraph('Nghị quyết 57-NQ/TW yêu cầu'),
      ),
    ).toEqual([])
  })

  it('[E12] asks outline and draft, not the minutes, what they stand on', () => {
    const written = doc(paragraph('Không nêu gì.'))
    expect(checkPaper(written, 'outline').map(({ lack }) => lack)).toEqual(['noBasis'])
    expect(checkPaper(written, 'minutes')).toEqual([])
    const quoting = doc(paragraph('Thực hiện Nghị quyết số 57-NQ/TW, ngày 22/12/2024.'))
    expect(checkPaper(quoting, 'draft')).toEqual([])
  })

  it('[E12] finds all that a template leaves to be written', () => {
    for (const paper of papers) {
      const facts = { topic: 'A', quarter: 'I', year: '2027' }
      const { content = [] } = fill(originalOf(paper), facts)
      const found = checkPaper(doc(...content), paper)
      const headings = content.filter(({ type }) => type === 'heading')
      expect(found.length).toBeGreaterThan(headings.length / 2)
    }
  })

  it('[E12] names places where just those words stand, in every paper', () => {
    fc.assert(
      fc.property(anyPaper, fc.constantFrom(...papers), (paper, kind) => {
        const cleaned = canonical(paper)
        const node = paperSchema.nodeFromJSON(cleaned)
        for (const { from, to, words, lack } of checkPaper(cleaned, kind)) {
          if (lack === 'noBasis') continue
          expect(node.textBetween(from, to, '', '\n')).toBe(words)
        }
      }),
    )
  })
})
