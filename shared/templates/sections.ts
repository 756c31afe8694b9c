// Writes lines and rows into the sections of a paper that is no live one yet, found by their headings.
import { type PaperNode, plainText } from '../document/outline'
import { sectionOf } from '../document/section-of'

const isBlankLine = (node: PaperNode | undefined) =>
  node?.type === 'paragraph' && !node.attrs?.part && plainText(node).trim() === ''

const line = (words: string): PaperNode => ({
  type: 'paragraph',
  ...(words !== '' && { content: [{ type: 'text', text: words }] }),
})

/** One a line: no text of a paper holds a line break. */
const linesOf = (words: string): PaperNode[] =>
  words
    .split('\n')
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .map(line)

/** In the place of the section's first empty line, else behind its words. Pure. */
export function withLines(doc: PaperNode, heading: RegExp, words: readonly string[]): PaperNode {
  const made = words.flatMap(linesOf)
  if (made.length === 0) return doc
  const blocks = doc.content ?? []
  const [from, to] = sectionOf(blocks, heading)
  const blank = blocks.findIndex((one, index) => index >= from && index < to && isBlankLine(one))
  const [at, gone] = blank < 0 ? [to, 0] : [blank, 1]
  return { ...doc, content: [...blocks.slice(0, at), ...made, ...blocks.slice(at + gone)] }
}

const isHeadRow = ({ content = [] }: PaperNode) =>
  content.length > 0 && content.every(({ type }) => type === 'tableHeader')

function tableWith(table: PaperNode, rows: readonly (readonly string[])[]): PaperNode {
  const own = table.content ?? []
  const widths = own[0]?.content ?? []
  const kept = own.filter((row) => isHeadRow(row) || plainText(row).trim() !== '')
  const made = rows.map(
    (words): PaperNode => ({
      type: 'tableRow',
      content: widths.map(({ attrs }, column) => {
        const lines = linesOf(words[column] ?? '')
        return {
          type: 'tableCell',
          ...(attrs?.colwidth != null && { attrs: { colwidth: attrs.colwidth } }),
          content: lines.length > 0 ? lines : [line('')],
        }
      }),
    }),
  )
  return { ...table, content: [...kept, ...made] }
}

/** As rows of the section's first table, empty ones gone; where it has none, as lines. Pure. */
export function withRows(
  doc: PaperNode,
  heading: RegExp | null,
  rows: readonly (readonly string[])[],
): PaperNode {
  if (rows.length === 0) return doc
  const blocks = doc.content ?? []
  const [from, to] = heading ? sectionOf(blocks, heading) : [0, blocks.length]
  const at = blocks.findIndex(({ type }, index) => index >= from && index < to && type === 'table')
  const table = blocks[at]
  if (!table) {
    const lines = rows.map((words) => words.filter(Boolean).join(' · '))
    return withLines(doc, heading ?? /^$/, lines)
  }
  return { ...doc, content: blocks.with(at, tableWith(table, rows)) }
}

/** Words put in the place of what a pattern finds in the lines of the paper itself. Pure. */
export function withWords(doc: PaperNode, pattern: RegExp, words: readonly string[]): PaperNode {
  let next = 0
  const changed = (node: PaperNode): PaperNode => {
    if (node.text === undefined) {
      return node.content ? { ...node, content: node.content.map(changed) } : node
    }
    return { ...node, text: node.text.replace(pattern, (found) => words[next++] ?? found) }
  }
  return changed(doc)
}
