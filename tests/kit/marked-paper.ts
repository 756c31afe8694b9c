// Where comments stand in a copy of a paper, and waiting until they stand as they should.
import * as Y from 'yjs'
import { contextOf, type FlatRange, flatten, markedPieces } from '../../shared/document/anchor'
import { must } from './session-maker'
import type { StockClient, Visitor } from './visitor'

export const flatOf = (doc: Y.Doc) => flatten(doc.getXmlFragment('default'))

/** Thread → each piece that bears its mark, in brackets behind the letters before it. */
export function marksOf(doc: Y.Doc): Record<string, string[]> {
  const flat = flatOf(doc)
  const shown = ([from, to]: FlatRange) =>
    `${flat.text.slice(Math.max(0, from - 6), from)}[${flat.text.slice(from, to)}]`
  const entries = [...markedPieces(flat)].map(
    ([thread, pieces]) => [thread, pieces.map(shown)] as const,
  )
  return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

/** Thread → the flat ranges that bear its mark. */
export const piecesOf = (doc: Y.Doc): Map<string, FlatRange[]> => markedPieces(flatOf(doc))

/** True when a copy has all that another had. */
export function knows(doc: Y.Doc, other: Uint8Array): boolean {
  const clocks = Y.decodeStateVector(Y.encodeStateVector(doc))
  return [...Y.decodeStateVector(other)].every(
    ([client, clock]) => (clocks.get(client) ?? 0) >= clock,
  )
}

/** Resolves when `holds`, looked at after every change of the copy; with what was last seen if it never does. */
export async function untilIn(
  doc: Y.Doc,
  holds: () => boolean,
  seen: () => unknown,
): Promise<void> {
  const signal = AbortSignal.timeout(30_000)
  while (!holds()) {
    await new Promise<void>((resolve, reject) => {
      const late = () => reject(new Error(`never came about: ${JSON.stringify(seen())}`))
      if (signal.aborted) return late()
      signal.addEventListener('abort', late, { once: true })
      doc.once('update', () => {
        signal.removeEventListener('abort', late)
        resolve()
      })
    })
  }
}

/** Every copy has what `writer` wrote so far, and in each the marks are these. */
export async function untilMarks(
  writer: StockClient,
  clients: readonly StockClient[],
  wished: Record<string, string[]>,
): Promise<void> {
  await writer.allSaved()
  const written = Y.encodeStateVector(writer.doc)
  const isSame = (doc: Y.Doc) => JSON.stringify(marksOf(doc)) === JSON.stringify(wished)
  for (const { doc } of clients) {
    await untilIn(
      doc,
      () => knows(doc, written) && isSame(doc),
      () => marksOf(doc),
    )
  }
}

/** The wish for a new comment on words of a copy; `nth` when they stand in several places. */
export function wishFor(doc: Y.Doc, words: string, nth = 0) {
  const flat = flatOf(doc)
  let at = flat.text.indexOf(words)
  for (let i = 0; i < nth; i++) at = flat.text.indexOf(words, at + 1)
  if (at < 0) throw new Error(`not in the paper: ${words}`)
  return wishAt(doc, [at, at + words.length])
}

/** The same by flat offsets, with what stands around them. */
export function wishAt(doc: Y.Doc, range: FlatRange) {
  const flat = flatOf(doc)
  const [from, to] = range.map((offset, i) => {
    const span = flat.spans.find(
      ({ start, length }) =>
        (i === 0 ? start <= offset : start < offset) && offset <= start + length,
    )
    if (!span) throw new Error(`no text at ${offset}`)
    return Y.relativePositionToJSON(
      Y.createRelativePositionFromTypeIndex(span.text, offset - span.start),
    )
  })
  return { from, to, quote: flat.text.slice(...range), ...contextOf(flat, range) }
}

export interface SeenThread {
  readonly id: string
  readonly quote: string
  readonly detached: boolean
  readonly state: string
  readonly ground: string
  readonly answers: readonly { verdict: string; wording?: string; applied?: boolean }[]
}

export async function threadsIn(visitor: Visitor, documentId: string): Promise<SeenThread[]> {
  return (await must(visitor.get(`/api/documents/${documentId}/threads`))).threads
}
