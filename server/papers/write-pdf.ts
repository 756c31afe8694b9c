// A sheet as a PDF: text that can be selected, in faces with the metrics of Times that the file carries.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import pdfMakeModule from 'pdfmake'
import type { Content, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces'
import { paperStyleMeasures } from './paper-styles'
import { headBlock, signatureBlock, titleLines } from './pdf-around'
import { filesOf, infoOf, stampFooter } from './pdf-stamp'
import {
  imagesOf,
  inline,
  isFew,
  type Outline,
  pdfContent,
  points,
  togetherWithHeadings,
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

const faces = {
  normal: '400Regular/Tinos_400Regular.ttf',
  bold: '700Bold/Tinos_700Bold.ttf',
  italics: '400Regular_Italic/Tinos_400Regular_Italic.ttf',
  bolditalics: '700Bold_Italic/Tinos_700Bold_Italic.ttf',
} as const

interface Maker {
  readonly virtualfs: { writeFileSync(name: string, bytes: Buffer): void }
}
/** The library on the server, which its type names only in part. */
const pdfMake = pdfMakeModule as typeof pdfMakeModule & Maker

let isReady = false
function prepare(): void {
  if (isReady) return
  const { resolve } = createRequire(import.meta.url)
  for (const face of Object.values(faces)) {
    pdfMake.virtualfs.writeFileSync(face, readFileSync(resolve(`@expo-google-fonts/tinos/${face}`)))
  }
  pdfMake.setFonts({ Tinos: faces })
  // What people wrote is text; nothing in it is ever fetched or opened.
  pdfMake.setUrlAccessPolicy(() => false)
  pdfMake.setLocalAccessPolicy(() => false)
  isReady = true
}

const fontSize = (size: number) => ({ fontSize: size })
const centre = { alignment: 'center' as const }

const cellOf = (cell: Cell, { align }: Column): TableCell => ({
  alignment: align,
  stack: cell.map((runs) => ({ text: runs.flatMap(inline) })),
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

function titleRow({ words, level }: TitleRow, columns: readonly Column[]): TableCell[] {
  const title = { text: words, bold: true, italics: level === 2, colSpan: columns.length }
  return [title, ...columns.slice(1).map((): TableCell => ({}))]
}

/** Headings and titles stand on every page of a part, and never alone at the foot of one. */
function partTable({ titles, rows }: Part, columns: readonly Column[]): Content {
  const head = columns.map(
    ({ label }): TableCell => ({ text: label, bold: true, ...centre, verticalAlignment: 'middle' }),
  )
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
        ...titles.map((title) => titleRow(title, columns)),
        ...rows.map((cells) => columns.map((column, index) => cellOf(cells[index] ?? [], column))),
      ],
    },
  }
}

const blockOf = (block: Block | PaperBlock, outline: Outline): Content => {
  if (block.kind === 'table') {
    return { stack: partsOf(block.rows).map((part) => partTable(part, block.columns)) }
  }
  if (block.kind === 'heading') {
    return { text: block.words, bold: true, margin: [0, 12, 0, measures.paragraphSpacingPt] }
  }
  if (block.kind !== 'paragraph') return pdfContent(block, outline)
  return {
    text: block.runs.flatMap(inline),
    alignment: 'justify',
    margin: [0, measures.paragraphSpacingPt, 0, 0],
  }
}

/** A signature never stands on a page of its own: the last words go with it where they are few. */
function bodyAndSignature(sheet: Sheet, outline: Outline): Content[] {
  const groups = togetherWithHeadings(sheet.blocks)
  const last = groups.at(-1) ?? []
  const goesAlong = isFew(last)
  const drawn = groups.map((group) => {
    const content = group.map((block) => blockOf(block, outline))
    return group.length === 1 ? content : [{ unbreakable: true, stack: content }]
  })
  if (!goesAlong) return [...drawn.flat(), signatureBlock(sheet)]
  const words = drawn.pop() ?? []
  return [...drawn.flat(), { unbreakable: true, stack: [...words, signatureBlock(sheet)] }]
}

function definitionOf(sheet: Sheet): TDocumentDefinitions {
  const { top, right, bottom, left } = marginMm
  const { stamp } = sheet
  const outline: Outline = { open: [], count: 0 }
  return {
    pageSize: { width: points(pageMm.short), height: points(pageMm.long) },
    pageOrientation: sheet.isLandscape ? 'landscape' : 'portrait',
    pageMargins: [points(left), points(top), points(right), points(bottom)],
    language: 'vi-VN',
    info: { title: sheet.name, author: sheet.head.organisation, ...(stamp && infoOf(stamp)) },
    ...(stamp && {
      displayTitle: true,
      files: filesOf(stamp),
      footer: () => stampFooter(stamp),
    }),
    defaultStyle: { font: 'Tinos', fontSize: sizePt.body },
    images: imagesOf(sheet.blocks),
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
    content: [headBlock(sheet), ...titleLines(sheet), ...bodyAndSignature(sheet, outline)],
  }
}

export async function writePdf(sheet: Sheet): Promise<Uint8Array> {
  prepare()
  return new Uint8Array(await pdfMake.createPdf(definitionOf(sheet)).getBuffer())
}
