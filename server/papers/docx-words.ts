// The text of a paper in Word: real headings, real lists, tables with their spans, links.
import {
  AlignmentType,
  BorderStyle,
  ExternalHyperlink,
  type FileChild,
  FrameAnchorType,
  FrameWrap,
  HeadingLevel,
  HeightRule,
  type ILevelsOptions,
  ImageRun,
  type IParagraphOptions,
  LevelFormat,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { text, vietnamese } from '../../shared/i18n/text'
import { bodySpacing, centred, font, fromPt, partStyles, run, twips } from './docx-parts'
import {
  type Align,
  alignmentOf,
  type Item,
  type ListForm,
  measures,
  type PaperBlock,
  type PictureBlock,
  type Run,
  type TextPlace,
  type Words,
} from './sheet'

const t = text(vietnamese)

type Grid = Extract<PaperBlock, { kind: 'grid' }>

const alignments = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  justify: AlignmentType.JUSTIFIED,
} as const satisfies Record<Align, unknown>

const headingLevels = {
  1: HeadingLevel.HEADING_1,
  2: HeadingLevel.HEADING_2,
  3: HeadingLevel.HEADING_3,
} as const

const formats = {
  bullet: LevelFormat.BULLET,
  1: LevelFormat.DECIMAL,
  a: LevelFormat.LOWER_LETTER,
  A: LevelFormat.UPPER_LETTER,
  i: LevelFormat.LOWER_ROMAN,
  I: LevelFormat.UPPER_ROMAN,
} as const satisfies Record<ListForm, unknown>

/** Word knows nine levels of a list; deeper ones stand at the ninth. */
const levelOf = ({ depth }: Item) => Math.min(depth, 8)
const leftMm = (item: Item) =>
  measures.firstLineIndentMm + (levelOf(item) + 1) * measures.listIndentMm

const listName = ({ list }: Item) => `list-${list}`

function childrenOf(
  runs: readonly Run[],
  look: { size: number; bold?: boolean; italic?: boolean },
) {
  return runs.map(({ text, link, isBreak, ...own }) => {
    const { size } = look
    const { bold = look.bold, italic = look.italic, underline } = own
    if (isBreak) return new TextRun({ break: 1, font, size: size * 2 })
    const shown = run(text, {
      size,
      ...(bold && { bold }),
      ...(italic && { italic }),
      ...((underline || link) && { underline: true }),
    })
    return link === undefined ? shown : new ExternalHyperlink({ link, children: [shown] })
  })
}

interface Place extends TextPlace {
  /** What stands below goes to the next page with it. */
  readonly goesAlong?: boolean
  readonly size: number
}
const onThePage: Place = {
  size: measures.sizePt.body,
  isInTable: false,
  isHeader: false,
  align: null,
}

function indentOf(words: Words, { isInTable }: Place): IParagraphOptions['indent'] {
  const { look, item, align } = words
  const base = isInTable ? -measures.firstLineIndentMm : 0
  if (item !== null) {
    const left = twips(leftMm(item) + base)
    return item.marker === null
      ? { left, firstLine: 0 }
      : { left, hanging: twips(measures.listIndentMm) }
  }
  if (look === 'signature') return { left: twips(70), firstLine: 0 }
  const isSet = isInTable || look === 'title' || align === 'center' || align === 'right'
  return { firstLine: isSet ? 0 : twips(measures.firstLineIndentMm) }
}

const styleOf = ({ look }: Words, { isHeader }: Place): IParagraphOptions => {
  if (look === 'title' || look === 'signature') return { style: partStyles[look] }
  return isHeader && look === 'body' ? { style: partStyles.tableHeading } : {}
}

function paragraph(words: Words, place: Place): Paragraph {
  const { look, runs, item } = words
  const isHeading = typeof look === 'number'
  const isBold = isHeading || look === 'title' || place.isHeader
  return new Paragraph({
    alignment: alignments[alignmentOf(words, place)],
    ...styleOf(words, place),
    ...(isHeading && { heading: headingLevels[look] }),
    ...((isHeading || place.goesAlong) && { keepNext: true }),
    indent: indentOf(words, place),
    spacing: place.isInTable ? { before: fromPt(2), after: fromPt(2) } : bodySpacing,
    ...(item?.marker && { numbering: { reference: listName(item), level: levelOf(item) } }),
    children: childrenOf(runs, {
      size: place.size,
      ...(isBold && { bold: true }),
      ...(look === 3 && { italic: true }),
    }),
  })
}

/** In the left margin, beside the first line of the paragraph below: a frame, so that its measures stay. */
function numberFrame(number: number): Paragraph {
  const { sizePt, fromTextMm, widthMm, colour } = measures.numbers
  return new Paragraph({
    style: partStyles.number,
    frame: {
      type: 'absolute',
      position: { x: twips(measures.marginMm.left - fromTextMm - widthMm), y: 1 },
      width: twips(widthMm),
      height: fromPt(measures.lineSpacingPt + measures.paragraphSpacingPt),
      rule: HeightRule.EXACT,
      anchor: { horizontal: FrameAnchorType.PAGE, vertical: FrameAnchorType.TEXT },
      wrap: FrameWrap.AROUND,
    },
    alignment: AlignmentType.RIGHT,
    spacing: bodySpacing,
    keepNext: true,
    children: [run(String(number), { size: sizePt, color: colour })],
  })
}

/** Room that is no line of the text. */
const gap = (more: IParagraphOptions = {}) => new Paragraph({ ...more, style: partStyles.gap })

function table({ columnMm, rows }: Grid): Table {
  const widths = columnMm.map((mm) => Math.max(twips(mm), 1))
  const widthOf = (column: number, span: number) =>
    widths.slice(column, column + span).reduce((sum, width) => sum + width, 0)
  return new Table({
    width: { size: widthOf(0, widths.length), type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    margins: { top: 30, bottom: 30, left: 70, right: 70 },
    rows: rows.map((cells, index) => {
      const isHead =
        index === 0 && cells.every(({ isHeader, rowSpan }) => isHeader && rowSpan === 1)
      return new TableRow({
        ...(isHead && rows.length > 1 && { tableHeader: true, cantSplit: true }),
        children: cells.map(({ column, colSpan, rowSpan, isHeader, align, blocks }) => {
          const place = { size: measures.sizePt.table, isInTable: true, isHeader, align }
          const inside = blocks.flatMap((block) => fileChildren(block, place))
          // Word wants a paragraph at the end of every cell.
          if (!(inside.at(-1) instanceof Paragraph)) inside.push(gap())
          return new TableCell({
            width: { size: widthOf(column, colSpan), type: WidthType.DXA },
            ...(colSpan > 1 && { columnSpan: colSpan }),
            ...(rowSpan > 1 && { rowSpan }),
            children: inside,
          })
        }),
      })
    }),
  })
}

const pixels = (mm: number) => Math.round((mm / 25.4) * 96)

/** The footer's own pictures come first. */
const firstPictureId = 10

function picture(block: PictureBlock): Paragraph[] {
  const { number, form, bytes, alt, caption, widthMm, heightMm } = block
  const image = new ImageRun({
    type: form === 'png' ? 'png' : 'jpg',
    data: bytes,
    transformation: { width: pixels(widthMm), height: pixels(heightMm) },
    altText: {
      id: String(firstPictureId + number),
      name: `${t('export.picture')} ${number}`,
      description: alt || caption,
      title: caption,
    },
  })
  const around = { before: fromPt(measures.paragraphSpacingPt) }
  // A line of exact height would cut the picture.
  return [
    centred([image], { spacing: around, ...(caption && { keepNext: true }) }),
    ...(caption
      ? [
          centred([run(caption, { size: measures.sizePt.table, italic: true })], {
            style: partStyles.caption,
            spacing: around,
          }),
        ]
      : []),
  ]
}

function fileChildren(block: PaperBlock, place: Place): (Paragraph | Table)[] {
  if (block.kind === 'words') {
    const itself = paragraph(block, place)
    return block.number === null ? [itself] : [numberFrame(block.number), itself]
  }
  if (block.kind === 'picture') return picture(block)
  if (block.kind === 'rule') {
    const line = { style: BorderStyle.SINGLE, size: 6, space: 1, color: '000000' }
    return [new Paragraph({ border: { bottom: line }, spacing: { after: fromPt(6) } })]
  }
  // Two tables without a paragraph between them are one to Word.
  return place.isInTable ? [table(block)] : [gap({ spacing: { line: fromPt(6) } }), table(block)]
}

export const wordChildren = (block: PaperBlock, goesAlong: boolean): FileChild[] =>
  fileChildren(block, { ...onThePage, goesAlong })

/** The lists of a paper, each counting by itself. */
export function numberingOf(blocks: readonly PaperBlock[]) {
  const items = new Map<number, Item>()
  const visit = (block: PaperBlock): void => {
    if (block.kind === 'words' && block.item?.marker) items.set(block.item.list, block.item)
    if (block.kind !== 'grid') return
    for (const cell of block.rows.flat()) cell.blocks.forEach(visit)
  }
  blocks.forEach(visit)
  return [...items.values()].map((item) => ({ reference: listName(item), levels: [level(item)] }))
}

function level(item: Item): ILevelsOptions {
  return {
    level: levelOf(item),
    format: formats[item.form],
    text: item.form === 'bullet' ? '-' : `%${levelOf(item) + 1}.`,
    alignment: AlignmentType.LEFT,
    start: item.start,
    style: {
      run: { font, size: measures.sizePt.body * 2 },
      paragraph: {
        indent: { left: twips(leftMm(item)), hanging: twips(measures.listIndentMm) },
      },
    },
  }
}

const heading = (isItalic: boolean) => ({
  run: {
    font,
    size: measures.sizePt.body * 2,
    bold: true,
    color: '000000',
    ...(isItalic && { italics: true }),
  },
  paragraph: { keepNext: true, spacing: bodySpacing },
})

/** Word's own headings are blue and large; these are the guidance's. */
export const headingStyles = {
  heading1: heading(false),
  heading2: heading(false),
  heading3: heading(true),
}
