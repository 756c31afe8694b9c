// Where commented words stand: headings and numbered paragraphs, by marks and by positions.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonical } from '../../shared/document/canonical'
import { eachNumbered, type PaperNode } from '../../shared/document/outline'
import { blocksOf, placeOfRange, placesOfMarks } from '../../shared/document/places'
import { paperSchema } from '../../shared/document/schema'
import { anyPaper } from '../kit/random-paper'

const text = (words: string, ...threads: string[]): PaperNode => ({
  type: 'text',
  text: words,
  marks: threads.map((thread) => ({ type: `comment--${thread}`, attrs: { thread } })),
})
const paragraph = (...content: PaperNode[]): PaperNode => ({ type: 'paragraph', content })
const heading = (level: number, ...content: PaperNode[]): PaperNode => ({
  type: 'heading',
  attrs: { level },
  content,
})

const paper: PaperNode = {
  type: 'doc',
  content: [
    { ...paragraph(text('BÁO CÁO', 'title')), attrs: { part: 'title' } },
    paragraph(text('Mở đầu')),
    heading(1, text('II- Thực trạng')),
    heading(2, text('1. Kết quả', 'heading')),
    paragraph(text('Một '), text('hai', 'words', 'other'), text(' ba', 'other')),
    {
      type: 'bulletList',
      content: [{ type: 'listItem', content: [paragraph(text('bốn', 'other'))] }],
    },
    heading(1, text('III- Mục tiêu')),
    {
      type: 'table',
      content: [
        {
          type: 'tableRow',
          content: [{ type: 'tableCell', content: [paragraph(text('ô', 'cell'))] }],
        },
      ],
    },
    paragraph(text('năm', 'last')),
  ],
}

describe('places of marks', () => {
  const places = placesOfMarks(blocksOf(paper))
  const of = (thread: string) => {
    const { headings, paragraphs } = places.get(thread) ?? {}
    return [headings, paragraphs]
  }

  it('[T4] are headings and the numbers of paragraphs', () => {
    expect(of('words')).toEqual([
      ['II- Thực trạng', '1. Kết quả'],
      [2, 2],
    ])
    expect(of('other')).toEqual([
      ['II- Thực trạng', '1. Kết quả'],
      [2, 3],
    ])
    expect(of('last')).toEqual([['III- Mục tiêu'], [4, 4]])
  })

  it('[T4] have no number in titles, headings and tables', () => {
    expect(of('title')).toEqual([[], null])
    expect(of('heading')).toEqual([['II- Thực trạng', '1. Kết quả'], null])
    expect(of('cell')).toEqual([['III- Mục tiêu'], null])
  })

  it('are in the order of the paper', () => {
    const order = [...places].sort(([, a], [, b]) => a.at - b.at).map(([thread]) => thread)
    expect(order).toEqual(['title', 'heading', 'words', 'other', 'cell', 'last'])
  })

  it('are not there where no mark is', () => {
    expect(places.get('gone')).toBeUndefined()
  })
})

describe('places of positions', () => {
  it('[T4] are those of the ProseMirror document, whatever it holds', () => {
    fc.assert(
      fc.property(anyPaper, (random) => {
        const frozen = canonical(random)
        const blocks = blocksOf(frozen)
        const numbers: number[] = []
        eachNumbered(frozen, ({ number }) => number !== undefined && numbers.push(number))
        expect(blocks.flatMap(({ number }) => (number === null ? [] : [number]))).toEqual(numbers)
        const doc = paperSchema.nodeFromJSON(frozen)
        const found: [string, number, number][] = []
        doc.descendants((node, position) => {
          if (node.isTextblock) {
            found.push([node.type.name, position + 1, position + node.nodeSize - 1])
          }
        })
        expect(blocks.map(({ node, from, to }) => [node.type, from, to])).toEqual(found)
        for (const { headings, number, from, to } of blocks) {
          const paragraphs = number === null ? null : [number, number]
          const wanted = from < to ? { headings, paragraphs, at: from } : null
          expect(placeOfRange(blocks, from, to)).toEqual(wanted)
        }
      }),
    )
  })

  it('are none for what is no position', () => {
    const blocks = blocksOf(paper)
    expect(placeOfRange(blocks, null, null)).toBeNull()
    expect(placeOfRange(blocks, 10_000, 10_001)).toBeNull()
  })
})
