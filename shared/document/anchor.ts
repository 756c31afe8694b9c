// Where a comment stands: Yjs relative positions, flat text, and finding a quote again.
import * as Y from 'yjs'
import { commentPrefix } from './comment-mark'

/** A run of text and where it begins in the flat text. */
interface Span {
  readonly text: Y.XmlText
  readonly start: number
  readonly length: number
}

/** A paper's text in one string, blocks parted by `\n`: what ProseMirror's `textBetween` gives. */
export interface FlatText {
  readonly text: string
  readonly spans: readonly Span[]
  /** The flat offset before each child of an element, and after its last one. */
  readonly childStarts: ReadonlyMap<Y.XmlElement | Y.XmlFragment, readonly number[]>
}

/** `[from, to)` in flat offsets. */
export type FlatRange = readonly [from: number, to: number]

const textOf = (text: Y.XmlText): string =>
  (text.toDelta() as { insert: unknown }[])
    .map(({ insert }) => (typeof insert === 'string' ? insert : '\ufffc'))
    .join('')

/** Reads a fragment once, in document order. O(length of the text). */
export function flatten(fragment: Y.XmlFragment): FlatText {
  const pieces: string[] = []
  const spans: Span[] = []
  const childStarts = new Map<Y.XmlElement | Y.XmlFragment, number[]>()
  let offset = 0
  let blocks = 0
  const add = (piece: string) => {
    pieces.push(piece)
    offset += piece.length
  }
  const walk = (parent: Y.XmlElement | Y.XmlFragment) => {
    const isTextblock =
      parent instanceof Y.XmlElement &&
      (parent.nodeName === 'paragraph' || parent.nodeName === 'heading')
    if (isTextblock && blocks++ > 0) add('\n')
    const starts: number[] = []
    for (const child of parent.toArray()) {
      starts.push(offset)
      if (child instanceof Y.XmlText) {
        const text = textOf(child)
        spans.push({ text: child, start: offset, length: text.length })
        add(text)
      } else if (child instanceof Y.XmlElement) {
        if (child.nodeName === 'hardBreak') add('\n')
        else walk(child)
      }
    }
    starts.push(offset)
    childStarts.set(parent, starts)
  }
  walk(fragment)
  let joined: string | null = null
  return {
    spans,
    childStarts,
    // Millions of letters, perhaps, that many a reader of marks never asks for.
    get text() {
      joined ??= pieces.join('')
      return joined
    },
  }
}

/** A relative position as JSON → its flat offset; `null` when it points nowhere in this paper. */
export function flatOffset(doc: Y.Doc, flat: FlatText, position: unknown): number | null {
  let absolute: Y.AbsolutePosition | null
  try {
    const relative = Y.createRelativePositionFromJSON(position)
    absolute = Y.createAbsolutePositionFromRelativePosition(relative, doc)
  } catch {
    // Not a position at all: Yjs throws on what it cannot read.
    return null
  }
  if (!absolute) return null
  const { type, index } = absolute
  if (type instanceof Y.XmlText) {
    const span = flat.spans.find((candidate) => candidate.text === type)
    return span ? span.start + Math.min(index, span.length) : null
  }
  return flat.childStarts.get(type as Y.XmlElement)?.[index] ?? null
}

/** Newlines say only where blocks meet: how many stand together does not matter. */
const comparable = (text: string) => text.normalize('NFC').replace(/\n+/g, '\n').trim()

/** True when the range holds the quoted words and the words are more than blanks. */
export function rangeHolds(flat: FlatText, [from, to]: FlatRange, quote: string): boolean {
  const words = comparable(quote)
  return words !== '' && from < to && comparable(flat.text.slice(from, to)) === words
}

/** The parts of the text's runs that a range covers, in order. */
export function slices(flat: FlatText, [from, to]: FlatRange) {
  return flat.spans.flatMap(({ text, start, length }) => {
    const first = Math.max(from, start)
    const last = Math.min(to, start + length)
    return first < last ? [{ text, index: first - start, length: last - first }] : []
  })
}

export const contextLength = 32

/** Up to 32 characters on each side of a range. */
export const contextOf = (flat: FlatText, [from, to]: FlatRange) => ({
  before: flat.text.slice(Math.max(0, from - contextLength), from),
  after: flat.text.slice(to, to + contextLength),
})

const sharedEnd = (a: string, b: string) => {
  let n = 0
  while (n < a.length && n < b.length && a.at(-1 - n) === b.at(-1 - n)) n++
  return n
}
const sharedStart = (a: string, b: string) => {
  let n = 0
  while (n < a.length && n < b.length && a[n] === b[n]) n++
  return n
}

/** How many letters around a range are those that stood around the quote, from the range outwards. */
export const contextScore = (
  text: string,
  [from, to]: FlatRange,
  { before, after }: { readonly before: string; readonly after: string },
): number => sharedEnd(text.slice(0, from), before) + sharedStart(text.slice(to), after)

/** Of the characters that stood around a quote, so many must still stand there. */
const leastContext = 12

/** A text in NFC, and where the letters of that stand in the text as it is. */
export function composed(text: string): { text: string; raw(offset: number): number } {
  if (text.normalize('NFC') === text) return { text, raw: (offset) => offset }
  const places: number[] = []
  let written = ''
  for (const { 0: letter, index } of text.matchAll(/\P{M}\p{M}*|\p{M}+/gu)) {
    written += letter.normalize('NFC')
    while (places.length < written.length) places.push(index)
  }
  return { text: written, raw: (offset) => places[offset] ?? text.length }
}

/**
 * Finds a quote again by its words and what stood around them; `null` when it is gone, when two
 * places fit equally well, or when only the same words elsewhere are left: a comment shown at
 * the wrong words is worse than a detached one. How letters are composed does not matter.
 */
export function findQuote(
  flat: FlatText,
  stand: { quote: string; before: string; after: string },
): FlatRange | null {
  const [quote, before, after] = [stand.quote, stand.before, stand.after].map((words) =>
    words.normalize('NFC'),
  ) as [string, string, string]
  if (quote.trim() === '') return null
  const { text, raw } = composed(flat.text)
  let best: FlatRange | null = null
  let bestScore = Math.min(leastContext, before.length + after.length) - 1
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) {
    const end = at + quote.length
    const score = contextScore(text, [at, end], { before, after })
    if (score === bestScore) best = null
    if (score > bestScore) {
      best = [raw(at), raw(end)]
      bestScore = score
    }
  }
  return best
}

/** Every thread marked in the paper, with the pieces that bear its mark, in order; those that touch are one. */
export function markedPieces(flat: FlatText): Map<string, FlatRange[]> {
  const found = new Map<string, FlatRange[]>()
  const add = (thread: string, at: number, end: number) => {
    const pieces = found.get(thread)
    const last = pieces?.at(-1)
    if (!pieces || !last) found.set(thread, [...(pieces ?? []), [at, end]])
    // Between two blocks stands nothing that could bear a mark.
    else if (/^\n*$/.test(flat.text.slice(last[1], at))) pieces[pieces.length - 1] = [last[0], end]
    else pieces.push([at, end])
  }
  for (const { text, start } of flat.spans) {
    let at = start
    for (const { insert, attributes } of text.toDelta() as Delta[]) {
      const end = at + (typeof insert === 'string' ? insert.length : 1)
      for (const [key, value] of Object.entries(attributes ?? {})) {
        if (key.startsWith(commentPrefix)) add((value as { thread: string }).thread, at, end)
      }
      at = end
    }
  }
  return found
}

/** Every thread marked in the paper, with the flat range from its first to its last marked word. */
export const markedThreads = (flat: FlatText): Map<string, FlatRange> =>
  new Map(
    [...markedPieces(flat)].map(([thread, pieces]) => [
      thread,
      [pieces[0]?.[0] ?? 0, pieces.at(-1)?.[1] ?? 0],
    ]),
  )

interface Delta {
  insert: unknown
  attributes?: Record<string, unknown>
}
