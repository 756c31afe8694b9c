// Where commented words stand in a paper: under which headings, in which numbered paragraphs.
import { eachNumbered, type PaperNode, plainText } from './outline'

export interface Place {
  /** The headings above, the outermost first; a heading stands under itself. */
  readonly headings: readonly string[]
  /** The first and the last numbered paragraph; `null` in headings, titles and tables. */
  readonly paragraphs: readonly [first: number, last: number] | null
  /** Orders places as the paper is read. */
  readonly at: number
}

/** A paragraph or a heading, and the ProseMirror positions between which its words stand. */
interface Block {
  readonly node: PaperNode
  readonly headings: readonly string[]
  readonly number: number | null
  readonly from: number
  readonly to: number
}

const leaves: ReadonlySet<string> = new Set(['hardBreak', 'horizontalRule', 'image'])

function nodeSize(node: PaperNode): number {
  if (node.text !== undefined) return node.text.length
  if (leaves.has(node.type)) return 1
  return (node.content ?? []).reduce((size, child) => size + nodeSize(child), 2)
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()

/** Every paragraph and heading in order, numbered as the paper numbers them. */
export function blocksOf(doc: PaperNode): Block[] {
  const numbers = new Map<PaperNode, number>()
  eachNumbered(doc, (node) => numbers.set(node, numbers.size + 1))
  const blocks: Block[] = []
  let path: { level: number; title: string }[] = []
  const visit = (node: PaperNode, position: number) => {
    const size = nodeSize(node)
    if (node.type === 'heading') {
      const level = Number(node.attrs?.level ?? 1)
      const title = oneLine(plainText(node))
      path = path.filter((one) => one.level < level)
      if (title !== '') path.push({ level, title })
    }
    if (node.type === 'heading' || node.type === 'paragraph') {
      const headings = path.map(({ title }) => title)
      const number = numbers.get(node) ?? null
      blocks.push({ node, headings, number, from: position + 1, to: position + size - 1 })
      return
    }
    let inside = position + 1
    for (const child of node.content ?? []) {
      visit(child, inside)
      inside += nodeSize(child)
    }
  }
  let position = 0
  for (const child of doc.content ?? []) {
    visit(child, position)
    position += nodeSize(child)
  }
  return blocks
}

/** The place of words that begin in the first of these blocks and end in the last. */
function placeOf(blocks: readonly Block[], at: number): Place | null {
  const [begins] = blocks
  if (!begins) return null
  const numbers = blocks.flatMap(({ number }) => (number === null ? [] : [number]))
  const [first, last] = [numbers[0], numbers.at(-1)]
  const paragraphs = first !== undefined && last !== undefined ? ([first, last] as const) : null
  return { headings: begins.headings, paragraphs, at }
}

/** Where the words between two ProseMirror positions stand; `null` where there are none. */
export function placeOfRange(blocks: readonly Block[], from: unknown, to: unknown): Place | null {
  if (typeof from !== 'number' || typeof to !== 'number') return null
  return placeOf(
    blocks.filter((block) => from < block.to && block.from < to),
    from,
  )
}

const threadOf = ({ type, attrs }: NonNullable<PaperNode['marks']>[number]): string | null =>
  type.split('--')[0] === 'comment' && typeof attrs?.thread === 'string' ? attrs.thread : null

/** Where the marked words of each thread stand. */
export function placesOfMarks(blocks: readonly Block[]): Map<string, Place> {
  const found = new Map<string, { blocks: Set<Block>; at: number }>()
  for (const block of blocks) {
    let at = block.from
    for (const child of block.node.content ?? []) {
      for (const mark of child.marks ?? []) {
        const thread = threadOf(mark)
        if (thread === null) continue
        const known = found.get(thread)
        if (known) known.blocks.add(block)
        else found.set(thread, { blocks: new Set([block]), at })
      }
      at += nodeSize(child)
    }
  }
  const places = new Map<string, Place>()
  for (const [thread, { blocks: standing, at }] of found) {
    const place = placeOf([...standing], at)
    if (place) places.set(thread, place)
  }
  return places
}
