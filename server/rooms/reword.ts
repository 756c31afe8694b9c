// Puts new wording in the place of a comment's words, changing only the letters that differ.
import { diffWordsWithSpace } from 'diff'
import {
  contextScore,
  type FlatRange,
  type FlatText,
  flatten,
  markedThreads,
  rangeHolds,
  slices,
} from '../../shared/document/anchor'
import { commentKey, commentPrefix } from '../../shared/document/comment-mark'
import { Refusal } from '../../shared/refusals'
import type { Room } from './room'

type Attributes = Record<string, unknown>

/** One line of the words, in the runs of text that hold it: mostly one. */
interface Line {
  readonly runs: ReturnType<typeof slices>
  readonly words: string
}

interface Wish {
  readonly thread: string
  /** The words that are to be replaced, as the person who decides has seen them. */
  readonly expected: string
  readonly wording: string
  /** The words of the comment's record, and what stood around them. */
  readonly stand: { readonly before: string; readonly after: string }
}

/** The lines of a range; one that is empty stands in no run. */
function linesOf(flat: FlatText, [from, to]: FlatRange): Line[] {
  let at = from
  return flat.text
    .slice(from, to)
    .split('\n')
    .map((words) => {
      const runs = slices(flat, [at, at + words.length])
      at += words.length + 1
      return { runs, words }
    })
}

/** The attributes of every character of a stretch of a run. */
function attributesOf({ text, index, length }: Line['runs'][number]): Attributes[] {
  return (text.toDelta() as { insert: unknown; attributes?: Attributes }[])
    .flatMap(({ insert, attributes = {} }) =>
      Array<Attributes>(typeof insert === 'string' ? insert.length : 1).fill(attributes),
    )
    .slice(index, index + length)
}

/**
 * What inserted words bear: the form of the first word they replace, or of the letter before them,
 * and the marks of the comments that are about all of what they replace or stand among.
 */
function borne(around: readonly Attributes[], own: Attributes): Attributes {
  const [first = {}] = around
  const kept = Object.entries(first).filter(
    ([key]) => !key.startsWith(commentPrefix) || around.every((one) => key in one),
  )
  return { ...Object.fromEntries(kept), ...own }
}

/** One change of a line, by its offset there. */
interface Step {
  at: number
  remove: number
  insert: string
}

/** The whole words that differ. */
function stepsTo(words: string, wording: string): Step[] {
  const steps: Step[] = []
  let at = 0
  for (const { value, added, removed } of diffWordsWithSpace(words, wording)) {
    const last = steps.at(-1)
    if (removed) steps.push({ at, remove: value.length, insert: '' })
    // What comes in where something goes out takes its place.
    else if (added && last && last.at + last.remove === at) last.insert += value
    else if (added) steps.push({ at, remove: 0, insert: value })
    if (!added) at += value.length
  }
  return steps
}

/** From the end, so that earlier offsets hold. */
function rewrite({ runs, words }: Line, wording: string, own: Attributes): void {
  const looks = runs.flatMap(attributesOf)
  for (const { at, remove, insert } of stepsTo(words, wording).reverse()) {
    const around =
      remove > 0 ? looks.slice(at, at + remove) : looks.slice(Math.max(at - 1, 0), at + 1)
    let start = words.length
    let rest = insert
    for (const { text, index, length } of runs.toReversed()) {
      start -= length
      const end = Math.min(at + remove, start + length) - start
      const first = Math.max(at - start, 0)
      // It goes in behind the last letter that it replaces or follows.
      if (rest !== '' && (end > 0 || start === 0)) {
        text.insert(index + Math.max(end, 0), rest, borne(around, own))
        rest = ''
      }
      if (first < end) text.delete(index + first, end - first)
    }
  }
}

const isSame = (a: string, b: string) => a.normalize('NFC') === b.normalize('NFC')

/**
 * Its wording stands there already: after an answer that was sent twice, or a crash before its
 * record was written, the mark may be back on a part of it. What stood around its words tells:
 * around the wording there is more of it than around the mark.
 */
function isThere({ text }: FlatText, range: FlatRange | null, { wording, stand }: Wish): boolean {
  const whole = stand.before.length + stand.after.length
  const least = range ? contextScore(text, range, stand) + 1 : Math.max(whole, 1)
  const first = range ? Math.max(range[1] - wording.length, 0) : 0
  const last = range?.[0] ?? text.length
  for (let at = first; at <= last; at++) {
    if (!text.startsWith(wording, at)) continue
    if (contextScore(text, [at, at + wording.length], stand) >= least) return true
  }
  return false
}

/**
 * One step for everybody's undo and history; other comments and the formatting stay. Resolves when
 * it is on disk. Throws `words-gone`, `words-changed` when other words stand there than `expected`,
 * `across-paragraphs` when the wording has more or fewer paragraphs. Words that already read as
 * wished are left alone.
 */
export function reword(room: Room, wish: Wish): Promise<void> {
  const { thread, expected } = wish
  return room.edit(() => {
    const flat = flatten(room.fragment)
    const range = markedThreads(flat).get(thread) ?? null
    const fresh = wish.wording.normalize('NFC')
    if ((range || fresh === '') && isThere(flat, range, { ...wish, wording: fresh })) return
    if (!range) throw new Refusal('words-gone')
    if (isSame(flat.text.slice(...range), fresh)) return
    if (!rangeHolds(flat, range, expected)) throw new Refusal('words-changed')
    const lines = linesOf(flat, range)
    const wordings = fresh.split('\n')
    const fits =
      lines.length === wordings.length &&
      lines.every(({ words }, i) => words !== '' || wordings[i] === '')
    // Nothing at all in the place of many paragraphs leaves their empty shells: that is the editor's.
    if (!fits) throw new Refusal('across-paragraphs')
    const own = { [commentKey(thread)]: { thread } }
    // From the end: lines of one run would shift each other.
    for (const [i, line] of [...lines.entries()].reverse()) rewrite(line, wordings[i] ?? '', own)
  })
}
