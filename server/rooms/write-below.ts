// Writes lines into a section of a live paper, found by its heading, after what stands there already.
import * as Y from 'yjs'
import { bareLetters } from '../../shared/bare-letters'
import type { Room } from './room'

type Block = Y.XmlElement

const textIn = (node: unknown): string =>
  node instanceof Y.XmlText
    ? (node.toDelta() as { insert: unknown }[])
        .map(({ insert }) => (typeof insert === 'string' ? insert : ''))
        .join('')
    : node instanceof Y.XmlElement
      ? node.toArray().map(textIn).join('')
      : ''

const blocksIn = (room: Room): Block[] =>
  room.fragment.toArray().filter((one): one is Block => one instanceof Y.XmlElement)

/** From after the heading to the next one, or to the signatures; without such a heading, the end. */
function sectionOf(blocks: readonly Block[], heading: RegExp): [from: number, to: number] {
  const at = blocks.findIndex(
    (one) => one.nodeName === 'heading' && heading.test(bareLetters(textIn(one))),
  )
  const ends = (one: Block) =>
    one.getAttribute('part') === 'signature' || (at >= 0 && one.nodeName === 'heading')
  const next = blocks.findIndex((one, index) => index > at && ends(one))
  const to = next < 0 ? blocks.length : next
  return at < 0 ? [to, to] : [at + 1, to]
}

/** Behind the last of them that has words. */
function behindWords(nodes: readonly Block[], from: number, to: number): number {
  let at = to
  while (at > from && textIn(nodes[at - 1]).trim() === '') at--
  return at
}

function paragraph(words: string): Y.XmlElement {
  const block = new Y.XmlElement('paragraph')
  if (words !== '') block.insert(0, [new Y.XmlText(words)])
  return block
}

/** `heading` is tried on letters without marks, in lower case. Resolves when it is on disk. */
export const writeBelow = (room: Room, heading: RegExp, lines: readonly string[]): Promise<void> =>
  room.edit(() => {
    const blocks = blocksIn(room)
    const [from, to] = sectionOf(blocks, heading)
    room.fragment.insert(behindWords(blocks, from, to), lines.map(paragraph))
  })

/** As rows of the section's first table; where it has none, as lines. Resolves when it is on disk. */
export const writeRowsBelow = (
  room: Room,
  heading: RegExp,
  rows: readonly (readonly string[])[],
): Promise<void> =>
  room.edit(() => {
    const blocks = blocksIn(room)
    const [from, to] = sectionOf(blocks, heading)
    const table = blocks.slice(from, to).find(({ nodeName }) => nodeName === 'table')
    if (!table) {
      const lines = rows.map((words) => paragraph(words.filter(Boolean).join(' · ')))
      return room.fragment.insert(behindWords(blocks, from, to), lines)
    }
    const own = table.toArray().filter((one): one is Block => one instanceof Y.XmlElement)
    const columns = Math.max(1, own[0]?.length ?? 1)
    const made = rows.map((words) => {
      const row = new Y.XmlElement('tableRow')
      const cells = Array.from({ length: columns }, (_, column) => {
        const cell = new Y.XmlElement('tableCell')
        cell.insert(0, [paragraph(words[column] ?? '')])
        return cell
      })
      row.insert(0, cells)
      return row
    })
    table.insert(Math.max(1, behindWords(own, 0, own.length)), made)
  })
