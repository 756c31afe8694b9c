// Writes lines into a section of a live paper, found by its heading, after what stands there already.
import * as Y from 'yjs'
import { type PaperNode, plainText } from '../../shared/document/outline'
import { sectionOf } from '../../shared/document/section-of'
import { type Room, textOf } from './room'

/** Behind the last of them that has words. */
function behindWords(nodes: readonly PaperNode[], from: number, to: number): number {
  let at = to
  while (at > from && plainText(nodes[at - 1] as PaperNode).trim() === '') at--
  return at
}

function paragraph(words: string): Y.XmlElement {
  const block = new Y.XmlElement('paragraph')
  if (words !== '') block.insert(0, [new Y.XmlText(words)])
  return block
}

/** One a line: no text of a paper holds a line break. */
const paragraphs = (words: string): Y.XmlElement[] =>
  words
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map(paragraph)

function tableRow(words: readonly string[], columns: number): Y.XmlElement {
  const row = new Y.XmlElement('tableRow')
  const cells = Array.from({ length: columns }, (_, column) => {
    const cell = new Y.XmlElement('tableCell')
    const lines = paragraphs(words[column] ?? '')
    cell.insert(0, lines.length > 0 ? lines : [paragraph('')])
    return cell
  })
  row.insert(0, cells)
  return row
}

const writeLines = (
  { fragment }: Room,
  blocks: readonly PaperNode[],
  [from, to]: readonly [from: number, to: number],
  lines: readonly string[],
) => fragment.insert(behindWords(blocks, from, to), lines.flatMap(paragraphs))

/** `heading` is tried on letters without marks, in lower case. Resolves when it is on disk. */
export const writeBelow = (room: Room, heading: RegExp, lines: readonly string[]): Promise<void> =>
  room.edit(() => {
    const { content: blocks = [] } = textOf(room.doc)
    writeLines(room, blocks, sectionOf(blocks, heading), lines)
  })

/** As rows of the section's first table; where it has none, as lines. Resolves when it is on disk. */
export const writeRowsBelow = (
  room: Room,
  heading: RegExp,
  rows: readonly (readonly string[])[],
): Promise<void> =>
  room.edit(() => {
    const { content: blocks = [] } = textOf(room.doc)
    const [from, to] = sectionOf(blocks, heading)
    const at = blocks.findIndex(
      ({ type }, index) => index >= from && index < to && type === 'table',
    )
    const table = at < 0 ? null : room.fragment.get(at)
    if (!(table instanceof Y.XmlElement)) {
      const lines = rows.map((words) => words.filter(Boolean).join(' · '))
      return writeLines(room, blocks, [from, to], lines)
    }
    const own = blocks[at]?.content ?? []
    const columns = Math.max(1, own[0]?.content?.length ?? 1)
    const made = rows.map((words) => tableRow(words, columns))
    table.insert(Math.max(1, behindWords(own, 0, own.length)), made)
  })
