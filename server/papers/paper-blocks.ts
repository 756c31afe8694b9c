// The text of a paper as blocks to be printed: runs, list items with their markers, tables whose spans fit.
import { isSafeLink } from '../../shared/document/attributes'
import type { PaperNode } from '../../shared/document/outline'
import { markerOf } from './list-marker'
import { type Pictures, pictureBlock } from './picture-block'
import {
  type Align,
  type GridCell,
  type Item,
  type ListForm,
  listForms,
  type PaperBlock,
  printable,
  type Run,
  textWidthMm,
} from './sheet'

const aligns: readonly string[] = ['left', 'center', 'right', 'justify'] satisfies Align[]
const alignOf = (value: unknown): Align | null =>
  aligns.includes(String(value)) ? (value as Align) : null

function runsOf(nodes: readonly PaperNode[]): Run[] {
  return nodes.flatMap((node): Run[] => {
    if (node.type === 'hardBreak') return [{ text: '', isBreak: true }]
    if (node.text === undefined) return runsOf(node.content ?? [])
    const marks = new Map((node.marks ?? []).map((mark) => [mark.type, mark]))
    const href = marks.get('link')?.attrs?.href
    const words = printable(node.text)
    if (words === '') return []
    return [
      {
        text: words,
        ...(marks.has('bold') && { bold: true }),
        ...(marks.has('italic') && { italic: true }),
        ...(marks.has('underline') && { underline: true }),
        ...(typeof href === 'string' && isSafeLink(href) && { link: href.trim() }),
      },
    ]
  })
}

interface Around {
  readonly item: Item | null
  readonly widthMm: number
  /** Counts the lists of the paper. */
  readonly nextList: () => number
  readonly pictures: Pictures
  readonly nextPicture: () => number
  readonly isNumbered: boolean
}

function listOf(node: PaperNode, around: Around): PaperBlock[] {
  const { attrs = {}, content = [] } = node
  const isOrdered = node.type === 'orderedList'
  const named = String(attrs.type ?? '1') as ListForm
  const form = isOrdered ? (listForms.includes(named) ? named : '1') : 'bullet'
  const start = isOrdered && typeof attrs.start === 'number' ? attrs.start : 1
  const place = {
    list: around.nextList(),
    depth: around.item === null ? 0 : around.item.depth + 1,
    form,
    start,
  }
  return content.flatMap((item, index) => {
    const marker = markerOf(form, start + index)
    return (item.content ?? []).flatMap((child, at) =>
      blockOf(child, { ...around, item: { ...place, marker: at === 0 ? marker : null } }),
    )
  })
}

function wordsOf(node: PaperNode, { item, isNumbered }: Around): PaperBlock {
  const { attrs = {}, content = [] } = node
  const level = attrs.level === 1 || attrs.level === 2 ? attrs.level : 3
  const part = attrs.part === 'title' || attrs.part === 'signature' ? attrs.part : 'body'
  return {
    kind: 'words',
    look: node.type === 'heading' ? level : part,
    align: alignOf(attrs.textAlign),
    runs: runsOf(content),
    item,
    number: isNumbered ? (node.number ?? null) : null,
  }
}

function blockOf(node: PaperNode, around: Around): PaperBlock[] {
  switch (node.type) {
    case 'paragraph':
    case 'heading':
      return [wordsOf(node, around)]
    case 'bulletList':
    case 'orderedList':
      return listOf(node, around)
    case 'table':
      return gridOf(node, around)
    case 'horizontalRule':
      return [{ kind: 'rule' }]
    case 'image':
      return [pictureBlock(node, around)]
    case 'text':
    case 'hardBreak':
      return [wordsOf({ type: 'paragraph', content: [node] }, around)]
    default:
      // A node of a later schema: its words are printed, its form is not.
      return (node.content ?? []).flatMap((child) => blockOf(child, around))
  }
}

const whole = (value: unknown) => (typeof value === 'number' && value > 1 ? Math.floor(value) : 1)

interface Placed {
  readonly node: PaperNode
  readonly row: number
  readonly column: number
  readonly colSpan: number
  readonly rowSpan: number
}

/** Puts each cell where spans from above leave room, as browsers do. */
function placed(rows: readonly PaperNode[]): { cells: Placed[]; columns: number } {
  const taken = rows.map(() => new Set<number>())
  const cells: Placed[] = []
  let columns = 1
  rows.forEach((rowNode, row) => {
    let column = 0
    for (const node of rowNode.content ?? []) {
      while (taken[row]?.has(column)) column++
      let colSpan = 1
      const wanted = whole(node.attrs?.colspan)
      while (colSpan < wanted && !taken[row]?.has(column + colSpan)) colSpan++
      const rowSpan = Math.min(whole(node.attrs?.rowspan), rows.length - row)
      for (let r = row; r < row + rowSpan; r++) {
        for (let c = column; c < column + colSpan; c++) taken[r]?.add(c)
      }
      cells.push({ node, row, column, colSpan, rowSpan })
      column += colSpan
      columns = Math.max(columns, column)
    }
  })
  const missing = { type: 'tableCell' }
  taken.forEach((set, row) => {
    for (let column = 0; column < columns; column++) {
      if (!set.has(column)) cells.push({ node: missing, row, column, colSpan: 1, rowSpan: 1 })
    }
  })
  return { cells: cells.sort((a, b) => a.row - b.row || a.column - b.column), columns }
}

/** As wide as people drew the columns, and all together as the page. */
function columnWidths(cells: readonly Placed[], columns: number, widthMm: number): number[] {
  const drawn = Array.from({ length: columns }, () => 0)
  for (const { node, column, colSpan } of cells) {
    const widths = Array.isArray(node.attrs?.colwidth) ? node.attrs.colwidth : []
    for (let i = 0; i < colSpan; i++) drawn[column + i] ||= Number(widths[i]) || 0
  }
  const known = drawn.filter((width) => width > 0)
  const usual = known.length > 0 ? known.reduce((a, b) => a + b, 0) / known.length : 1
  const shares = drawn.map((width) => width || usual)
  const sum = shares.reduce((a, b) => a + b, 0)
  return shares.map((share) => (share / sum) * widthMm)
}

function gridOf(node: PaperNode, around: Around): PaperBlock[] {
  const rows = (node.content ?? []).filter(({ type }) => type === 'tableRow')
  if (rows.length === 0) return []
  const { cells, columns } = placed(rows)
  const columnMm = columnWidths(cells, columns, around.widthMm)
  const cellOf = ({ node, column, colSpan, rowSpan }: Placed): GridCell => {
    const widthMm = columnMm.slice(column, column + colSpan).reduce((a, b) => a + b, 0)
    const inside = { ...around, item: null, widthMm: Math.max(widthMm - 3, 1) }
    return {
      column,
      colSpan,
      rowSpan,
      isHeader: node.type === 'tableHeader',
      align: alignOf(node.attrs?.align),
      blocks: (node.content ?? []).flatMap((child) => blockOf(child, inside)),
    }
  }
  return [
    {
      kind: 'grid',
      columnMm,
      rows: rows.map((_, row) => cells.filter((cell) => cell.row === row).map(cellOf)),
    },
  ]
}

export function blocksOf(
  nodes: readonly PaperNode[],
  pictures: Pictures = new Map(),
  isNumbered = false,
): PaperBlock[] {
  let lists = 0
  let drawn = 0
  const around = {
    item: null,
    widthMm: textWidthMm({ isLandscape: false }),
    nextList: () => lists++,
    pictures,
    nextPicture: () => ++drawn,
    isNumbered,
  }
  return nodes.flatMap((node) => blockOf(node, around))
}
