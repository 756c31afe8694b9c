// The canonical form of a paper: the same document gives the same bytes, on any machine, in any order of edits.
import { eachNumbered, type PaperNode } from './outline'

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

function attributes(attrs: Record<string, unknown> | undefined) {
  const kept = Object.entries(attrs ?? {})
    .filter(([, value]) => value !== null && value !== undefined)
    .sort(([a], [b]) => compare(a, b))
  return kept.length ? Object.fromEntries(kept) : undefined
}

/** The marks that are part of the text: comment marks say what others think of it. */
export const formOf = ({ marks = [] }: PaperNode): NonNullable<PaperNode['marks']> =>
  marks
    .filter((mark) => mark.type.split('--')[0] !== 'comment')
    .map((mark) => {
      const own = attributes(mark.attrs)
      return own ? { type: mark.type, attrs: own } : { type: mark.type }
    })
    .sort((a, b) => compare(a.type, b.type))

/** Text is NFC, without comment marks. */
export function clean(node: PaperNode): PaperNode {
  const attrs = attributes(node.attrs)
  const marks = formOf(node)
  const content = join((node.content ?? []).map(clean))
  return {
    type: node.type,
    ...(attrs && { attrs }),
    ...(content.length > 0 && { content }),
    ...(marks.length > 0 && { marks }),
    ...(node.text !== undefined && { text: node.text.normalize('NFC') }),
  }
}

/** Neighbouring runs of text with the same marks are one run: where they were cut is chance. */
function join(nodes: PaperNode[]): PaperNode[] {
  const joined: PaperNode[] = []
  for (const node of nodes) {
    const last = joined.at(-1)
    const same = last?.type === 'text' && node.type === 'text' && sameMarks(last, node)
    if (last && same) last.text = `${last.text}${node.text}`.normalize('NFC')
    else if (node.type !== 'text' || node.text) joined.push(node)
  }
  return joined
}

const sameMarks = (a: PaperNode, b: PaperNode) =>
  JSON.stringify(a.marks ?? []) === JSON.stringify(b.marks ?? [])

/** The paper as it is frozen, shown and exported: cleaned, with its paragraphs numbered. */
export function canonical(doc: PaperNode): PaperNode {
  const cleaned = clean(doc)
  let number = 0
  eachNumbered(cleaned, (node) => {
    number += 1
    node.number = number
  })
  return cleaned
}

/** UTF-8 of the canonical JSON, keys in a fixed order, one trailing newline. Feed it to SHA-256. */
export function canonicalBytes(doc: PaperNode): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(canonical(doc))}\n`)
}

/** The inverse of `canonicalBytes`. */
export function fromCanonicalBytes(bytes: Uint8Array): PaperNode {
  return JSON.parse(new TextDecoder().decode(bytes)) as PaperNode
}
