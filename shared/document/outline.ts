// Headings and numbered paragraphs of a paper: its contents, its sections, its paragraph numbers.

/** A ProseMirror node as JSON; `number` is added by `canonical` in canonical.ts. */
export interface PaperNode {
  type: string
  attrs?: Record<string, unknown>
  content?: PaperNode[]
  marks?: { type: string; attrs?: Record<string, unknown> }[]
  text?: string
  /** The paragraph's number from 1, as on screen, on paper and in the minutes. */
  number?: number
}

/** All text below a node; blocks are parted by a newline. */
export function plainText(node: PaperNode): string {
  if (node.text !== undefined) return node.text
  if (node.type === 'hardBreak') return '\n'
  const inline = node.type === 'paragraph' || node.type === 'heading'
  return (node.content ?? []).map(plainText).join(inline ? '' : '\n')
}

/**
 * Visits, in order, the paragraphs that bear a number: non-empty ones, list items included;
 * not headings, titles, signatures, nor what stands in a table.
 */
export function eachNumbered(node: PaperNode, visit: (paragraph: PaperNode) => void): void {
  if (node.type === 'table') return
  if (node.type === 'paragraph') {
    if (!node.attrs?.part && plainText(node).trim() !== '') visit(node)
    return
  }
  for (const child of node.content ?? []) eachNumbered(child, visit)
}

/** One screen of the projector: a heading of level 1 or 2 with what follows it. */
export interface Section {
  title: string
  level: number
  /** The number of its first and last paragraph; `null` where it has none. */
  paragraphs: readonly [first: number, last: number] | null
  blocks: PaperNode[]
}

/** Cuts a canonical paper at its headings of level 1; what comes before the first is a section too. */
export function sections(doc: PaperNode): Section[] {
  const found: Section[] = []
  for (const block of doc.content ?? []) {
    const isCut = block.type === 'heading' && block.attrs?.level === 1
    if (isCut || found.length === 0) {
      found.push({ title: '', level: isCut ? 1 : 0, paragraphs: null, blocks: [] })
    }
    const section = found.at(-1) as Section
    if (isCut) section.title = plainText(block)
    else section.blocks.push(block)
  }
  for (const section of found) {
    const numbers: number[] = []
    for (const block of section.blocks) {
      eachNumbered(block, ({ number }) => number !== undefined && numbers.push(number))
    }
    const [first, last] = [numbers[0], numbers.at(-1)]
    if (first !== undefined && last !== undefined) section.paragraphs = [first, last]
  }
  return found.filter((section) => section.title !== '' || section.blocks.length > 0)
}

const hasPicture = ({ type, content = [] }: PaperNode): boolean =>
  type === 'image' || content.some(hasPicture)

/** True where nobody has written anything but blanks, nor put in a picture. */
export const isBlank = (doc: PaperNode): boolean => plainText(doc).trim() === '' && !hasPicture(doc)
