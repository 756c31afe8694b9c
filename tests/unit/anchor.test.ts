// Where a comment stands: the flat text, relative positions on it, and finding a quote again.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { absolutePositionToRelativePosition, updateYFragment } from 'y-prosemirror'
import * as Y from 'yjs'
import {
  contextOf,
  findQuote,
  flatOffset,
  flatten,
  markedThreads,
  rangeHolds,
  slices,
} from '../../shared/document/anchor'
import { commentKey } from '../../shared/document/comment-mark'
import type { PaperNode } from '../../shared/document/outline'
import { paperSchema } from '../../shared/document/schema'
import { anyEdit, anyPaper, edit } from '../kit/random-paper'

/** The paper as the editor and as the shared document hold it. */
function both(paper: PaperNode) {
  const node = paperSchema.nodeFromJSON(paper)
  const doc = new Y.Doc()
  const fragment = doc.getXmlFragment('default')
  const mapping = new Map()
  updateYFragment(doc, fragment, node, { mapping, isOMark: new Map() })
  return { node, doc, fragment, mapping, flat: flatten(fragment) }
}

/** Three paragraphs in one string each. */
function paragraphs(...texts: string[]) {
  const doc = new Y.Doc()
  const fragment = doc.getXmlFragment('default')
  fragment.insert(
    0,
    texts.map((words) => {
      const element = new Y.XmlElement('paragraph')
      element.insert(0, [new Y.XmlText(words)])
      return element
    }),
  )
  return { doc, fragment, flat: flatten(fragment) }
}

describe('the flat text', () => {
  it("is what ProseMirror's textBetween gives", () => {
    fc.assert(
      fc.property(anyPaper, (paper) => {
        const { node, flat } = both(paper)
        const expected = node.textBetween(0, node.content.size, '\n', '\n')
        // Newlines only part blocks: an empty one may add one or none.
        const plain = (text: string) => text.replace(/\n+/g, '\n').replace(/^\n|\n$/g, '')
        expect(plain(flat.text)).toBe(plain(expected))
      }),
    )
  })

  it('has runs that stand where they say', () => {
    fc.assert(
      fc.property(anyPaper, (paper) => {
        const { flat } = both(paper)
        for (const { text, start, length } of flat.spans) {
          expect(flat.text.slice(start, start + length)).toBe(
            (text.toDelta() as { insert: string }[]).map(({ insert }) => insert).join(''),
          )
        }
      }),
    )
  })

  it('is covered by its slices exactly', () => {
    fc.assert(
      fc.property(anyPaper, fc.nat(), fc.nat(), (paper, a, b) => {
        const { flat } = both(paper)
        const size = flat.text.length + 1
        const [from, to] = [a % size, b % size].sort((x, y) => x - y) as [number, number]
        const covered = slices(flat, [from, to])
          .map(({ text, index, length }) => text.toJSON() && ([text, index, length] as const))
          .reduce((sum, [, , length]) => sum + (length as number), 0)
        const newlines = [...flat.text.slice(from, to)].filter((char) => char === '\n').length
        expect(covered).toBe(to - from - newlines)
      }),
    )
  })
})

describe('a position', () => {
  it("of the editor's selection names the same words in the flat text", () => {
    fc.assert(
      fc.property(anyPaper, fc.nat(), fc.nat(), (paper, a, b) => {
        const { node, doc, fragment, mapping, flat } = both(paper)
        const places: number[] = []
        node.descendants((child, pos) => {
          if (child.isText) for (let i = 0; i <= child.nodeSize; i++) places.push(pos + i)
        })
        fc.pre(places.length > 1)
        const chosen = [places[a % places.length], places[b % places.length]] as number[]
        const [from, to] = chosen.sort((x, y) => x - y) as [number, number]
        const quote = node.textBetween(from, to, '\n', '\n')
        fc.pre(quote.trim() !== '')
        const offsets = [from, to].map((pos) =>
          flatOffset(
            doc,
            flat,
            Y.relativePositionToJSON(
              absolutePositionToRelativePosition(pos, fragment, mapping as never),
            ),
          ),
        )
        expect(offsets).not.toContain(null)
        expect(rangeHolds(flat, offsets as [number, number], quote)).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  it('that is none, or of another paper, is nowhere', () => {
    const { doc, flat } = paragraphs('một', 'hai')
    const foreign = paragraphs('một')
    const elsewhere = Y.relativePositionToJSON(
      Y.createRelativePositionFromTypeIndex(foreign.flat.spans[0]?.text as Y.XmlText, 1),
    )
    for (const wrong of [elsewhere, {}, { type: 'x' }, { tname: 'other' }, { item: 7 }, null, 3]) {
      expect(flatOffset(doc, flat, wrong)).toBeNull()
    }
  })
})

describe('a quote', () => {
  it('holds only where its words stand, and never when it is blank', () => {
    const { flat } = paragraphs('Chuyển đổi số', 'trong dạy học')
    expect(rangeHolds(flat, [0, 10], 'Chuyển đổi')).toBe(true)
    expect(rangeHolds(flat, [0, 10], 'Chuyển đổi'.normalize('NFD'))).toBe(true)
    expect(rangeHolds(flat, [11, 19], 'số\ntrong')).toBe(true)
    expect(rangeHolds(flat, [0, 9], 'Chuyển đổi')).toBe(false)
    expect(rangeHolds(flat, [1, 11], 'Chuyển đổi')).toBe(false)
    expect(rangeHolds(flat, [10, 11], ' ')).toBe(false)
    expect(rangeHolds(flat, [5, 5], '')).toBe(false)
    expect(rangeHolds(flat, [10, 0], 'Chuyển đổi')).toBe(false)
  })

  it('is found where it was, with its context, in a text that did not change', () => {
    fc.assert(
      fc.property(anyPaper, fc.nat(), fc.nat(), (paper, a, b) => {
        const { flat } = both(paper)
        const size = flat.text.length + 1
        const [from, to] = [a % size, b % size].sort((x, y) => x - y) as [number, number]
        const quote = flat.text.slice(from, to)
        const found = findQuote(flat, { quote, ...contextOf(flat, [from, to]) })
        if (quote.trim() === '') expect(found).toBeNull()
        // Two places that fit equally well are neither of them taken.
        else if (found) expect(found).toEqual([from, to])
        else expect(flat.text.split(quote).length).toBeGreaterThan(2)
      }),
    )
  })

  it('is found again after edits elsewhere, or not at all: never at other words', () => {
    fc.assert(
      fc.property(
        fc.array(anyEdit, { minLength: 4, maxLength: 12 }),
        fc.array(anyEdit, { minLength: 1, maxLength: 8 }),
        fc.nat(),
        fc.nat(),
        (first, then, a, b) => {
          const doc = new Y.Doc()
          for (const each of first) edit(doc, each)
          const before = flatten(doc.getXmlFragment('default'))
          const size = before.text.length + 1
          const [from, to] = [a % size, b % size].sort((x, y) => x - y) as [number, number]
          const quote = before.text.slice(from, to)
          const context = contextOf(before, [from, to])
          for (const each of then) edit(doc, each)
          const after = flatten(doc.getXmlFragment('default'))
          const found = findQuote(after, { quote, ...context })
          if (found) expect(after.text.slice(...found)).toBe(quote)
        },
      ),
    )
  })

  it('moves with a paragraph that is put elsewhere', () => {
    const before = paragraphs('Mở đầu', 'Nhà trường có 31 giáo viên tham gia tập huấn.', 'Kết luận')
    const at = before.flat.text.indexOf('31 giáo viên')
    const context = contextOf(before.flat, [at, at + 12])
    const after = paragraphs('Nhà trường có 31 giáo viên tham gia tập huấn.', 'Kết luận', 'Mở đầu')
    expect(findQuote(after.flat, { quote: '31 giáo viên', ...context })).toEqual([14, 26])
  })

  it('is not shown at the same words in other surroundings, nor at one of two equal places', () => {
    const { flat } = paragraphs('Nhà trường có 31 giáo viên tham gia tập huấn.')
    const context = contextOf(flat, [14, 26])
    const other = paragraphs('Năm ngoái thống kê 31 giáo viên xin nghỉ.')
    expect(findQuote(other.flat, { quote: '31 giáo viên', ...context })).toBeNull()
    const twice = paragraphs(flat.text, flat.text)
    const sameContext = { before: context.before, after: 'tham gia' }
    expect(findQuote(twice.flat, { quote: '31 giáo viên', ...sameContext })).toBeNull()
  })
})

describe('marks of comments', () => {
  it('give each thread the range from its first to its last marked word', () => {
    const { flat } = paragraphs('Chuyển đổi số', 'trong dạy học')
    const [one, two] = flat.spans
    one?.text.format(0, 6, { [commentKey('a')]: { thread: 'a' } })
    one?.text.format(3, 10, { [commentKey('b')]: { thread: 'b' } })
    two?.text.format(0, 5, { [commentKey('b')]: { thread: 'b' } })
    two?.text.format(6, 3, { bold: {} })
    expect(markedThreads(flat)).toEqual(
      new Map([
        ['a', [0, 6]],
        ['b', [3, 19]],
      ]),
    )
  })

  it('stand under the key that y-prosemirror gives them itself', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[\w-]{1,40}$/), (thread) => {
        const marked = paperSchema.text('lời', [paperSchema.mark('comment', { thread })])
        const doc = new Y.Doc()
        const fragment = doc.getXmlFragment('default')
        const node = paperSchema.node('doc', null, [paperSchema.node('paragraph', null, [marked])])
        updateYFragment(doc, fragment, node, { mapping: new Map(), isOMark: new Map() })
        const run = (fragment.get(0) as Y.XmlElement).get(0) as Y.XmlText
        const [delta] = run.toDelta() as { attributes: Record<string, unknown> }[]
        expect(delta?.attributes).toEqual({ [commentKey(thread)]: { thread } })
      }),
    )
  })
})
