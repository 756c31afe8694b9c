// The templates are papers that the schema takes, with the headings of the form; fields are filled or refused.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type PaperNode, plainText } from '../../shared/document/outline'
import { paperSchema } from '../../shared/document/schema'
import { defaultRuleSet } from '../../shared/records/cell'
import { factsOf } from '../../shared/templates/facts'
import { fieldNamed, fieldNames, fields, tokenOf } from '../../shared/templates/fields'
import { dottedLine, fill, wrongFields } from '../../shared/templates/fill'
import { templateKinds } from '../../shared/templates/kinds'
import { originalOf } from '../../shared/templates/originals'
import { anyPaper, nodesOf } from '../kit/random-paper'

const facts = factsOf({
  session: {
    topic: 'Chuyển đổi số',
    number: 3,
    quarter: 4,
    year: 2026,
    meetingAt: '2026-12-31T18:30:00.000Z',
    place: 'Phòng họp',
    seats: {
      presenter: 'hanh',
      coAuthors: ['bao', 'nga'],
      minutesTaker: 'tuan',
      chair: null,
      guests: [],
    },
    windows: {
      outline: { opensAt: '2026-01-01T00:00:00.000Z', closesAt: '2026-12-14T00:00:00.000Z' },
      draft: { opensAt: '2026-01-01T00:00:00.000Z', closesAt: '2026-12-27T00:00:00.000Z' },
    },
    attendance: [
      { username: 'hanh', kind: 'present' },
      { username: 'bao', kind: 'excused' },
    ],
    versions: [{ id: 'v', number: 2, sha256: 'ab12cd34'.repeat(8), stage: 'frozen' }],
  },
  cell: { name: 'Chi bộ A', parentName: 'Đảng bộ B', place: 'Hòa Phú', ruleSet: defaultRuleSet },
  people: [
    { username: 'hanh', name: 'Trần Thị Hạnh', posts: ['member'], disabled: false },
    { username: 'bao', name: 'Phạm Quốc Bảo', posts: ['secretary'], disabled: false },
    { username: 'nga', name: 'Lê Thị Nga', posts: ['probationary'], disabled: false },
    { username: 'may', name: 'Kỹ thuật', posts: ['technician'], disabled: false },
    { username: 'cu', name: 'Người cũ', posts: ['member'], disabled: true },
  ],
  writer: 'Trần Thị Hạnh',
})

const linesOf = (doc: PaperNode) => (doc.content ?? []).map(plainText)
const headings = (doc: PaperNode, level: number) =>
  (doc.content ?? []).filter(({ type, attrs }) => type === 'heading' && attrs?.level === level)
const both = ['vi', 'en'] as const
const every = both.flatMap((language) => templateKinds.map((kind) => [language, kind] as const))

describe('the templates', () => {
  it.each(every)('[P1] in %s: %s is a paper, and knows each of its fields', (language, kind) => {
    const template = originalOf(kind, language)
    expect(() => paperSchema.nodeFromJSON(template).check()).not.toThrow()
    expect(wrongFields(template)).toEqual([])
    expect(plainText(fill(template, facts))).not.toMatch(/[{}]/)
    expect(plainText(fill(template, {}))).not.toMatch(/[{}]/)
    expect(plainText(template)).toBe(plainText(template).normalize('NFC'))
  })

  it('[P1] have the same shape in both languages', () => {
    const shape = (node: PaperNode): unknown => [
      node.type,
      node.attrs?.level ?? node.attrs?.part ?? null,
      node.type === 'paragraph' ? null : (node.content ?? []).map(shape),
    ]
    for (const kind of templateKinds) {
      const inside = (language: 'vi' | 'en') =>
        (originalOf(kind, language).content ?? []).map((node) =>
          node.type === 'heading' ? ['heading', node.attrs?.level] : shape(node),
        )
      expect([kind, inside('en')]).toEqual([kind, inside('vi')])
    }
  })

  it('[P1] have the sections of the form', () => {
    expect(headings(originalOf('outline'), 1).map(plainText)).toEqual([
      'I- Mục đích, yêu cầu',
      'II- Căn cứ',
      'III- Nội dung chính',
      'IV- Câu hỏi gợi ý thảo luận',
      'V- Tiến độ',
    ])
    const counts = Object.fromEntries(
      templateKinds.map((kind) => [kind, headings(originalOf(kind), 1).length]),
    )
    expect(counts).toEqual({
      plan: 4,
      outline: 5,
      draft: 6,
      notice: 3,
      programme: 0,
      minutes: 5,
      conclusion: 5,
      resolution: 4,
      answers: 0,
      report: 5,
      monthly: 4,
    })
    const table = originalOf('programme').content?.find(({ type }) => type === 'table')
    expect(table?.content).toHaveLength(15)
  })
})

describe('fill', () => {
  it('[P2] writes what is known, and a dotted line for what is not', () => {
    expect(linesOf(fill(originalOf('outline'), facts))[1]).toBe('chuyên đề “Chuyển đổi số”')
    const minutes = linesOf(fill(originalOf('minutes'), facts))
    expect(minutes[1]).toBe('sinh hoạt chuyên đề quý IV năm 2026')
    // The day it is in Vietnam, and the month that could be forged in two digits.
    expect(minutes[2]).toContain('01 giờ 30, ngày 01/01/2027; địa điểm: Phòng họp')
    expect(minutes[3]).toContain(
      'tổng số đảng viên 03 (chính thức 02, dự bị 01); được miễn ……………; có mặt 01; vắng có lý do 01 (Phạm Quốc Bảo); vắng không lý do 00',
    )
    expect(minutes[4]).toBe(`Chủ trì: ${dottedLine}; thư ký: tuan; người trình bày: Trần Thị Hạnh.`)
    expect(minutes.join()).toContain('bản chốt số 2 (ab12cd34)')
    expect(linesOf(fill(originalOf('resolution', 'en'), {}))[1]).toBe(`on ${dottedLine}`)
  })

  it('[P2] reads a field by its name in either language, however it is typed', () => {
    for (const name of fieldNames) {
      for (const language of both) {
        const written = fields[name][language]
        expect(fieldNamed(written)).toBe(name)
        expect(fieldNamed(`  ${written.toLocaleUpperCase('vi').normalize('NFD')} `)).toBe(name)
      }
    }
  })

  it('[P2] keeps the look of where a field begins, though marks cut it', () => {
    const bold = [{ type: 'bold' }]
    const cut: PaperNode = {
      type: 'paragraph',
      content: [
        { type: 'text', text: 'Về {{Tên ' },
        { type: 'text', text: 'chuyên', marks: bold },
        { type: 'text', text: ' đề}} và {{Năm}}.', marks: [{ type: 'italic' }] },
      ],
    }
    expect(fill(cut, { topic: 'Một {{Năm}}', year: '2026' }).content).toEqual([
      { type: 'text', text: 'Về Một {{Năm}}' },
      { type: 'text', text: ' và 2026.', marks: [{ type: 'italic' }] },
    ])
  })

  it('[P2] leaves a paper without fields as it is, and any paper a paper', () => {
    fc.assert(
      fc.property(anyPaper, fc.constantFrom(...fieldNames), fc.string(), (paper, field, words) => {
        expect(fill(paper, facts)).toEqual(paper)
        const token = tokenOf(field)
        const blocks = nodesOf(paper).filter(({ type }) => type === 'paragraph')
        if (blocks.length === 0) return
        const with_ = structuredClone(paper)
        for (const node of nodesOf(with_)) if (node.text) node.text = `${token}${node.text}`
        const filled = fill(with_, { [field]: words })
        expect(() => paperSchema.nodeFromJSON(filled).check()).not.toThrow()
        const left = words.normalize('NFC').trim()
        if (!/[{}]/.test(left)) expect(plainText(filled)).not.toMatch(/[{}]/)
      }),
    )
  })

  it('[P3] names what stands in braces and is no field', () => {
    const doc = (text: string): PaperNode => ({
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
    })
    expect(wrongFields(doc('{{Tên chuyên đề}} {{topic}} {một}'))).toEqual([])
    expect(wrongFields(doc('{{Tên chuyên đê}} {{}} {{Năm'))).toEqual([
      '{{Tên chuyên đê}}',
      '{{}}',
      '{{',
    ])
    expect(wrongFields(doc('Năm}} {{Năm}}'))).toEqual(['}}'])
  })
})
