// What is read from a Word file before it becomes a paper: paragraphs of pieces, tables, rules, pictures.
import type { OldEncoding } from '../../shared/old-encodings/recognise'
import type { Marker } from './numbering'
import type { Role } from './styles'

/** A run of letters of one look. */
export interface Piece {
  text: string
  readonly isBreak?: true
  readonly bold: boolean
  readonly italic: boolean
  readonly underline: boolean
  readonly href: string | null
  /** Small letters are shown as capitals. */
  readonly isCapitals: boolean
  /** By the name of its font; words without a telling font are judged all together. */
  readonly old: OldEncoding | null
  /** Comments of the file that stand on it. */
  readonly comments: readonly string[]
}

export interface Words {
  readonly kind: 'words'
  pieces: Piece[]
  /** 1 to 9 where it is a heading. */
  level: number | null
  role: Role | null
  readonly align: string | null
  /** Where its text begins, in twentieths of a point. */
  readonly left: number
  readonly item: { readonly list: string; readonly level: number; readonly marker: Marker } | null
  readonly isRuled: boolean
  /** Its end was deleted by a tracked change: it goes on in the next paragraph. */
  readonly goesOn: boolean
}

export interface Cell {
  readonly column: number
  readonly colSpan: number
  rowSpan: number
  readonly blocks: Draft[]
}

export interface Grid {
  readonly kind: 'grid'
  readonly rows: { readonly isHead: boolean; readonly cells: Cell[] }[]
  /** Pixels; empty where the file does not say. */
  readonly widths: readonly number[]
}

export interface Picture {
  readonly kind: 'picture'
  readonly path: string
  /** What the file says of it to those who do not see it. */
  readonly words: string
}

export type Draft = Words | Grid | Picture

export const wordsIn = ({ pieces }: Pick<Words, 'pieces'>): string =>
  pieces.map(({ text, isBreak }) => (isBreak ? '\n' : text)).join('')

/** Every paragraph, those in tables too. */
export function eachWords(drafts: readonly Draft[], visit: (words: Words) => void): void {
  for (const draft of drafts) {
    if (draft.kind === 'words') visit(draft)
    if (draft.kind !== 'grid') continue
    for (const { cells } of draft.rows) for (const cell of cells) eachWords(cell.blocks, visit)
  }
}

export const linesIn = (drafts: readonly Draft[]): string[] => {
  const lines: string[] = []
  eachWords(drafts, (words) => {
    const line = wordsIn(words).trim()
    if (line !== '') lines.push(line)
  })
  return lines
}
