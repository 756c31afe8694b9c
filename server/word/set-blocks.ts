// What was read as nodes of a paper: lists by their numbers, tables, paragraphs; everything composed.
import type { PaperNode } from '../../shared/document/outline'
import { mostPictureWords, pictureWords } from '../../shared/document/picture'
import {
  type Cell,
  type Draft,
  type Grid,
  type Picture,
  type Piece,
  type Words,
  wordsIn,
} from './draft'
import type { Tally } from './tally'

/** A run of text with the comments that stand on it; they are taken off before it is a paper. */
export interface TextNode extends PaperNode {
  comments?: readonly string[]
}

export interface Setting {
  readonly tally: Tally
  /** The file is an export of this program: every blank line in it is meant. */
  readonly isOwn: boolean
  /** The node of a picture; `null` where it cannot be taken in. */
  picture(picture: Picture): PaperNode | null
}

interface Where {
  readonly isInTable: boolean
  readonly isHead: boolean
}

const aligns: Readonly<Record<string, string>> = {
  left: 'left',
  start: 'left',
  center: 'center',
  right: 'right',
  end: 'right',
  both: 'justify',
  distribute: 'justify',
}

/** What the form does anyway is not said. */
function alignOf({ align, level, role }: Words, { isInTable, isHead }: Where): string | null {
  const found = aligns[align ?? ''] ?? null
  const usual =
    role === 'title' || role === 'signature' || isHead
      ? 'center'
      : level !== null || isInTable
        ? 'left'
        : 'justify'
  return found === usual ? null : found
}

const sameLook = (a: Piece, b: Piece) =>
  !a.isBreak &&
  !b.isBreak &&
  a.bold === b.bold &&
  a.italic === b.italic &&
  a.underline === b.underline &&
  a.href === b.href &&
  a.comments.join() === b.comments.join()

function textNodes(words: Words, isHead: boolean): TextNode[] {
  const { pieces, level, role } = words
  // Bold, and the slope of the third level, are the form's own.
  const isStrong = level !== null || role === 'title' || role === 'signature' || isHead
  const isSloped = level === 3
  const joined: Piece[] = []
  for (const [at, piece] of pieces.entries()) {
    const last = joined.at(-1)
    const text = at === 0 ? piece.text.replace(/^\t+/, '') : piece.text
    if (last && sameLook(last, piece)) last.text += text
    else if (text !== '' || piece.isBreak) joined.push({ ...piece, text })
  }
  return joined.map((piece) => {
    if (piece.isBreak) return { type: 'hardBreak' }
    const marks = [
      ...(piece.bold && !isStrong ? [{ type: 'bold' }] : []),
      ...(piece.italic && !isSloped ? [{ type: 'italic' }] : []),
      ...(piece.href !== null ? [{ type: 'link', attrs: { href: piece.href } }] : []),
      ...(piece.underline ? [{ type: 'underline' }] : []),
    ]
    return {
      type: 'text',
      text: piece.text.normalize('NFC'),
      ...(marks.length > 0 && { marks }),
      ...(piece.comments.length > 0 && { comments: piece.comments }),
    }
  })
}

const withAttrs = (node: PaperNode, attrs: Record<string, unknown>): PaperNode => {
  const said = Object.entries(attrs).filter(([, value]) => value !== null)
  return said.length > 0 ? { ...node, attrs: Object.fromEntries(said) } : node
}

function wordsNode(words: Words, where: Where, { tally }: Setting): PaperNode {
  const content = textNodes(words, where.isHead)
  const body = content.length > 0 ? { content } : {}
  const textAlign = alignOf(words, where)
  const part = words.role === 'title' || words.role === 'signature' ? words.role : null
  if (words.level !== null && part === null) {
    if (words.level > 3) tally.changed('headingLevels', wordsIn(words))
    return withAttrs({ type: 'heading', ...body }, { level: Math.min(words.level, 3), textAlign })
  }
  return withAttrs({ type: 'paragraph', ...body }, { part, textAlign })
}

/** A list whose last item may still grow. */
interface Open {
  readonly node: PaperNode
  readonly list: string
  readonly level: number
  readonly left: number
  next: number
}

/** Lists nested deeper stand at this depth: each is two nodes, and a paper has a depth. */
const deepestList = 12

class Lists {
  readonly #open: Open[] = []
  readonly #blocks: PaperNode[]

  constructor(blocks: PaperNode[]) {
    this.#blocks = blocks
  }

  close(): void {
    this.#open.length = 0
  }

  /** A list goes on where its count does. */
  add(node: PaperNode, words: Words, { list, level, marker }: NonNullable<Words['item']>): void {
    const item: PaperNode = { type: 'listItem', content: [node] }
    const isBullet = marker.form === 'bullet'
    while ((this.#open.at(-1)?.level ?? -1) > level) this.#open.pop()
    const top = this.#open.at(-1)
    const isSame =
      top?.level === level && top.list === list && (isBullet || top.next === marker.value)
    if (top && isSame) {
      top.node.content?.push(item)
      top.next = marker.value + 1
      return
    }
    if (top?.level === level) this.#open.pop()
    if (this.#open.length >= deepestList) this.#open.pop()
    const attrs = {
      ...(!isBullet && marker.value !== 1 && { start: marker.value }),
      ...(!isBullet && marker.form !== '1' && { type: marker.form }),
    }
    const fresh: PaperNode = {
      type: isBullet ? 'bulletList' : 'orderedList',
      ...(Object.keys(attrs).length > 0 && { attrs }),
      content: [item],
    }
    const parent = this.#open.at(-1)?.node.content?.at(-1)
    if (parent) parent.content?.push(fresh)
    else this.#blocks.push(fresh)
    const left = words.left || (marker.left ?? 0)
    this.#open.push({ node: fresh, list, level, left, next: marker.value + 1 })
  }

  /** A paragraph without a number that stands under an item's text belongs to the item. */
  goesOn(node: PaperNode, { left }: Words): boolean {
    if (left <= 0) return false
    const at = this.#open.findLastIndex((open) => Math.abs(open.left - left) <= 20)
    if (at < 0) return false
    this.#open.length = at + 1
    this.#open[at]?.node.content?.at(-1)?.content?.push(node)
    return true
  }
}

/** Numbers that a list of the paper cannot show stand as text before the words. */
function written(words: Words, tally: Tally): Words {
  const { item, pieces } = words
  if (!item || item.marker.label === '') return { ...words, item: null }
  const { label } = item.marker
  const [first] = pieces
  tally.changed('numbers', `${label} ${wordsIn(words)}`)
  const look = first ?? {
    bold: false,
    italic: false,
    underline: false,
    href: null,
    isCapitals: false,
    old: null,
    comments: [],
  }
  const { isBreak: _, ...plain } = look as Piece
  return {
    ...words,
    item: null,
    pieces: [{ ...plain, href: null, comments: [], text: `${label} ` }, ...pieces],
  }
}

const isList = ({ item, level, role }: Words) =>
  item?.marker.isPlain === true && level === null && role === null

export function setBlocks(drafts: readonly Draft[], setting: Setting, where: Where): PaperNode[] {
  const blocks: PaperNode[] = []
  const lists = new Lists(blocks)
  for (const draft of drafts) {
    if (draft.kind === 'words') {
      if (captions(draft, blocks.at(-1))) continue
      if (setWords(draft, blocks, lists, setting, where)) continue
    } else if (draft.kind === 'grid') blocks.push(gridNode(draft, setting))
    else {
      const node = setting.picture(draft)
      if (node) blocks.push(node)
      else continue
    }
    lists.close()
  }
  return blocks
}

/** The line below a picture that names it. */
function captions(words: Words, above: PaperNode | undefined): boolean {
  if (words.role !== 'caption' || above?.type !== 'image' || above.attrs?.caption) return false
  const caption = pictureWords(wordsIn(words))
  if (caption === null || wordsIn(words).length > mostPictureWords) return false
  const { alt, ...attrs } = above.attrs ?? {}
  above.attrs = { ...attrs, ...(alt && alt !== caption ? { alt } : {}), caption }
  return true
}

/** True where the lists above it may go on. */
function setWords(
  words: Words,
  blocks: PaperNode[],
  lists: Lists,
  setting: Setting,
  where: Where,
): boolean {
  const isEmpty = wordsIn(words).trim() === ''
  if (isEmpty && words.isRuled && words.item === null) {
    blocks.push({ type: 'horizontalRule' })
    return false
  }
  if (isEmpty && !setting.isOwn) return true
  if (words.item && isList(words)) {
    lists.add(wordsNode(words, where, setting), words, words.item)
    return true
  }
  const plain = words.item ? written(words, setting.tally) : words
  const node = wordsNode(plain, where, setting)
  const mayGoOn = node.type === 'paragraph' && plain.role === null && words.item === null
  if (mayGoOn && lists.goesOn(node, plain)) return true
  blocks.push(node)
  return false
}

/** As wide as the page on screen: a table is not drawn wider. */
const pageWidth = 600

/** Columns of about the same width are left to the page. */
function columnWidths({ widths }: Grid, columns: number): readonly number[] {
  const own = widths.slice(0, columns)
  const [least, most] = [Math.min(...own), Math.max(...own)]
  if (own.length < columns || least <= 0 || most / least < 1.2) return []
  const sum = own.reduce((a, b) => a + b, 0)
  return own.map((width) => Math.max(24, Math.round((width / sum) * pageWidth)))
}

const isHeading = ({ blocks }: Cell) => {
  const words = blocks.filter((one) => one.kind === 'words')
  return words.length > 0 && words.every(({ role }) => role === 'tableHeading')
}

function gridNode(grid: Grid, setting: Setting): PaperNode {
  const columns = Math.max(
    ...grid.rows.flatMap(({ cells }) => cells.map(({ column, colSpan }) => column + colSpan)),
  )
  const widths = columnWidths(grid, columns)
  const rows = grid.rows.map(({ isHead, cells }, at) => ({
    type: 'tableRow',
    content: cells.map((cell) => {
      const isHeadCell = isHeading(cell) || (isHead && at === 0 && !setting.isOwn)
      const inside = setBlocks(cell.blocks, setting, { isInTable: true, isHead: isHeadCell })
      const { column, colSpan, rowSpan } = cell
      const colwidth = widths.slice(column, column + colSpan)
      return withAttrs(
        {
          type: isHeadCell ? 'tableHeader' : 'tableCell',
          content: inside.length > 0 ? inside : [{ type: 'paragraph' }],
        },
        {
          colspan: colSpan > 1 ? colSpan : null,
          rowspan: rowSpan > 1 ? rowSpan : null,
          colwidth: colwidth.length > 0 ? colwidth : null,
        },
      )
    }),
  }))
  return { type: 'table', content: rows }
}
