// Who wrote which letters, laid over a text as marks that only the screen knows.
import type { PaperNode } from '../../../shared/document/outline'

/** For every paragraph and heading, in order: so many letters by one person; `null`: the program's. */
export type Written = readonly (readonly (readonly [by: string | null, letters: number])[])[]

export const authorMark = 'author'

type Stretch = readonly [by: string | null, letters: number]

function parted(content: readonly PaperNode[], stretches: readonly Stretch[]): PaperNode[] {
  const left = stretches.map(([by, letters]) => ({ by, letters }))
  const out: PaperNode[] = []
  for (const node of content) {
    let rest = node.text ?? ''
    if (rest === '') out.push(node)
    while (rest !== '') {
      const next = left[0]
      const length = next ? Math.min(next.letters, rest.length) : rest.length
      const mark = next?.by ? [{ type: authorMark, attrs: { by: next.by } }] : []
      out.push({ ...node, text: rest.slice(0, length), marks: [...(node.marks ?? []), ...mark] })
      rest = rest.slice(length)
      if (!next) continue
      next.letters -= length
      if (next.letters <= 0) left.shift()
    }
  }
  return out
}

export function withAuthors(doc: PaperNode, written: Written): PaperNode {
  let at = 0
  const visit = (node: PaperNode): PaperNode => {
    const content = node.content ?? []
    if (node.type === 'paragraph' || node.type === 'heading') {
      return { ...node, content: parted(content, written[at++] ?? []) }
    }
    return node.content ? { ...node, content: content.map(visit) } : node
  }
  return visit(doc)
}
