// Positions and quotes of a rendered version against ProseMirror's own counting.
import { describe, expect, it } from 'vitest'
import { nodeSize, textBetween, trimRange, walk } from '../../client/pieces/version-text/positions'
import { canonical } from '../../shared/document/canonical'
import type { PaperNode } from '../../shared/document/outline'
import { paperSchema } from '../../shared/document/schema'

const text = (words: string, ...marks: string[]): PaperNode => ({
  type: 'text',
  text: words,
  ...(marks.length > 0 && { marks: marks.map((type) => ({ type })) }),
})
const block = (type: string, ...content: PaperNode[]): PaperNode => ({ type, content })

const paper = canonical(
  block(
    'doc',
    { type: 'heading', attrs: { level: 1 }, content: [text('I. Thực trạng')] },
    block('paragraph', text('  Một '), text('hai', 'bold'), { type: 'hardBreak' }, text('ba  ')),
    { type: 'paragraph' },
    { type: 'horizontalRule' },
    block(
      'bulletList',
      block('listItem', block('paragraph', text('bốn 😀')), block('paragraph', text('năm'))),
    ),
    block(
      'table',
      block('tableRow', block('tableHeader', block('paragraph', text('sáu')))),
      block('tableRow', block('tableCell', block('paragraph', text('bảy')))),
    ),
  ),
)
const doc = paperSchema.nodeFromJSON(paper)

describe('positions without ProseMirror', () => {
  it('counts as ProseMirror does', () => {
    expect(nodeSize(paper) - 2).toBe(doc.content.size)
    const own: [string, number][] = []
    walk(paper, (node, position) => own.push([node.type, position]))
    const theirs: [string, number][] = []
    doc.descendants((node, position) => void theirs.push([node.type.name, position]))
    expect(own).toEqual(theirs)
  })

  it('quotes every range as textBetween does', () => {
    for (let from = 0; from <= doc.content.size; from++) {
      for (let to = from + 1; to <= doc.content.size; to++) {
        expect(textBetween(paper, from, to)).toBe(doc.textBetween(from, to, '\n', '\n'))
      }
    }
  })

  it('trims blanks off both ends, and says when nothing is left', () => {
    const range = trimRange(paper, 15, 31)
    expect(range && textBetween(paper, range.from, range.to)).toBe('Một hai\nba')
    expect(trimRange(paper, 15, 17)).toBeNull()
  })
})
