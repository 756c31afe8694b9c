// A sheet as a Word file: real tables and styles, one font on every script, nothing drawn by hand.
import {
  AlignmentType,
  BorderStyle,
  Document,
  type FileChild,
  Header,
  type IParagraphOptions,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'
import {
  type Block,
  type Cell,
  type Column,
  measures,
  type Row,
  type Sheet,
  textWidthMm,
} from './sheet'

/** Twentieths of a point. */
const twips = (mm: number) => Math.round((mm / 25.4) * 1440)
const fromPt = (pt: number) => pt * 20
const { sizePt, marginMm, pageMm } = measures
const font = {
  ascii: measures.font,
  hAnsi: measures.font,
  cs: measures.font,
  eastAsia: measures.font,
}

interface Look {
  readonly size?: number
  readonly bold?: boolean
  readonly italic?: boolean
  readonly underline?: boolean
}
const run = (text: string, { size = sizePt.body, bold, italic, underline }: Look = {}) =>
  new TextRun({
    text,
    font,
    size: size * 2,
    ...(bold && { bold }),
    ...(italic && { italics: true }),
    ...(underline && { underline: {} }),
  })

const centred = (children: TextRun[], more: Partial<IParagraphOptions> = {}) =>
  new Paragraph({ alignment: AlignmentType.CENTER, children, ...more })

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
const noBorders = { top: none, bottom: none, left: none, right: none }

/** Two columns without lines: the heading block above, the signature below. */
function twoColumns(widthMm: number, leftCell: Paragraph[], rightCell: Paragraph[]): Table {
  const half = twips(widthMm / 2)
  const cell = (children: Paragraph[]) =>
    new TableCell({
      borders: noBorders,
      width: { size: half, type: WidthType.DXA },
      children: children.length > 0 ? children : [new Paragraph({})],
    })
  return new Table({
    width: { size: half * 2, type: WidthType.DXA },
    columnWidths: [half, half],
    layout: TableLayoutType.FIXED,
    borders: { ...noBorders, insideHorizontal: none, insideVertical: none },
    rows: [new TableRow({ cantSplit: true, children: [cell(leftCell), cell(rightCell)] })],
  })
}

function headBlock({ head }: Sheet, widthMm: number): Table {
  const size = sizePt.organisation
  return twoColumns(
    widthMm,
    [
      ...(head.parent ? [centred([run(head.parent, { size })])] : []),
      centred([run(head.organisation, { size, bold: true })]),
      centred([run('*', { size })]),
    ],
    [
      centred([run(head.party, { size: sizePt.party, bold: true, underline: true })]),
      centred([run(head.placeAndDate, { size: sizePt.date, italic: true })], {
        spacing: { before: fromPt(measures.paragraphSpacingPt) },
      }),
    ],
  )
}

function signatureBlock({ signature }: Sheet, widthMm: number): Table {
  const size = sizePt.signature
  // Kept together: a signature never stands alone at the top of a page.
  return twoColumns(
    widthMm,
    [],
    [
      centred([run(signature.role, { size, bold: true })], { keepNext: true }),
      ...Array.from({ length: 3 }, () => centred([run('', { size })], { keepNext: true })),
      centred([run(signature.name, { size, bold: true })]),
    ],
  )
}

const tableRun = (text: string, look: Omit<Look, 'size'> = {}) =>
  run(text, { ...look, size: sizePt.table })

function tableCell(cell: Cell, column: Column): TableCell {
  const alignment = column.align === 'center' ? AlignmentType.CENTER : AlignmentType.LEFT
  const paragraphs = cell.map(
    (runs) =>
      new Paragraph({ alignment, children: runs.map(({ text, ...look }) => tableRun(text, look)) }),
  )
  return new TableCell({
    width: { size: twips(column.widthMm), type: WidthType.DXA },
    children: paragraphs.length > 0 ? paragraphs : [new Paragraph({})],
  })
}

/** A row of a few lines goes to the next page whole; a long one breaks where the page ends. */
const mostLettersTogether = 500
const lettersIn = (cell: Cell) => cell.flat().reduce((sum, { text }) => sum + text.length, 0)

function tableRow(row: Row, columns: readonly Column[]): TableRow {
  if (row.kind === 'cells') {
    const isShort = row.cells.every((cell) => lettersIn(cell) <= mostLettersTogether)
    return new TableRow({
      ...(isShort && { cantSplit: true }),
      children: columns.map((column, index) => tableCell(row.cells[index] ?? [], column)),
    })
  }
  const look = row.level === 1 ? { bold: true } : { bold: true, italic: true }
  return new TableRow({
    cantSplit: true,
    children: [
      new TableCell({
        columnSpan: columns.length,
        children: [new Paragraph({ keepNext: true, children: [tableRun(row.words, look)] })],
      }),
    ],
  })
}

function dataTable({ columns, rows }: Extract<Block, { kind: 'table' }>): Table {
  const header = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(
      ({ label, widthMm }) =>
        new TableCell({
          width: { size: twips(widthMm), type: WidthType.DXA },
          verticalAlign: VerticalAlign.CENTER,
          children: [centred([tableRun(label, { bold: true })], { keepNext: true })],
        }),
    ),
  })
  return new Table({
    width: {
      size: columns.reduce((sum, { widthMm }) => sum + twips(widthMm), 0),
      type: WidthType.DXA,
    },
    columnWidths: columns.map(({ widthMm }) => twips(widthMm)),
    layout: TableLayoutType.FIXED,
    margins: { top: 30, bottom: 30, left: 70, right: 70 },
    rows: [header, ...rows.map((row) => tableRow(row, columns))],
  })
}

const bodySpacing = {
  before: fromPt(measures.paragraphSpacingPt),
  line: fromPt(measures.lineSpacingPt),
  lineRule: LineRuleType.EXACT,
}

function blockOf(block: Block): FileChild {
  if (block.kind === 'table') return dataTable(block)
  if (block.kind === 'heading') {
    return new Paragraph({
      keepNext: true,
      spacing: { ...bodySpacing, before: fromPt(12), after: fromPt(measures.paragraphSpacingPt) },
      children: [run(block.words, { bold: true })],
    })
  }
  return new Paragraph({
    alignment: AlignmentType.JUSTIFIED,
    spacing: bodySpacing,
    children: block.runs.map(({ text, ...look }) => run(text, look)),
  })
}

export async function writeDocx(sheet: Sheet): Promise<Uint8Array> {
  const widthMm = textWidthMm(sheet)
  const number = new TextRun({
    children: [PageNumber.CURRENT],
    font,
    size: sizePt.pageNumber * 2,
  })
  const file = new Document({
    title: sheet.name,
    creator: sheet.head.organisation,
    lastModifiedBy: sheet.head.organisation,
    styles: {
      default: { document: { run: { font, size: sizePt.body * 2, language: { value: 'vi-VN' } } } },
    },
    sections: [
      {
        properties: {
          // The first page bears no number.
          titlePage: true,
          page: {
            size: {
              // The library turns them itself when the page lies on its side.
              width: twips(pageMm.short),
              height: twips(pageMm.long),
              orientation: sheet.isLandscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
            },
            margin: {
              top: twips(marginMm.top),
              right: twips(marginMm.right),
              bottom: twips(marginMm.bottom),
              left: twips(marginMm.left),
              header: twips(measures.pageNumberFromTopMm),
            },
          },
        },
        headers: {
          default: new Header({ children: [centred([number])] }),
          first: new Header({ children: [new Paragraph({})] }),
        },
        children: [
          headBlock(sheet, widthMm),
          centred([run(sheet.title, { size: sizePt.title, bold: true })], {
            spacing: { before: fromPt(18) },
          }),
          centred([run(sheet.subject, { size: sizePt.subject, bold: true })]),
          centred([run('-----')], { spacing: { after: fromPt(12) } }),
          ...sheet.blocks.map(blockOf),
          new Paragraph({ spacing: { before: fromPt(12) }, keepNext: true }),
          signatureBlock(sheet, widthMm),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toArrayBuffer(file))
}
