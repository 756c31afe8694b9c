// Papers made at random, as fast-check arbitraries, and their form in Yjs.
import fc from 'fast-check'
import * as Y from 'yjs'
import type { PaperNode } from '../../shared/document/outline'

export const words = fc
  .array(fc.constantFrom('đề', 'cương', 'chi bộ', 'chuyển đổi', 'số', 'hoà', 'ủy', ' ', '17/31'), {
    minLength: 1,
    maxLength: 6,
  })
  .map((parts) => parts.join(' '))

const marks = fc.uniqueArray(fc.constantFrom('bold', 'italic', 'underline'), { maxLength: 3 })
const run = fc.record({ text: words, marks })
type Run = { text: string; marks: string[] }

const textNode = ({ text, marks }: Run): PaperNode => ({
  type: 'text',
  text,
  ...(marks.length > 0 && { marks: marks.map((type) => ({ type })) }),
})

const inline = fc.array(run, { maxLength: 3 }).map((runs) => runs.map(textNode))
const paragraph = inline.map((content): PaperNode => ({ type: 'paragraph', content }))
const heading = fc
  .tuple(fc.constantFrom(1, 2, 3), inline)
  .map(([level, content]): PaperNode => ({ type: 'heading', attrs: { level }, content }))
const part = fc
  .tuple(fc.constantFrom('title', 'signature'), inline)
  .map(([name, content]): PaperNode => ({ type: 'paragraph', attrs: { part: name }, content }))
const list = fc
  .tuple(
    fc.constantFrom('bulletList', 'orderedList'),
    fc.array(paragraph, { minLength: 1, maxLength: 3 }),
  )
  .map(
    ([type, items]): PaperNode => ({
      type,
      content: items.map((item) => ({ type: 'listItem', content: [item] })),
    }),
  )
const table = fc.array(paragraph, { minLength: 1, maxLength: 2 }).map(
  (cells): PaperNode => ({
    type: 'table',
    content: [
      {
        type: 'tableRow',
        content: cells.map((cell) => ({ type: 'tableCell', content: [cell] })),
      },
    ],
  }),
)

/** A whole paper as ProseMirror JSON. */
export const anyPaper: fc.Arbitrary<PaperNode> = fc
  .array(
    fc.oneof(
      { weight: 5, arbitrary: paragraph },
      { weight: 2, arbitrary: heading },
      { weight: 1, arbitrary: part },
      { weight: 2, arbitrary: list },
      { weight: 1, arbitrary: table },
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((content) => ({ type: 'doc', content }))

/** Every node of a paper, in document order. */
export function nodesOf(node: PaperNode): PaperNode[] {
  return [node, ...(node.content ?? []).flatMap(nodesOf)]
}

/** One edit of a random author; the numbers choose where. */
export interface Edit {
  readonly author: number
  readonly kind: 'insert' | 'type' | 'erase' | 'bold' | 'remove'
  readonly at: number
  readonly text: string
}
export const anyEdit: fc.Arbitrary<Edit> = fc.record({
  author: fc.integer({ min: 0, max: 2 }),
  kind: fc.constantFrom('insert', 'insert', 'type', 'type', 'erase', 'bold', 'remove'),
  at: fc.nat(1000),
  text: words,
})

/** Does an edit on a Yjs document of paragraphs. */
export function edit(doc: Y.Doc, { kind, at, text }: Edit): void {
  const root = doc.getXmlFragment('default')
  if (kind === 'insert' || root.length === 0) {
    const element = new Y.XmlElement('paragraph')
    element.insert(0, [new Y.XmlText(text)])
    root.insert(at % (root.length + 1), [element])
    return
  }
  const where = at % root.length
  if (kind === 'remove') return root.delete(where, 1)
  const run = (root.get(where) as Y.XmlElement).get(0) as Y.XmlText
  const index = at % (run.length + 1)
  const length = Math.min(text.length, run.length - index)
  if (kind === 'type') run.insert(index, text)
  else if (kind === 'erase') run.delete(index, length)
  else run.format(index, length, { bold: {} })
}
