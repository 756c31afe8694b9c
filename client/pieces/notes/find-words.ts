// Where a note's words stand in a text as it is now: by its positions, else by its quote.
import { findQuote } from '../../../shared/document/anchor'
import type { PaperNode } from '../../../shared/document/outline'
import type { Note } from '../../../shared/records/note'
import { nodeSize, walk } from '../version-text/positions'

export interface Range {
  readonly from: number
  readonly to: number
}

/** Where a note is shown; `isChanged` when other words stand there, or none. */
export interface NotePlace {
  readonly range: Range | null
  readonly isChanged: boolean
}

/** A text in one string as the server flattens it, with the ProseMirror position of every run. */
interface Flat {
  readonly text: string
  readonly runs: readonly { at: number; position: number; length: number }[]
}

export function flatPaper(doc: PaperNode): Flat {
  let text = ''
  let blocks = 0
  const runs: Flat['runs'][number][] = []
  walk(doc, (node, position) => {
    if ((node.type === 'paragraph' || node.type === 'heading') && blocks++ > 0) text += '\n'
    if (node.text !== undefined) {
      runs.push({ at: text.length, position, length: node.text.length })
      text += node.text
    } else if (node.type === 'hardBreak') text += '\n'
  })
  return { text, runs }
}

type Quoted = Pick<Note, 'quote' | 'before' | 'after'>

export function rangeOfQuote({ text, runs }: Flat, quoted: Quoted): Range | null {
  const found = findQuote({ text, spans: [], childStarts: new Map() }, quoted)
  if (!found) return null
  const [start, end] = found
  const first = runs.find(({ at, length }) => start >= at && start < at + length)
  const last = runs.find(({ at, length }) => end > at && end <= at + length)
  if (!first || !last) return null
  return { from: first.position + start - first.at, to: last.position + end - last.at }
}

/** Newlines say only where blocks meet. */
const comparable = (words: string) => words.normalize('NFC').replace(/\n+/g, '\n').trim()

/** `byPosition`: what its positions say; `wordsAt`: the words of a range; `flat`: made when needed. */
export function placeOfNote(
  note: Quoted,
  byPosition: Range | null,
  wordsAt: (range: Range) => string,
  flat: () => Flat,
): NotePlace {
  const stands = byPosition && comparable(wordsAt(byPosition)) === comparable(note.quote)
  if (stands) return { range: byPosition, isChanged: false }
  const again = rangeOfQuote(flat(), note)
  return again ? { range: again, isChanged: false } : { range: byPosition, isChanged: true }
}

/** Positions of a version's note, when they lie inside its text. */
export function fixedRange({ from, to }: Pick<Note, 'from' | 'to'>, doc: PaperNode): Range | null {
  const isRange = typeof from === 'number' && typeof to === 'number' && from < to
  return isRange && to <= nodeSize(doc) ? { from, to } : null
}
