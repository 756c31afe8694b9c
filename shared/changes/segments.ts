// The words of two sides as one row: kept, put in, taken out, in another form.
import type { Unit } from './units'
import { paragraphBreak, type Row, rowOf, wordMatches } from './word-matches'

export const segmentKinds = ['same', 'inserted', 'deleted', 'reformed'] as const
export type SegmentKind = (typeof segmentKinds)[number]

export interface Segment {
  readonly kind: SegmentKind
  /** `paragraphBreak` where one paragraph ends and the next begins. */
  readonly text: string
  /** Its marks as JSON on either side, `''` for none. */
  readonly formA: string
  readonly formB: string
  /** Where it begins in the words of each side, its paragraphs parted by one sign each. */
  readonly atA: number
  readonly atB: number
}

class Writer {
  readonly segments: Segment[] = []

  add(next: Segment): void {
    const last = this.segments.at(-1)
    const isMore =
      last?.kind === next.kind &&
      last.formA === next.formA &&
      last.formB === next.formB &&
      last.text !== paragraphBreak &&
      next.text !== paragraphBreak
    if (isMore) this.segments[this.segments.length - 1] = { ...last, text: last.text + next.text }
    else this.segments.push(next)
  }
}

/** Letters of one side only, cut where their form changes. */
function addAlone(out: Writer, row: Row, side: 'a' | 'b', from: number, to: number, other: number) {
  for (let at = from; at < to; ) {
    const form = row.forms[at] as string
    const isBreak = row.text[at] === paragraphBreak
    let end = at + 1
    while (end < to && !isBreak && row.forms[end] === form && row.text[end] !== paragraphBreak)
      end++
    const text = row.text.slice(at, end)
    if (side === 'a') {
      out.add({ kind: 'deleted', text, formA: form, formB: '', atA: at, atB: other })
    } else out.add({ kind: 'inserted', text, formA: '', formB: form, atA: other, atB: at })
    at = end
  }
}

/** The same letters on both sides, cut where either form changes. */
function addBoth(out: Writer, a: Row, b: Row, atA: number, atB: number, length: number): void {
  for (let i = 0; i < length; ) {
    const [formA, formB] = [a.forms[atA + i] as string, b.forms[atB + i] as string]
    let end = i + 1
    while (end < length && a.forms[atA + end] === formA && b.forms[atB + end] === formB) end++
    const text = b.text.slice(atB + i, atB + end)
    const kind = formA === formB ? 'same' : 'reformed'
    out.add({ kind, text, formA, formB, atA: atA + i, atB: atB + i })
    i = end
  }
}

/** Each letter of either side stands in it exactly once. Both papers are canonical. */
export function segmentsOf(unitsA: readonly Unit[], unitsB: readonly Unit[]): Segment[] {
  const [a, b] = [rowOf(unitsA), rowOf(unitsB)]
  const out = new Writer()
  if (a.text === b.text) {
    addBoth(out, a, b, 0, 0, a.text.length)
    return out.segments
  }
  let [atA, atB] = [0, 0]
  for (const [i, j] of wordMatches(a, b)) {
    const [wordA, wordB] = [a.words[i], b.words[j]]
    if (!wordA || !wordB || wordA.to - wordA.from !== wordB.to - wordB.from) continue
    addAlone(out, a, 'a', atA, wordA.from, atB)
    addAlone(out, b, 'b', atB, wordB.from, wordA.from)
    addBoth(out, a, b, wordA.from, wordB.from, wordA.to - wordA.from)
    atA = wordA.to
    atB = wordB.to
  }
  addAlone(out, a, 'a', atA, a.text.length, atB)
  addAlone(out, b, 'b', atB, b.text.length, a.text.length)
  return out.segments
}
