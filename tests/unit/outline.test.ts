// Paragraph numbers and sections: what the projector, the paper and the minutes point at.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonical } from '../../shared/document/canonical'
import { isBlank, type PaperNode, plainText, sections } from '../../shared/document/outline'
import { anyPaper, nodesOf } from '../kit/random-paper'

const text = (value: string): PaperNode => ({ type: 'text', text: value })
const paragraph = (value: string, attrs?: PaperNode['attrs']): PaperNode => ({
  type: 'paragraph',
  ...(attrs && { attrs }),
  ...(value && { content: [text(value)] }),
})
const heading = (level: number, value: string): PaperNode => ({
  type: 'heading',
  attrs: { level },
  content: [text(value)],
})
const list = (...items: PaperNode[][]): PaperNode => ({
  type: 'bulletList',
  content: items.map((content) => ({ type: 'listItem', content })),
})
const table = (...cells: PaperNode[]): PaperNode => ({
  type: 'table',
  content: [
    { type: 'tableRow', content: cells.map((cell) => ({ type: 'tableCell', content: [cell] })) },
  ],
})

const paper: PaperNode = {
  type: 'doc',
  content: [
    paragraph('BÁO CÁO CHUYÊN ĐỀ', { part: 'title' }),
    paragraph('Mở đầu'),
    heading(1, 'I. Thực trạng'),
    paragraph('Kết quả'),
    paragraph('   '),
    paragraph(''),
    heading(2, '1. Hạn chế'),
    list([paragraph('Ý một'), list([paragraph('Ý một a')])], [paragraph('Ý hai')]),
    table(paragraph('Ô một'), paragraph('Ô hai')),
    heading(1, 'II. Giải pháp'),
    heading(1, 'III. Kiến nghị'),
    paragraph('Kính trình'),
    paragraph('Nguyễn Thị Hạnh', { part: 'signature' }),
  ],
}

/** The number of every node that bears one, in order, with its words. */
const numbered = (doc: PaperNode) =>
  nodesOf(canonical(doc))
    .filter((node) => node.number !== undefined)
    .map((node) => [node.number, plainText(node)])

describe('paragraph numbers', () => {
  it('[T4] are borne by non-empty paragraphs, list items included, and by nothing else', () => {
    expect(numbered(paper)).toEqual([
      [1, 'Mở đầu'],
      [2, 'Kết quả'],
      [3, 'Ý một'],
      [4, 'Ý một a'],
      [5, 'Ý hai'],
      [6, 'Kính trình'],
    ])
  })

  it('[T4] run from 1 without a gap, on paragraphs with words only', () => {
    fc.assert(
      fc.property(anyPaper, (random) => {
        const found = nodesOf(canonical(random)).filter((node) => node.number !== undefined)
        expect(found.map((node) => node.number)).toEqual(found.map((_, i) => i + 1))
        for (const node of found) {
          expect(node.type).toBe('paragraph')
          expect(node.attrs?.part).toBeUndefined()
          expect(plainText(node).trim()).not.toBe('')
        }
      }),
    )
  })

  it('[T4] skip tables, however deep the paragraph stands in them', () => {
    fc.assert(
      fc.property(anyPaper, (random) => {
        const tables = nodesOf(canonical(random)).filter((node) => node.type === 'table')
        for (const each of tables) {
          expect(nodesOf(each).every((node) => node.number === undefined)).toBe(true)
        }
      }),
    )
  })

  it('do not change when a heading or an empty paragraph is put between', () => {
    fc.assert(
      fc.property(anyPaper, fc.nat(), (random, at) => {
        const content = [...(random.content ?? [])]
        content.splice(at % (content.length + 1), 0, heading(2, 'Mục'), paragraph(''))
        expect(numbered({ type: 'doc', content })).toEqual(numbered(random))
      }),
    )
  })
})

describe('sections', () => {
  it('are cut at headings of level 1 and know their paragraphs', () => {
    const found = sections(canonical(paper))
    expect(found.map(({ title, paragraphs }) => [title, paragraphs])).toEqual([
      ['', [1, 1]],
      ['I. Thực trạng', [2, 5]],
      ['II. Giải pháp', null],
      ['III. Kiến nghị', [6, 6]],
    ])
  })

  it('hold every block once and every number once, in order', () => {
    fc.assert(
      fc.property(anyPaper, (random) => {
        const whole = canonical(random)
        const found = sections(whole)
        const isCut = (node: PaperNode) => node.type === 'heading' && node.attrs?.level === 1
        expect(found.flatMap(({ blocks }) => blocks)).toEqual(
          (whole.content ?? []).filter((block) => !isCut(block)),
        )
        let next = 1
        for (const { paragraphs } of found) {
          if (!paragraphs) continue
          expect(paragraphs[0]).toBe(next)
          expect(paragraphs[1]).toBeGreaterThanOrEqual(paragraphs[0])
          next = paragraphs[1] + 1
        }
        expect(next - 1).toBe(numbered(random).length)
      }),
    )
  })
})

describe('a paper', () => {
  it('is blank while it holds nothing but blanks', () => {
    expect(isBlank({ type: 'doc' })).toBe(true)
    expect(isBlank({ type: 'doc', content: [paragraph(''), paragraph('  \u00a0')] })).toBe(true)
    expect(isBlank({ type: 'doc', content: [heading(1, ' '), list([paragraph('')])] })).toBe(true)
    expect(isBlank({ type: 'doc', content: [paragraph('x')] })).toBe(false)
    expect(isBlank({ type: 'doc', content: [table(paragraph('x'))] })).toBe(false)
  })
})
