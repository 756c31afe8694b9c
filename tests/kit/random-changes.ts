// Two papers of which the one was made of the other: blocks moved, parted, joined, words and forms changed.
import fc from 'fast-check'
import type { PaperNode } from '../../shared/document/outline'
import { anyPaper, words } from './random-paper'

const marked = fc.constantFrom<NonNullable<PaperNode['marks']>>(
  [],
  [{ type: 'bold' }],
  [{ type: 'italic' }],
  [{ type: 'link', attrs: { href: 'https://example.vn/1' } }],
)
const piece = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(words, marked).map(([text, marks]) => textOf(text, marks)) },
  { weight: 1, arbitrary: fc.constant<PaperNode>({ type: 'hardBreak' }) },
)
function textOf(text: string, marks: NonNullable<PaperNode['marks']>): PaperNode {
  return { type: 'text', text, ...(marks.length > 0 && { marks }) }
}
const sentence = fc.array(piece, { maxLength: 5 })
const paragraph = fc
  .tuple(sentence, fc.constantFrom(null, null, 'center', 'justify'))
  .map(([content, textAlign]): PaperNode => ({ type: 'paragraph', attrs: { textAlign }, content }))
const item = fc
  .array(paragraph, { minLength: 1, maxLength: 2 })
  .map((content): PaperNode => ({ type: 'listItem', content }))
const list = (items: fc.Arbitrary<PaperNode>) =>
  fc
    .tuple(
      fc.constantFrom('bulletList', 'orderedList'),
      fc.array(items, { minLength: 1, maxLength: 3 }),
    )
    .map(([type, content]): PaperNode => {
      return { type, ...(type === 'orderedList' && { attrs: { start: 1, type: null } }), content }
    })
const nested = list(
  fc
    .tuple(item, list(item))
    .map(([{ content = [] }, inner]) => ({ type: 'listItem', content: [...content, inner] })),
)
const cell = fc
  .tuple(fc.constantFrom('tableCell', 'tableHeader'), paragraph)
  .map(([type, one]): PaperNode => {
    return { type, attrs: { colspan: 1, rowspan: 1 }, content: [one] }
  })
const table = fc
  .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }))
  .chain(([rows, columns]) =>
    fc
      .array(fc.array(cell, { minLength: columns, maxLength: columns }), {
        minLength: rows,
        maxLength: rows,
      })
      .map((grid): PaperNode => {
        return {
          type: 'table',
          content: grid.map((cells) => ({ type: 'tableRow', content: cells })),
        }
      }),
  )
/** The same picture with another caption is the same picture. */
const picture = fc
  .tuple(fc.constantFrom('a', 'b'), fc.constantFrom(null, 'Hình 1', 'Hình 2'))
  .map(([letter, caption]): PaperNode => {
    const src = `/api/images/${letter.repeat(64)}`
    return { type: 'image', attrs: { src, alt: null, caption, width: 320, height: 240 } }
  })
const block = fc.oneof(
  { weight: 6, arbitrary: paragraph },
  { weight: 1, arbitrary: list(item) },
  { weight: 1, arbitrary: nested },
  { weight: 1, arbitrary: table },
  { weight: 1, arbitrary: fc.constant<PaperNode>({ type: 'horizontalRule' }) },
  { weight: 1, arbitrary: picture },
)

/** A paper with everything that a paper may hold. */
export const anyRichPaper: fc.Arbitrary<PaperNode> = fc
  .tuple(fc.array(block, { minLength: 1, maxLength: 8 }), anyPaper)
  .map(([content, more]) => ({ type: 'doc', content: [...content, ...(more.content ?? [])] }))

const deed = fc.record({
  kind: fc.constantFrom('drop', 'move', 'add', 'words', 'form', 'join', 'part', 'type', 'inside'),
  at: fc.nat(100),
  to: fc.nat(100),
  block,
  sentence,
})
type Deed = typeof deed extends fc.Arbitrary<infer One> ? One : never

const isText = (node: PaperNode | undefined): node is PaperNode => node?.type === 'paragraph'

/** The list of children after one deed; one that is not possible there changes nothing. */
function changed(content: readonly PaperNode[], deed: Deed): PaperNode[] {
  const after = [...content]
  const at = deed.at % Math.max(1, after.length)
  const [node, next] = [after[at], after[at + 1]]
  if (!node) return [deed.block]
  switch (deed.kind) {
    case 'drop':
      after.splice(at, 1)
      break
    case 'move':
      after.splice(at, 1)
      after.splice(deed.to % (after.length + 1), 0, node)
      break
    case 'add':
      after.splice(at, 0, deed.block)
      break
    case 'words':
      if (isText(node)) after[at] = { ...node, content: spliced(node, deed) }
      break
    case 'form':
      if (isText(node)) after[at] = { ...node, content: (node.content ?? []).map(bolder) }
      break
    case 'join':
      if (isText(node) && isText(next)) {
        const content = [...(node.content ?? []), ...(next.content ?? [])]
        after.splice(at, 2, { ...node, content })
      }
      break
    case 'part':
      if (isText(node)) {
        const cut = deed.to % ((node.content ?? []).length + 1)
        const [first, second] = [node.content?.slice(0, cut), node.content?.slice(cut)]
        after.splice(at, 1, { ...node, content: first ?? [] }, { ...node, content: second ?? [] })
      }
      break
    case 'type':
      if (isText(node))
        after[at] = { ...node, type: 'heading', attrs: { level: 1 + (deed.to % 3) } }
      break
    case 'inside':
      if (node.type !== 'paragraph' && node.content?.some(({ content }) => content)) {
        const inner = deed.to % node.content.length
        const child = node.content[inner] as PaperNode
        const content = changed(child.content ?? [], { ...deed, kind: 'words' })
        after[at] = { ...node, content: node.content.with(inner, { ...child, content }) }
      }
      break
  }
  return after
}

const spliced = ({ content = [] }: PaperNode, { to, sentence }: Deed): PaperNode[] => {
  const at = to % (content.length + 1)
  return [...content.slice(0, at), ...sentence, ...content.slice(at + 1)]
}

const bolder = (node: PaperNode): PaperNode =>
  node.text === undefined ? node : { ...node, marks: [{ type: 'bold' }] }

/** A paper and what became of it. */
export const anyTwoPapers: fc.Arbitrary<readonly [PaperNode, PaperNode]> = fc
  .tuple(anyRichPaper, fc.array(deed, { maxLength: 6 }), fc.nat(9), anyRichPaper)
  .map(([before, deeds, dice, other]) => {
    if (dice === 0) return [before, other] as const
    const content = deeds.reduce<readonly PaperNode[]>(changed, before.content ?? [])
    return [before, { ...before, content: content.length > 0 ? [...content] : [paragraphOf('')] }]
  })

export const paragraphOf = (text: string): PaperNode => ({
  type: 'paragraph',
  content: text === '' ? [] : [{ type: 'text', text }],
})
