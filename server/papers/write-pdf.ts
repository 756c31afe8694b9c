// A sheet as a PDF: text that can be selected, in faces with the metrics of Times that the file carries.
import type { Content, TableCell } from 'pdfmake/interfaces'
import { type Drawing, drawPdf } from './draw-pdf'
import { paperStyleMeasures } from './paper-styles'
import { headBlock, signatureBlock, titleLines } from './pdf-around'
import { filesOf, infoOf, stampFooter } from './pdf-stamp'
import { marked, type Tag, TagPlace, tagIn } from './pdf-tags'
import {
  imagesOf,
  inline,
  isFew,
  pdfContent,
  points,
  togetherWithHeadings,
  type Written,
} from './pdf-words'
import {
  type Block,
  type Cell,
  type Column,
  measures,
  type PaperBlock,
  type Row,
  type Sheet,
} from './sheet'

const { sizePt, marginMm, pageMm } = measures

const fontSize = (size: number) => ({ fontSize: size })
const centre = { alignment: 'center' as const }

const cellOf = (cell: Cell, { align }: Column, role: Tag): TableCell => ({
  alignment: align,
  stack: cell.map((runs) => marked({ text: runs.flatMap(inline) }, { role })),
})

const paddingPt = { x: 3.5, y: 2 }
const linePt = 0.5
/** A wide guess at a letter's width in a table: what seems short is short. */
const letterPt = 7
/** So many lines always fit on a page below the headings: what is kept together must, or it is lost. */
const mostLinesTogether = 18

const innerPt = ({ widthMm }: Column) => points(widthMm) - 2 * paddingPt.x - linePt

function isShort(cells: readonly Cell[], columns: readonly Column[]): boolean {
  return columns.every((column, index) => {
    const lines = (cells[index] ?? []).map((runs) => {
      const letters = runs.reduce((sum, { text }) => sum + text.length, 0)
      return Math.ceil((letters * letterPt) / innerPt(column))
    })
    return lines.reduce((sum, count) => sum + count, 0) <= mostLinesTogether
  })
}

type TitleRow = Extract<Row, { kind: 'group' }>
interface Part {
  readonly titles: readonly TitleRow[]
  readonly rows: readonly (readonly Cell[])[]
}

/** The rows below each title, or titles. */
function partsOf(rows: readonly Row[]): Part[] {
  const parts: { titles: TitleRow[]; rows: (readonly Cell[])[] }[] = []
  for (const row of rows) {
    const last = parts.at(-1)
    if (row.kind === 'cells') {
      if (last) last.rows.push(row.cells)
      else parts.push({ titles: [], rows: [row.cells] })
    } else if (last && last.rows.length === 0) last.titles.push(row)
    else parts.push({ titles: [row], rows: [] })
  }
  return parts
}

function titleRow({ words, level }: TitleRow, columns: readonly Column[], table: Tag): TableCell[] {
  const role = tagIn(tagIn(table, 'TR'), 'TH', { span: [columns.length, 1] })
  const look = { bold: true, italics: level === 2, colSpan: columns.length }
  const title = marked({ text: words, ...look } as Content, { role }) as TableCell
  return [title, ...columns.slice(1).map((): TableCell => ({}))]
}

/** Headings and titles stand on every page of a part, and never alone at the foot of one. */
function partTable({ titles, rows }: Part, columns: readonly Column[], table: Tag): Content {
  const headRow = tagIn(table, 'TR')
  const head = columns.map(({ label }) => {
    const look = { bold: true, ...centre, verticalAlignment: 'middle' as const }
    return marked({ text: label, ...look } as Content, { role: tagIn(headRow, 'TH') }) as TableCell
  })
  const [first] = rows
  return {
    ...fontSize(sizePt.table),
    layout: {
      hLineWidth: () => linePt,
      vLineWidth: () => linePt,
      paddingLeft: () => paddingPt.x,
      paddingRight: () => paddingPt.x,
      paddingTop: () => paddingPt.y,
      paddingBottom: () => paddingPt.y,
    },
    table: {
      headerRows: 1 + titles.length,
      keepWithHeaderRows: first && isShort(first, columns) ? 1 : 0,
      dontBreakRows: rows.every((row) => isShort(row, columns)),
      widths: columns.map(innerPt),
      body: [
        head,
        ...titles.map((title) => titleRow(title, columns, table)),
        ...rows.map((cells) => {
          const row = tagIn(table, 'TR')
          return columns.map((column, index) =>
            cellOf(cells[index] ?? [], column, tagIn(row, 'TD')),
          )
        }),
      ],
    },
  }
}

const blockOf = (block: Block | PaperBlock, written: Written): Content => {
  const { place } = written
  if (block.kind === 'table') {
    const { columns } = block
    return {
      stack: partsOf(block.rows).map((part) => partTable(part, columns, place.next('Table').tag)),
    }
  }
  if (block.kind === 'heading') {
    const content = {
      text: block.words,
      bold: true,
      margin: [0, 12, 0, measures.paragraphSpacingPt] as [number, number, number, number],
    }
    return marked(content, { role: place.next('H1').tag })
  }
  if (block.kind !== 'paragraph') return pdfContent(block, written)
  const content: Content = {
    text: block.runs.flatMap(inline),
    alignment: 'justify',
    margin: [0, measures.paragraphSpacingPt, 0, 0],
  }
  return marked(content, { role: place.next('P').tag })
}

/** A signature never stands on a page of its own: the last words go with it where they are few. */
function bodyAndSignature(sheet: Sheet, written: Written): Content[] {
  const groups = togetherWithHeadings(sheet.blocks)
  const last = groups.at(-1) ?? []
  const goesAlong = isFew(last)
  const drawn = groups.map((group) => {
    const content = group.map((block) => blockOf(block, written))
    return group.length === 1 ? content : [{ unbreakable: true, stack: content }]
  })
  const signature = signatureBlock(sheet, written.place)
  if (!goesAlong) return [...drawn.flat(), signature]
  const words = drawn.pop() ?? []
  return [...drawn.flat(), { unbreakable: true, stack: [...words, signature] }]
}

function drawingOf(sheet: Sheet): Drawing {
  const { top, right, bottom, left } = marginMm
  const { stamp } = sheet
  const tags: Tag = { type: 'Document', children: [] }
  const place = new TagPlace(tags)
  const written: Written = { outline: { open: [], count: 0 }, place }
  const sides = [points(pageMm.short), points(pageMm.long)] as const
  return {
    sizePt: sheet.isLandscape ? [sides[1], sides[0]] : sides,
    marginsPt: {
      left: points(left),
      top: points(top),
      right: points(right),
      bottom: points(bottom),
    },
    info: { Title: sheet.name, Author: sheet.head.organisation, ...(stamp && infoOf(stamp)) },
    files: stamp ? filesOf(stamp) : [],
    images: imagesOf(sheet.blocks),
    bodySizePt: sizePt.body,
    // The first page bears no number.
    header: (page) =>
      page === 1
        ? null
        : {
            text: String(page),
            ...centre,
            ...fontSize(paperStyleMeasures[sheet.style].sizePt.pageNumber),
            // In the middle of the text, as Word has it, not of the sheet.
            margin: [points(left), points(measures.pageNumberFromTopMm), points(right), 0],
          },
    footer: stamp && (() => stampFooter(stamp)),
    content: [
      headBlock(sheet, place),
      ...titleLines(sheet, place),
      ...bodyAndSignature(sheet, written),
    ],
    tags,
  }
}

export const writePdf = (sheet: Sheet): Promise<Uint8Array> => drawPdf(drawingOf(sheet))
