// A sheet as a Word file: real tables and styles, one font on every script, nothing drawn by hand.
import {
  AlignmentType,
  Document,
  type FileChild,
  Footer,
  Header,
  ImageRun,
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
import { headBlock, signatureBlock, titleLines } from './docx-around'
import {
  bodySpacing,
  centred,
  font,
  fromPt,
  type Look,
  partParagraphStyles,
  partStyles,
  run,
  twips,
} from './docx-parts'
import { headingStyles, numberingOf, wordChildren } from './docx-words'
import { packVersion } from './pack-docx'
import { paperStyleMeasures } from './paper-styles'
import { qrPng } from './qr'
import {
  type Block,
  type Cell,
  type Column,
  measures,
  type PaperBlock,
  type Row,
  type Sheet,
  textWidthMm,
} from './sheet'

const { sizePt, marginMm, pageMm } = measures

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

/** A signature never stands on a page of its own: the last words go with it. */
function blockOf(block: Block | PaperBlock, isLast: boolean): FileChild[] {
  return isPaperBlock(block) ? wordChildren(block, isLast) : [blockOfTable(block)]
}

function blockOfTable(block: Block): FileChild {
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

const pixels = (mm: number) => Math.round((mm / 25.4) * 96)

/** On every page: which version it is, for people and for cameras. */
function stampFooter({ stamp }: Sheet, id: string): Footer {
  if (!stamp) return new Footer({ children: [new Paragraph({})] })
  const picture = new ImageRun({
    type: 'png',
    data: qrPng(stamp.sha256),
    transformation: { width: pixels(measures.qrMm), height: pixels(measures.qrMm) },
    altText: { id, name: 'QR', description: stamp.sha256, title: stamp.code },
  })
  return new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.RIGHT,
        children: [run(`${stamp.words}  `, { size: sizePt.stamp }), picture],
      }),
    ],
  })
}

const isPaperBlock = (block: Block | PaperBlock): block is PaperBlock =>
  block.kind !== 'table' && block.kind !== 'heading' && block.kind !== 'paragraph'

export async function writeDocx(sheet: Sheet): Promise<Uint8Array> {
  const widthMm = textWidthMm(sheet)
  const number = new TextRun({
    children: [PageNumber.CURRENT],
    font,
    size: paperStyleMeasures[sheet.style].sizePt.pageNumber * 2,
  })
  const { stamp } = sheet
  const file = new Document({
    title: sheet.name,
    numbering: { config: numberingOf(sheet.blocks.filter(isPaperBlock)) },
    ...(stamp && {
      customProperties: [
        { name: 'BanThaoVersion', value: stamp.versionId },
        { name: 'BanThaoSha256', value: stamp.sha256 },
      ],
      // A line that ends in a break is not drawn apart.
      compatibility: { doNotExpandShiftReturn: true },
    }),
    creator: sheet.head.organisation,
    lastModifiedBy: sheet.head.organisation,
    styles: {
      default: {
        document: { run: { font, size: sizePt.body * 2, language: { value: 'vi-VN' } } },
        ...headingStyles,
      },
      paragraphStyles: partParagraphStyles,
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
              ...(stamp && { footer: twips(measures.footerFromBottomMm) }),
            },
          },
        },
        headers: {
          default: new Header({ children: [centred([number])] }),
          first: new Header({ children: [new Paragraph({})] }),
        },
        ...(stamp && {
          footers: { default: stampFooter(sheet, '1'), first: stampFooter(sheet, '2') },
        }),
        children: [
          headBlock(sheet, widthMm),
          ...titleLines(sheet, widthMm),
          ...sheet.blocks.flatMap((block, index) =>
            blockOf(block, index === sheet.blocks.length - 1),
          ),
          new Paragraph({
            style: partStyles.gap,
            spacing: { before: fromPt(12) },
            keepNext: true,
          }),
          signatureBlock(sheet, widthMm),
        ],
      },
    ],
  })
  const bytes = new Uint8Array(await Packer.toArrayBuffer(file))
  return stamp ? packVersion(bytes, stamp) : bytes
}
