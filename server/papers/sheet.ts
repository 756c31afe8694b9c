// A printed paper before it is Word or PDF: its blocks, and the measures of guidance 05-HD/VPTW (2026).

/** Millimetres and points; source: Hướng dẫn 05-HD/VPTW, ngày 27/5/2026. */
export const measures = {
  pageMm: { short: 210, long: 297 },
  marginMm: { top: 20, right: 15, bottom: 20, left: 30 },
  pageNumberFromTopMm: 10,
  font: 'Times New Roman',
  sizePt: {
    organisation: 14,
    party: 15,
    date: 14,
    title: 15,
    subject: 14,
    body: 14,
    signature: 14,
    pageNumber: 14,
    /** The guidance leaves tables open; twelve is the least it uses anywhere. */
    table: 12,
  },
  lineSpacingPt: 18,
  paragraphSpacingPt: 6,
} as const

export interface Run {
  readonly text: string
  readonly bold?: boolean
  readonly italic?: boolean
}
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

export interface Sheet {
  readonly isLandscape: boolean
  /** What the file says of itself. */
  readonly name: string
  readonly head: {
    readonly parent: string
    readonly organisation: string
    readonly party: string
    readonly placeAndDate: string
  }
  readonly title: string
  readonly subject: string
  readonly blocks: readonly Block[]
  readonly signature: { readonly role: string; readonly name: string }
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
  party: string,
  isoDay: string,
): Sheet['head'] => ({
  parent: upper(cell.parentName),
  organisation: upper(cell.name),
  party,
  placeAndDate: placeAndDate(cell.place, isoDay),
})
