// What every Word file of ours is written with: measures in Word's units, runs in one font, two columns.
import {
  AlignmentType,
  BorderStyle,
  type ImageRun,
  type IParagraphOptions,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { measures } from './sheet'

/** Twentieths of a point. */
export const twips = (mm: number) => Math.round((mm / 25.4) * 1440)
export const fromPt = (pt: number) => pt * 20

export const font = {
  ascii: measures.font,
  hAnsi: measures.font,
  cs: measures.font,
  eastAsia: measures.font,
}

export interface Look {
  readonly size?: number
  readonly bold?: boolean
  readonly italic?: boolean
  readonly underline?: boolean
  readonly color?: string
}

export const run = (
  text: string,
  { size = measures.sizePt.body, bold, italic, underline, color }: Look = {},
) =>
  new TextRun({
    text,
    font,
    size: size * 2,
    ...(bold && { bold }),
    ...(italic && { italics: true }),
    ...(underline && { underline: {} }),
    ...(color !== undefined && { color }),
  })

export const centred = (children: (TextRun | ImageRun)[], more: Partial<IParagraphOptions> = {}) =>
  new Paragraph({ alignment: AlignmentType.CENTER, children, ...more })

export const bodySpacing = {
  before: fromPt(measures.paragraphSpacingPt),
  line: fromPt(measures.lineSpacingPt),
  lineRule: LineRuleType.EXACT,
}

/** Styles that change nothing on paper: by them an import knows what is what. */
export const partStyles = {
  title: 'PaperTitle',
  signature: 'PaperSignature',
  gap: 'PaperGap',
  tableHeading: 'PaperTableHeading',
  caption: 'PaperCaption',
  number: 'PaperNumber',
} as const
export const partParagraphStyles = Object.values(partStyles).map((id) => ({
  id,
  name: id.replace(/(?<=[a-z])(?=[A-Z])/g, ' '),
  basedOn: 'Normal',
}))

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
const noBorders = { top: none, bottom: none, left: none, right: none }

/** Two columns without lines: the heading block above, the signature below. */
export function twoColumns(
  widthsMm: readonly [number, number],
  left: Paragraph[],
  right: Paragraph[],
): Table {
  const [leftWidth, rightWidth] = [twips(widthsMm[0]), twips(widthsMm[1])]
  const cell = (children: Paragraph[], width: number) =>
    new TableCell({
      borders: noBorders,
      width: { size: width, type: WidthType.DXA },
      children: children.length > 0 ? children : [new Paragraph({})],
    })
  return new Table({
    width: { size: leftWidth + rightWidth, type: WidthType.DXA },
    columnWidths: [leftWidth, rightWidth],
    layout: TableLayoutType.FIXED,
    borders: { ...noBorders, insideHorizontal: none, insideVertical: none },
    margins: { top: 0, bottom: 0, left: 0, right: 0 },
    rows: [
      new TableRow({
        cantSplit: true,
        children: [cell(left, leftWidth), cell(right, rightWidth)],
      }),
    ],
  })
}
