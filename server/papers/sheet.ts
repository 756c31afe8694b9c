// A printed paper before it is Word or PDF: its blocks, and the measures that both forms share.

import type { PaperStyle } from '../../shared/facts/cell'
import type { PrintAlign, PrintCell, PrintRun, PrintSheet } from '../../shared/papers/print-sheet'
import { paperStyleMeasures } from './paper-styles'

/** Millimetres and points, within what guidance 05-HD/VPTW and decree 30/2020/NĐ-CP both ask. */
export const measures = {
  pageMm: { short: 210, long: 297 },
  marginMm: { top: 20, right: 15, bottom: 20, left: 30 },
  pageNumberFromTopMm: 10,
  font: 'Times New Roman',
  sizePt: {
    body: 14,
    stamp: 10,
    /** The guidance leaves tables open; twelve is the least it uses anywhere. */
    table: 12,
  },
  firstLineIndentMm: 10,
  /** A list's text stands so far right of its marker, and of the list around it. */
  listIndentMm: 7,
  qrMm: 11,
  footerFromBottomMm: 5,
  /** Paragraph numbers stand in the left margin, so far from the text, as wide at most. */
  numbers: { sizePt: 9, fromTextMm: 3, widthMm: 12, colour: '767676' },
  lineSpacingPt: 18,
  paragraphSpacingPt: 6,
} as const

export type Run = PrintRun
/** Paragraphs, one below the other. */
export type Cell = readonly (readonly Run[])[]
export type Row =
  | { readonly kind: 'cells'; readonly cells: readonly Cell[] }
  /** A title across all columns; it stays with the row below. */
  | { readonly kind: 'group'; readonly words: string; readonly level: 1 | 2 }

export interface Column {
  readonly label: string
  readonly widthMm: number
  readonly align: 'left' | 'center'
}

export type Block =
  | { readonly kind: 'table'; readonly columns: readonly Column[]; readonly rows: readonly Row[] }
  | { readonly kind: 'heading'; readonly words: string }
  | { readonly kind: 'paragraph'; readonly runs: readonly Run[] }

export type Align = PrintAlign
export const listForms = ['bullet', '1', 'a', 'A', 'i', 'I'] as const
export type ListForm = (typeof listForms)[number]

/** Where a paragraph stands in a list. */
export interface Item {
  /** Which list of the paper, from 0; each counts by itself. */
  readonly list: number
  readonly depth: number
  readonly form: ListForm
  readonly start: number
  /** What stands before its first paragraph; `null` before the further ones. */
  readonly marker: string | null
}

export interface GridCell extends Omit<PrintCell, 'blocks'> {
  readonly blocks: readonly PaperBlock[]
}

/** What the text of a paper is made of; a number is a heading of that level. */
export type PaperBlock =
  | {
      readonly kind: 'words'
      readonly look: 'body' | 'title' | 'signature' | 1 | 2 | 3
      readonly align: Align | null
      readonly runs: readonly Run[]
      readonly item: Item | null
      /** The paragraph's own, where the paper shows them. */
      readonly number: number | null
    }
  | {
      readonly kind: 'grid'
      readonly columnMm: readonly number[]
      readonly rows: readonly (readonly GridCell[])[]
    }
  | { readonly kind: 'rule' }
  | PictureBlock

export type Words = Extract<PaperBlock, { kind: 'words' }>

/** Where words stand. */
export interface TextPlace {
  readonly isInTable: boolean
  readonly isHeader: boolean
  /** Of the cell. */
  readonly align: Align | null
}

export function alignmentOf({ look, align }: Words, place: TextPlace): Align {
  if (align !== null) return align
  if (look === 'title' || look === 'signature') return 'center'
  if (place.align !== null) return place.align
  if (place.isHeader) return 'center'
  return place.isInTable || typeof look === 'number' ? 'left' : 'justify'
}

/** Bytes that can be printed; they are PNG or JPEG as the store has them. */
export interface PictureBlock {
  readonly kind: 'picture'
  /** From 1, through the whole paper. */
  readonly number: number
  readonly sha256: string
  readonly form: 'png' | 'jpeg'
  readonly bytes: Uint8Array
  readonly alt: string
  readonly caption: string
  readonly widthMm: number
  readonly heightMm: number
}

/** What ties a printed version to its text. */
export interface Stamp {
  readonly words: string
  readonly code: string
  readonly sha256: string
  readonly versionId: string
  /** When it was frozen: the same version gives the same file, on whatever day it is made. */
  readonly at: string
  /** What the file is made from, once more. */
  readonly facts: string
  readonly text: Uint8Array
}

export interface Sheet {
  readonly style: PaperStyle
  readonly isLandscape: boolean
  /** What the file says of itself. */
  readonly name: string
  readonly head: PrintSheet['head']
  /** Lines are parted by newlines. */
  readonly title: string
  readonly subject: string
  readonly blocks: readonly (Block | PaperBlock)[]
  /** Lines of the role are parted by newlines; the first of several speaks for whom. */
  readonly signature: {
    readonly role: string
    readonly name: string
    /** So many of its lines are the paper's own; the others are the form's. */
    readonly ownLines?: number
  }
  /** Of two who sign; it stands where recipients else stand. */
  readonly leftSignature?: Sheet['signature']
  readonly recipients?: readonly string[]
  readonly stamp?: Stamp
}

/** The width between the margins. */
export const textWidthMm = ({ isLandscape }: Pick<Sheet, 'isLandscape'>): number => {
  const { pageMm, marginMm } = measures
  return (isLandscape ? pageMm.long : pageMm.short) - marginMm.left - marginMm.right
}

/** Control characters and halves of surrogate pairs, which no XML may hold. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must go
const unprintable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]|\p{Cs}/gu

/** Composed letters, as the guidance asks, and nothing that a file could not hold. */
export const printable = (text: string): string =>
  text.normalize('NFC').replace(/\r\n?/g, '\n').replace(unprintable, '')

/** One paragraph a line of the text. */
export const cellOf = (text: string, look: Omit<Run, 'text'> = {}): Cell =>
  printable(text)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => [{ ...look, text: line }])

/** `Hòa Phú, ngày 05 tháng 02 năm 2027`: days in two digits, months where they could be forged. */
export function placeAndDate(place: string, isoDay: string): string {
  const [year, month, day] = isoDay.split('-') as [string, string, string]
  const shownMonth = Number(month) <= 2 ? month : String(Number(month))
  return `${printable(place) || '…'}, ngày ${day} tháng ${shownMonth} năm ${year}`
}

const upper = (text: string) => printable(text).toLocaleUpperCase('vi')

/** The heading block of a cell's paper. */
export const headOf = (
  cell: { readonly name: string; readonly parentName: string; readonly place: string },
  style: PaperStyle,
  isoDay: string,
): Sheet['head'] => ({
  parent: upper(cell.parentName),
  organisation: upper(cell.name),
  party: paperStyleMeasures[style].nation,
  motto: paperStyleMeasures[style].motto,
  placeAndDate: placeAndDate(cell.place, isoDay),
})
