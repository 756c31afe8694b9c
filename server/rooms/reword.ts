// Puts new wording in the place of a comment's words, changing only the letters that differ.
import { diffWordsWithSpace } from 'diff'
import type * as Y from 'yjs'
import {
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

/** One line of the words: a stretch of a single run of text. */
interface Line {
  readonly text: Y.XmlText
  readonly index: number
  readonly words: string
}

interface Wish {
  readonly thread: string
  /** The words that are to be replaced, as the person who decides has seen them. */
  readonly expected: string
  readonly wording: string
}

/** The lines of a range; `null` for one that is empty, or does not stand in a single run. */
function linesOf(flat: FlatText, [from, to]: FlatRange): (Line | null)[] {
  let at = from
  return flat.text
    .slice(from, to)
    .split('\n')
    .map((words) => {
      const [slice, ...more] = slices(flat, [at, at + words.length])
      at += words.length + 1
      return slice && more.length === 0 ? { text: slice.text, index: slice.index, words } : null
    })
}

/** The attributes of every character of a run. */
function attributesOf(text: Y.XmlText): Attributes[] {
  return (text.toDelta() as { insert: unknown; attributes?: Attributes }[]).flatMap(
    ({ insert, attributes = {} }) =>
      Array<Attributes>(typeof insert === 'string' ? insert.length : 1).fill(attributes),
  )
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

/** The whole words that differ are replaced, from the end, so that earlier offsets hold. */
function rewrite({ text, index, words }: Line, wording: string, own: Attributes): void {
  const looks = attributesOf(text)
  const steps: { at: number; remove: number; insert: string }[] = []
  let at = index
  for (const { value, added, removed } of diffWordsWithSpace(words, wording)) {
    const last = steps.at(-1)
    if (removed) steps.push({ at, remove: value.length, insert: '' })
    // What comes in where something goes out takes its place.
    else if (added && last && last.at + last.remove === at) last.insert += value
    else if (added) steps.push({ at, remove: 0, insert: value })
    if (!added) at += value.length
  }
  for (const { at, remove, insert } of steps.reverse()) {
    const around =
      remove > 0
        ? looks.slice(at, at + remove)
        : looks.slice(Math.max(at - 1, index), Math.min(at + 1, index + words.length))
    if (insert !== '') text.insert(at + remove, insert, borne(around, own))
    if (remove > 0) text.delete(at, remove)
  }
}

const isSame = (a: string, b: string) => a.normalize('NFC') === b.normalize('NFC')

/**
 * One step for everybody's undo and history; other comments and the formatting stay. Resolves when
 * it is on disk. Throws `words-gone`, `words-changed` when other words stand there than `expected`,
 * `across-paragraphs` when the wording has more or fewer paragraphs. Words that already read as
 * wished are left alone.
 */
export function reword(room: Room, { thread, expected, wording }: Wish): Promise<void> {
  return room.edit(() => {
    const flat = flatten(room.fragment)
    const range = markedThreads(flat).get(thread)
    if (!range) throw new Refusal('words-gone')
    const fresh = wording.normalize('NFC')
    if (isSame(flat.text.slice(...range), fresh)) return
    if (!rangeHolds(flat, range, expected)) throw new Refusal('words-changed')
    const lines = linesOf(flat, range)
    const wordings = fresh.split('\n')
    const fits =
      lines.length === wordings.length &&
      lines.every((line, i) => line !== null || wordings[i] === '')
    // Nothing at all in the place of many paragraphs leaves their empty shells: that is the editor's.
    if (!fits) throw new Refusal('across-paragraphs')
    const own = { [commentKey(thread)]: { thread } }
    // From the end: lines of one run would shift each other.
    for (const [i, line] of [...lines.entries()].reverse()) {
      if (line) rewrite(line, wordings[i] ?? '', own)
    }
  })
}
