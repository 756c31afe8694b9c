// The text of a paper in a PDF: headings with bookmarks, lists, tables with their spans, links.
import type { Content, TableCell } from 'pdfmake/interfaces'
import { text, vietnamese } from '../../shared/i18n/text'
import { artifact, type Marked, marked, type Tag, TagPlace, tagIn } from './pdf-tags'
import {
  alignmentOf,
  type Block,
  type GridCell,
  measures,
  type PaperBlock,
  type PictureBlock,
  type Run,
  type TextPlace,
  textWidthMm,
  type Words,
} from './sheet'

const t = text(vietnamese)

export const points = (mm: number) => (mm / 25.4) * 72

type Grid = Extract<PaperBlock, { kind: 'grid' }>

/** Longer than any word of a language: an address, or a key held down. Only such words are cut. */
const longWords = /(\S{18,})/

export const inline = ({ text, bold, italic, underline, link, isBreak }: Run) =>
  isBreak
    ? [{ text: '\n' }]
    : text.split(longWords).map((part) => ({
        text: part,
        ...(bold && { bold }),
        ...(italic && { italics: true }),
        ...((underline || link) && { decoration: 'underline' as const }),
        ...(link && { link: encodeURI(link).replace(/%25/g, '%') }),
        ...(longWords.test(part) && { wordBreak: 'break-all' as const }),
      }))

/** Ascender and descender of Tinos, which the library takes for the height of a line. */
const naturalLine = 0.891113 + 0.216309
const exactLine = measures.lineSpacingPt / (measures.sizePt.body * naturalLine)

const onThePage: TextPlace = { isInTable: false, isHeader: false, align: null }

/** Bookmarks stand below the nearest heading above them of a higher level. */
export interface Outline {
  readonly open: { level: number; id: string }[]
  count: number
}

/** What is written down while blocks are drawn, in their order. */
export interface Written {
  readonly outline: Outline
  readonly place: TagPlace
}

function bookmark(level: number, words: string, outline: Outline) {
  while ((outline.open.at(-1)?.level ?? 0) >= level) outline.open.pop()
  const parent = outline.open.at(-1)?.id
  const id = `heading-${outline.count++}`
  outline.open.push({ level, id })
  return {
    id,
    outline: true,
    outlineText: words,
    outlineExpanded: true,
    ...(parent && { outlineParentId: parent }),
  }
}

const before = (isInTable: boolean) => (isInTable ? 0 : measures.paragraphSpacingPt)

function listItem(words: Words, text: Content, isInTable: boolean, label: Tag | null): Content {
  const { item } = words
  const indent = points(measures.listIndentMm)
  const left = (isInTable ? 0 : points(measures.firstLineIndentMm)) + (item?.depth ?? 0) * indent
  const marker = marked({ text: item?.marker ?? '', width: indent } as Content, {
    role: label ?? artifact,
  })
  return { columns: [marker, text], margin: [left, before(isInTable), 0, 0] }
}

function paragraph(words: Words, place: TextPlace, written: Written): Content {
  const { look, runs, item, align, number } = words
  const isHeading = typeof look === 'number'
  const isSet = item !== null || place.isInTable || look === 'title' || look === 'signature'
  const isIndented = !isSet && align !== 'center' && align !== 'right'
  const plain = runs.map(({ text }) => text).join('')
  const isBlank = plain.trim() === '' && !runs.some(({ isBreak }) => isBreak)
  // A blank line is room; as an item of a list it still has its label.
  const type = isHeading ? (`H${look}` as const) : 'P'
  const tagged = isBlank && item === null ? null : written.place.next(type, item)
  const marks: Marked = {
    role: isBlank ? artifact : (tagged?.tag ?? artifact),
    ...(number !== null && { paragraphNumber: number }),
  }
  const drawn = {
    text: isBlank ? ' ' : runs.flatMap(inline),
    alignment: alignmentOf(words, place),
    ...((isHeading || look === 'title' || place.isHeader) && { bold: true }),
    ...(look === 3 && { italics: true }),
    ...(isHeading && { headlineLevel: look }),
    ...(isHeading && plain.trim() && bookmark(look, plain, written.outline)),
    ...(isIndented && { leadingIndent: points(measures.firstLineIndentMm) }),
  }
  if (item !== null)
    return listItem(words, marked(drawn, marks), place.isInTable, tagged?.label ?? null)
  const left = look === 'signature' && !place.isInTable ? points(70) : 0
  return marked({ ...drawn, margin: [left, before(place.isInTable), 0, 0] }, marks)
}

const padding = { x: 3.5, y: 2 }
const linePt = 0.5

/** A row that is low for sure goes to the next page whole; what is too high to fit would be lost. */
const mostLetters = 300
/** As many as would be as high. */
const lettersPerMm = 10
const lettersIn = (block: PaperBlock): number => {
  if (block.kind === 'words') return block.runs.reduce((sum, { text }) => sum + text.length, 0) + 20
  if (block.kind === 'picture') return block.heightMm * lettersPerMm + block.caption.length
  return block.kind === 'rule' ? 20 : mostLetters
}
const isLow = (cells: readonly GridCell[], columnMm: readonly number[]) =>
  cells.every(({ blocks, column, colSpan, rowSpan }) => {
    const widthMm = columnMm.slice(column, column + colSpan).reduce((a, b) => a + b, 0)
    const letters = blocks.reduce((sum, block) => sum + lettersIn(block), 0)
    return rowSpan === 1 && widthMm >= 12 && letters <= mostLetters * Math.min(widthMm / 24, 4)
  })

function table({ columnMm, rows }: Grid, { outline, place: around }: Written): Content {
  const whole = around.next('Table').tag
  const body = rows.map((): TableCell[] => columnMm.map(() => ({ text: '' })))
  rows.forEach((cells, row) => {
    const line = tagIn(whole, 'TR')
    for (const { column, colSpan, rowSpan, isHeader, align, blocks } of cells) {
      const place = { isInTable: true, isHeader, align }
      const cell = tagIn(line, isHeader ? 'TH' : 'TD', { span: [colSpan, rowSpan] })
      const inside = { outline, place: new TagPlace(cell) }
      const drawn = body[row] as TableCell[]
      drawn[column] = {
        stack: blocks.map((block) => contentOf(block, place, inside)),
        ...(colSpan > 1 && { colSpan }),
        ...(rowSpan > 1 && { rowSpan }),
      }
    }
  })
  const [head] = rows
  const isHeaded = rows.length > 1 && head?.every(({ isHeader }) => isHeader)
  return {
    fontSize: measures.sizePt.table,
    lineHeight: 1,
    margin: [0, 6, 0, 6],
    layout: {
      hLineWidth: () => linePt,
      vLineWidth: () => linePt,
      paddingLeft: () => padding.x,
      paddingRight: () => padding.x,
      paddingTop: () => padding.y,
      paddingBottom: () => padding.y,
    },
    table: {
      headerRows: isHeaded && head && isLow(head, columnMm) ? 1 : 0,
      dontBreakRows: rows.every((cells) => isLow(cells, columnMm)),
      widths: columnMm.map((mm) => Math.max(points(mm) - 2 * padding.x - linePt, 1)),
      body,
    },
  }
}

/** The caption is never parted from it; both fit on a page. */
function picture(
  { sha256, alt, caption, widthMm, heightMm }: PictureBlock,
  { place }: Written,
): Content {
  const figure = place.next('Figure', null, { alt: alt || caption || t('export.picture') }).tag
  const space = measures.paragraphSpacingPt
  return {
    unbreakable: true,
    stack: [
      marked(
        {
          image: sha256,
          width: points(widthMm),
          height: points(heightMm),
          alignment: 'center',
          margin: [0, space, 0, space],
        },
        { role: figure },
      ),
      ...(caption
        ? [
            marked(
              {
                text: caption,
                italics: true,
                alignment: 'center',
                fontSize: measures.sizePt.table,
                margin: [0, 0, 0, space],
              },
              { role: place.next('P').tag },
            ),
          ]
        : []),
    ],
  }
}

/** Every picture once, under its digest. */
export function imagesOf(blocks: readonly (Block | PaperBlock)[]): Record<string, string> {
  const images: Record<string, string> = {}
  const visit = (block: Block | PaperBlock): void => {
    if (block.kind === 'picture') {
      const base64 = Buffer.from(block.bytes).toString('base64')
      images[block.sha256] ??= `data:image/${block.form};base64,${base64}`
    } else if (block.kind === 'grid') {
      for (const cell of block.rows.flat()) cell.blocks.forEach(visit)
    }
  }
  blocks.forEach(visit)
  return images
}

function contentOf(block: PaperBlock, place: TextPlace, written: Written): Content {
  if (block.kind === 'words') return paragraph(block, place, written)
  if (block.kind === 'grid') return table(block, written)
  if (block.kind === 'picture') return picture(block, written)
  const width = place.isInTable ? 40 : points(textWidthMm({ isLandscape: false }))
  return {
    canvas: [{ type: 'line', x1: 0, y1: 6, x2: width, y2: 6, lineWidth: 0.75 }],
    margin: [0, 0, 0, 6],
  }
}

export const pdfContent = (block: PaperBlock, written: Written): Content =>
  block.kind === 'words'
    ? { lineHeight: exactLine, stack: [contentOf(block, onThePage, written)] }
    : contentOf(block, onThePage, written)

/** So many letters fit on a page together: what is kept together must, or it is lost. */
const mostTogether = 1000
const isHeading = (block: Block | PaperBlock | undefined) =>
  block?.kind === 'words' && typeof block.look === 'number'

/** A heading never stands alone at the foot of a page: it goes with the short words below it. */
export function togetherWithHeadings(
  blocks: readonly (Block | PaperBlock)[],
): (Block | PaperBlock)[][] {
  const groups: (Block | PaperBlock)[][] = []
  for (const block of blocks) {
    const last = groups.at(-1)
    const isShort = block.kind === 'words' || block.kind === 'picture'
    const isOpen = last !== undefined && isHeading(last.at(-1)) && isShort
    const letters = [...(last ?? []), block].reduce(
      (sum, one) => sum + (one.kind === 'words' || one.kind === 'picture' ? lettersIn(one) : 0),
      0,
    )
    if (isOpen && letters <= mostTogether) last.push(block)
    else groups.push([block])
  }
  return groups
}

/** Words alone, and so few that they fit on a page with a signature. */
export const isFew = (blocks: readonly (Block | PaperBlock)[]): boolean =>
  blocks.every(({ kind }) => kind === 'words') &&
  blocks.reduce((sum, one) => sum + (one.kind === 'words' ? lettersIn(one) : 0), 0) <= mostTogether
