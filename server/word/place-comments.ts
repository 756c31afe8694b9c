// Takes the marks of the file's comments off the text and says on which words each stood.
import type { PaperNode } from '../../shared/document/outline'
import type { ImportedComment } from '../../shared/records/import-report'
import type { FileComment } from './read-comments'
import type { TextNode } from './set-blocks'

const contextLength = 32
/** A thread's quote is no longer. */
const longestQuote = 2000

/** In the flat text of the paper: see `flatten` in anchor.ts. */
export function placeComments(
  blocks: readonly PaperNode[],
  comments: readonly FileComment[],
): ImportedComment[] {
  let flat = ''
  let count = 0
  const ranges = new Map<string, [from: number, to: number]>()
  const visit = (node: TextNode): void => {
    const isTextblock = node.type === 'paragraph' || node.type === 'heading'
    if (isTextblock && count++ > 0) flat += '\n'
    if (node.type === 'hardBreak') flat += '\n'
    if (node.text !== undefined) {
      for (const id of node.comments ?? []) {
        const range = ranges.get(id) ?? [flat.length, 0]
        range[1] = flat.length + node.text.length
        ranges.set(id, range)
      }
      delete node.comments
      flat += node.text
    }
    for (const child of node.content ?? []) visit(child)
  }
  for (const block of blocks) visit(block)
  return comments.map(({ id, ...said }) => {
    let [from, to] = ranges.get(id) ?? [0, 0]
    while (from < to && /\s/.test(flat[from] ?? '')) from++
    while (from < to && /\s/.test(flat[to - 1] ?? '')) to--
    to = Math.min(to, from + longestQuote)
    return {
      ...said,
      quote: flat.slice(from, to),
      before: from < to ? flat.slice(Math.max(0, from - contextLength), from) : '',
      after: from < to ? flat.slice(to, to + contextLength) : '',
    }
  })
}
