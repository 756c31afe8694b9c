// ProseMirror positions on canonical JSON, without ProseMirror: where text stands and what a range quotes.
import type { PaperNode } from '../../../shared/document/outline'

const leaves: ReadonlySet<string> = new Set(['hardBreak', 'horizontalRule', 'image'])
const textblocks: ReadonlySet<string> = new Set(['paragraph', 'heading'])
const blockLeaves: ReadonlySet<string> = new Set(['horizontalRule', 'image'])

/** Opening and closing a node count one each, a leaf one in all, text its UTF-16 length. */
export function nodeSize(node: PaperNode): number {
  if (node.text !== undefined) return node.text.length
  if (leaves.has(node.type)) return 1
  return (node.content ?? []).reduce((size, child) => size + nodeSize(child), 2)
}

/** The position of each child of a node whose content begins at `start`. */
export function childPositions(children: readonly PaperNode[], start: number): number[] {
  let position = start
  return children.map((child) => {
    const own = position
    position += nodeSize(child)
    return own
  })
}

type Visit = (node: PaperNode, position: number) => void

/** Every node below `node`, in order, with its position; the content of `node` begins at `start`. */
export function walk(node: PaperNode, visit: Visit, start = 0): void {
  const children = node.content ?? []
  const positions = childPositions(children, start)
  children.forEach((child, index) => {
    const position = positions[index] ?? start
    visit(child, position)
    walk(child, visit, position + 1)
  })
}

/** What ProseMirror's `textBetween(from, to, '\n', '\n')` gives: the server compares to the letter. */
export function textBetween(doc: PaperNode, from: number, to: number): string {
  let text = ''
  let isFirst = true
  walk(doc, (node, position) => {
    const end = position + nodeSize(node)
    if (end <= from || position >= to) return
    const isLeaf = leaves.has(node.type)
    if (textblocks.has(node.type) || blockLeaves.has(node.type)) {
      if (isFirst) isFirst = false
      else text += '\n'
    }
    if (node.text !== undefined) {
      text += node.text.slice(Math.max(from, position) - position, to - position)
    } else if (isLeaf) text += '\n'
  })
  return text
}

/** The range without blanks at its ends; `null` when nothing but blanks is left. */
export function trimRange(
  doc: PaperNode,
  from: number,
  to: number,
): { from: number; to: number } | null {
  let first: number | null = null
  let last: number | null = null
  walk(doc, ({ text }, position) => {
    if (text === undefined) return
    const begin = Math.max(from, position)
    const end = Math.min(to, position + text.length)
    for (let at = begin; at < end; at++) {
      if (/\s/.test(text[at - position] ?? ' ')) continue
      first ??= at
      last = at + 1
    }
  })
  return first !== null && last !== null ? { from: first, to: last } : null
}
