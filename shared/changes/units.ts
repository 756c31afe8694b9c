// A paper as a row of blocks that can be compared: paragraphs and headings with their words, tables, pictures.
import { clean, formOf } from '../document/canonical'
import type { PaperNode } from '../document/outline'

export interface Word {
  /** Words with the same key are the same word, however their letters are composed. */
  readonly key: string
  readonly from: number
  readonly to: number
}

/** What stands in a paragraph or a heading: a hard break is `\n`, anything else that is no letter `\ufffc`. */
export interface Inline {
  readonly text: string
  /** The form of every letter: its marks as JSON, without comments. */
  readonly forms: readonly string[]
  readonly words: readonly Word[]
}

/** A node that blocks stand in, and its place in its parent. */
export interface Step {
  readonly node: PaperNode
  readonly index: number
}

export interface Unit {
  readonly node: PaperNode
  /** What it stands in, the outermost first: lists and their items. */
  readonly path: readonly Step[]
  readonly index: number
  /** `null` for what is no paragraph and no heading. */
  readonly inline: Inline | null
  /** Units with the same key are equal to the last mark. */
  readonly key: string
  /** How often each word that has letters occurs. */
  readonly bag: ReadonlyMap<string, number>
  /** How many words with letters there are. */
  readonly size: number
}

/** A word of letters and digits, or one other sign with its accents. */
const word = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*|\p{M}+|[^\p{L}\p{N}\p{M}]\p{M}*/gu
const hasLetters = /[\p{L}\p{N}]/u

export const isTextblock = ({ type }: PaperNode): boolean =>
  type === 'paragraph' || type === 'heading'

/** One text of several composed letters in different forms is no word that could be told from its own kind. */
function keyOf(text: string, forms: readonly string[], from: number, to: number): string {
  const raw = text.slice(from, to)
  const key = raw.normalize('NFC')
  if (key === raw) return key
  for (let at = from + 1; at < to; at++) if (forms[at] !== forms[from]) return `${raw}\0${from}`
  return key
}

export function inlineOf({ content = [] }: PaperNode): Inline {
  const forms: string[] = []
  let text = ''
  for (const child of content) {
    const piece = child.text ?? (child.type === 'hardBreak' ? '\n' : '\ufffc')
    const marks = child.text === undefined ? [] : formOf(child)
    const form = marks.length === 0 ? '' : JSON.stringify(marks)
    text += piece
    for (let i = 0; i < piece.length; i++) forms.push(form)
  }
  const words = [...text.matchAll(word)].map(({ 0: found, index }) => {
    const to = index + found.length
    return { key: keyOf(text, forms, index, to), from: index, to }
  })
  return { text, forms, words }
}

function bagOf(inlines: readonly Inline[]): { bag: Map<string, number>; size: number } {
  const bag = new Map<string, number>()
  let size = 0
  for (const { words } of inlines) {
    for (const { key } of words) {
      if (!hasLetters.test(key)) continue
      size += 1
      bag.set(key, (bag.get(key) ?? 0) + 1)
    }
  }
  return { bag, size }
}

const inlinesBelow = (node: PaperNode): Inline[] =>
  isTextblock(node) ? [inlineOf(node)] : (node.content ?? []).flatMap(inlinesBelow)

export function unitOf(node: PaperNode, path: readonly Step[], index: number): Unit {
  const inline = isTextblock(node) ? inlineOf(node) : null
  const counted = bagOf(inline ? [inline] : inlinesBelow(node))
  return { node, path, index, inline, key: JSON.stringify(clean(node)), ...counted }
}

/** The blocks below a node in order; lists are opened, tables are one block each. */
export function unitsOf(parent: PaperNode, path: readonly Step[] = []): Unit[] {
  return (parent.content ?? []).flatMap((node, index) => {
    const isOpened = node.type !== 'table' && !isTextblock(node) && (node.content ?? []).length > 0
    return isOpened ? unitsOf(node, [...path, { node, index }]) : [unitOf(node, path, index)]
  })
}
