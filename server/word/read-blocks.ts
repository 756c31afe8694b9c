// The paragraphs and tables of a Word file, in order, with all that hangs on them.
import type { Draft, Words } from './draft'
import { type Found, Runs } from './read-runs'
import { readTable } from './read-table'
import type { Reading } from './reading'
import { over, type ParagraphLook, paragraphLook, runLook } from './styles'
import { below, child, type Element, elements, textIn, valIn } from './xml'

export function readBlocks(of: Element, reading: Reading): Draft[] {
  const drafts: Draft[] = []
  for (const one of elements(of)) drafts.push(...readBlock(one, reading))
  return joined(drafts)
}

/** A paragraph whose end was deleted goes on in the next, in the look of that one. */
function joined(drafts: readonly Draft[]): Draft[] {
  const kept: Draft[] = []
  let before: Words | null = null
  for (const draft of drafts) {
    if (draft.kind !== 'words') {
      if (before) kept.push(before)
      before = null
      kept.push(draft)
      continue
    }
    if (before) draft.pieces.unshift(...before.pieces)
    before = draft.goesOn ? draft : null
    if (!draft.goesOn) kept.push(draft)
  }
  if (before && before.pieces.length > 0) kept.push(before)
  return kept
}

function readBlock(of: Element, reading: Reading): Draft[] {
  const { tally, openComments } = reading
  const id = of.attrs['w:id'] ?? ''
  switch (of.name) {
    case 'w:p':
      return readParagraph(of, reading)
    case 'w:tbl':
      return readTable(of, reading, readBlocks)
    case 'w:commentRangeStart':
      reading.beginComment(id)
      return []
    case 'w:commentRangeEnd':
      openComments.delete(id)
      return []
    case 'w:altChunk':
    case 'w:subDoc':
      tally.leftOut('external')
      return []
    case 'w:del':
    case 'w:moveFrom':
      tally.leftOut('deletions', textIn(of))
      return []
    case 'w:sectPr':
    case 'w:sdtPr':
    case 'w:sdtEndPr':
      return []
    case 'w:sdt':
      if (
        /table of contents/i.test(
          below(child(of, 'w:sdtPr'), 'w:docPartGallery')?.attrs['w:val'] ?? '',
        )
      ) {
        tally.leftOut('contents', spaced(of))
        return []
      }
      return readInside(of, reading)
    case 'mc:AlternateContent':
      return readInside(child(of, 'mc:Choice') ?? child(of, 'mc:Fallback') ?? of, reading)
    case 'm:oMathPara':
      return readParagraph({ name: 'w:p', attrs: {}, children: [of] }, reading)
    default:
      return readInside(of, reading)
  }
}

const readInside = (of: Element, reading: Reading): Draft[] =>
  elements(of).flatMap((one) => readBlock(one, reading))

/** The text of many paragraphs, with blanks between them. */
const spaced = (of: Element): string =>
  elements(of)
    .map((one) =>
      one.name === 'w:t' ? textIn(one) : spaced(one) + (one.name === 'w:p' ? ' ' : ''),
    )
    .join('')

function markerOf(look: ParagraphLook, reading: Reading): Words['item'] {
  const numId = look.list?.numId
  if (numId === undefined || numId === '0') return null
  const level = Math.min(look.list?.level ?? 0, 8)
  const marker = reading.numbering.next(numId, level)
  return marker && marker.form !== 'none' ? { list: numId, level, marker } : null
}

function isRuled(props: Element | undefined): boolean {
  const borders = child(props, 'w:pBdr')
  return ['w:top', 'w:bottom', 'w:between'].some((side) => {
    const style = valIn(borders, side)
    return style !== undefined && style !== 'nil' && style !== 'none'
  })
}

function readParagraph(of: Element, reading: Reading): Draft[] {
  const props = child(of, 'w:pPr')
  const { styles, tally } = reading
  const style = styles.paragraph(valIn(props, 'w:pStyle'))
  const own = paragraphLook(props, styles.themeFonts)
  // The look of the paragraph's end is no look of its letters.
  const look = over(style, { ...own, run: {} })
  const found: Found = { pieces: [], boxes: [], pictures: [], contents: '' }
  const points = new Set(reading.pointComments)
  new Runs(reading, found, look.run).read(of)
  pointAt(
    found,
    [...reading.pointComments].filter((id) => !points.has(id)),
  )
  const mark = child(props, 'w:rPr')
  const goesOn = child(mark, 'w:del') !== undefined || child(mark, 'w:moveFrom') !== undefined
  const isContents =
    look.role === 'contents' || (found.contents !== '' && found.pieces.length === 0)
  if (isContents) {
    tally.leftOut('contents', found.contents || found.pieces.map(({ text }) => text).join(''))
    found.pieces.length = 0
  } else if (found.contents !== '') tally.leftOut('contents', found.contents)
  const isHidden = runLook(mark, styles.themeFonts).hidden && found.pieces.length === 0
  const words: Words = {
    kind: 'words',
    pieces: found.pieces,
    level: look.level ?? null,
    role: look.role ?? null,
    align: look.align ?? null,
    left: look.left ?? 0,
    item: found.pieces.length === 0 && isContents ? null : markerOf(look, reading),
    isRuled: isRuled(props),
    goesOn,
  }
  if (look.role === 'number' && isNumber(found)) return []
  const boxed = found.boxes.flatMap((box) => {
    const inside = readBlocks(box, reading)
    tally.changed('textBoxes', spaced(box))
    return inside
  })
  // A paragraph that holds nothing but a picture is that picture.
  const isShell = found.pictures.length > 0 && found.pieces.every(({ text }) => text.trim() === '')
  const itself = isContents || isHidden || isShell ? [] : [words]
  return [...itself, ...found.pictures, ...boxed]
}

/** What our exports put in the margin: the paper counts its paragraphs itself. */
const isNumber = ({ pieces }: Found): boolean =>
  /^\d{0,6}$/.test(pieces.map(({ text }) => text).join(''))

/** A comment that names no words is about the paragraph in which it stands. */
function pointAt(found: Found, comments: readonly string[]): void {
  if (comments.length === 0) return
  found.pieces.forEach((piece, at) => {
    found.pieces[at] = { ...piece, comments: [...piece.comments, ...comments] }
  })
}
