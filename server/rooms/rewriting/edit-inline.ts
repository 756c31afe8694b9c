// Edits one live paragraph into its wished form: only letters, marks and breaks that differ.
import * as Y from 'yjs'
import { type Inline, inlineOf } from '../../../shared/changes/units'
import type { PaperNode } from '../../../shared/document/outline'
import type { Attributes, LiveNode } from './live-paper'
import type { Kept } from './plan'

/** A stretch of text, or one node between two: a hard break. `from` and `to` count letters. */
interface Item {
  readonly isText: boolean
  readonly from: number
  readonly to: number
}
interface LiveItem extends Item {
  /** Its first child of the paragraph, and how many there are. */
  readonly at: number
  readonly texts: readonly Y.XmlText[]
}
interface NewItem extends Item {
  readonly node: PaperNode | null
}

function liveItems(y: LiveNode['y']): LiveItem[] {
  const items: LiveItem[] = []
  let offset = 0
  for (const [at, child] of y.toArray().entries()) {
    const last = items.at(-1)
    if (!(child instanceof Y.XmlText)) {
      items.push({ isText: false, from: offset, to: ++offset, at, texts: [] })
    } else {
      const from = last?.isText ? last.from : offset
      offset += child.length
      const texts = last?.isText ? [...last.texts, child] : [child]
      if (last?.isText) items.pop()
      items.push({ isText: true, from, to: offset, at: last?.isText ? last.at : at, texts })
    }
  }
  return items
}

function newItems({ content = [] }: PaperNode): NewItem[] {
  const items: NewItem[] = []
  let offset = 0
  for (const node of content) {
    const last = items.at(-1)
    if (node.text === undefined) items.push({ isText: false, from: offset, to: ++offset, node })
    else {
      const from = last?.isText ? last.from : offset
      offset += node.text.length
      if (last?.isText) items.pop()
      items.push({ isText: true, from, to: offset, node: null })
    }
  }
  return items
}

/** Which stretches stay, each with the one it becomes: those that share the most letters, in order. */
function staying(
  live: readonly LiveItem[],
  wanted: readonly NewItem[],
  kept: readonly Kept[],
): [LiveItem, NewItem][] {
  const shared = new Map<LiveItem, Map<NewItem, number>>()
  for (const item of live) {
    const counts = new Map<NewItem, number>()
    for (const { oldFrom, oldTo, newFrom } of kept) {
      const start = Math.max(item.from, oldFrom)
      const end = Math.min(item.to, oldTo)
      if (start >= end) continue
      const at = newFrom + start - oldFrom
      const into = wanted.find((one) => one.isText === item.isText && one.from <= at && at < one.to)
      if (into) counts.set(into, (counts.get(into) ?? 0) + end - start)
    }
    shared.set(item, counts)
  }
  const pairs: [LiveItem, NewItem][] = []
  let last = -1
  for (const item of live) {
    const best = [...(shared.get(item) ?? [])].sort(([, p], [, q]) => q - p)[0]?.[0]
    if (!best || wanted.indexOf(best) <= last) continue
    last = wanted.indexOf(best)
    pairs.push([item, best])
  }
  const [only, next] = [live[0], wanted[0]]
  const isOnly = live.length === 1 && wanted.length === 1 && only?.isText && next?.isText
  return pairs.length === 0 && isOnly ? [[only, next]] : pairs
}

const marksAt = (form: string): Record<string, unknown> =>
  Object.fromEntries(
    form === ''
      ? []
      : (JSON.parse(form) as { type: string; attrs?: object }[]).map(({ type, attrs }) => [
          type,
          attrs ?? {},
        ]),
  )

/** What has to be written over one form to get the other. */
function reform(from: string, to: string): Record<string, unknown> {
  const [old, fresh] = [marksAt(from), marksAt(to)]
  const gone = Object.keys(old).filter((key) => !(key in fresh))
  const come = Object.entries(fresh).filter(
    ([key, value]) => JSON.stringify(old[key]) !== JSON.stringify(value),
  )
  return Object.fromEntries([...gone.map((key) => [key, null]), ...come])
}

/** What the wished paragraph is made of. */
export interface Wished {
  readonly node: PaperNode
  readonly inline: Inline
  readonly comments: readonly Attributes[]
}

/** Letters with the same form and the same comments, as Yjs takes them. */
function runsBetween({ inline, comments }: Wished, from: number, to: number) {
  const runs: { insert: string; attributes: Record<string, unknown> }[] = []
  for (let at = from; at < to; ) {
    let end = at + 1
    while (end < to && inline.forms[end] === inline.forms[at] && comments[end] === comments[at]) {
      end++
    }
    const attributes = { ...marksAt(inline.forms[at] ?? ''), ...comments[at] }
    runs.push({ insert: inline.text.slice(at, end), attributes })
    at = end
  }
  return runs
}

export function inlineChildren(wished: Wished): (Y.XmlText | Y.XmlElement)[] {
  return newItems(wished.node).map((item) => made(wished, item))
}

function made(wished: Wished, { node, from, to }: NewItem): Y.XmlText | Y.XmlElement {
  if (node) return new Y.XmlElement(node.type)
  const text = new Y.XmlText()
  text.applyDelta(runsBetween(wished, from, to))
  return text
}

/** One stretch of text in the runs that hold it, addressed by the paragraph's letters. */
class Stretch {
  readonly #texts: readonly Y.XmlText[]
  readonly #start: number

  constructor({ texts, from }: LiveItem) {
    this.#texts = texts
    this.#start = from
  }

  insert(at: number, letters: string, attributes: Record<string, unknown>): void {
    let rest = at - this.#start
    for (const [i, text] of this.#texts.entries()) {
      if (rest <= text.length || i === this.#texts.length - 1) {
        return text.insert(rest, letters, { ...attributes })
      }
      rest -= text.length
    }
  }

  over(from: number, to: number, work: (text: Y.XmlText, at: number, length: number) => void) {
    let start = this.#start
    const parts = this.#texts.flatMap((text) => {
      const [first, last] = [Math.max(from, start), Math.min(to, start + text.length)]
      const part = { text, at: first - start, length: last - first }
      start += text.length
      return part.length > 0 ? [part] : []
    })
    for (const { text, at, length } of parts.reverse()) work(text, at, length)
  }
}

/** From the end, so that earlier offsets hold. */
function editText(
  item: LiveItem,
  wanted: NewItem,
  kept: readonly Kept[],
  old: Inline,
  wished: Wished,
): void {
  const stretch = new Stretch(item)
  let [oldEnd, newEnd] = [item.to, wanted.to]
  const replace = (oldFrom: number, newFrom: number) => {
    let at = oldEnd
    for (const { insert, attributes } of runsBetween(wished, newFrom, newEnd)) {
      stretch.insert(at, insert, attributes)
      at += insert.length
    }
    stretch.over(oldFrom, oldEnd, (text, at, length) => text.delete(at, length))
  }
  for (const one of within(kept, item, wanted).reverse()) {
    replace(one.oldTo, one.newTo)
    reformKept(stretch, one, old, wished.inline)
    oldEnd = one.oldFrom
    newEnd = one.newFrom
  }
  replace(item.from, wanted.from)
}

function reformKept(stretch: Stretch, one: Kept, old: Inline, fresh: Inline): void {
  const isExact = one.oldTo - one.oldFrom === one.newTo - one.newFrom
  const formAt = (at: number) => fresh.forms[isExact ? one.newFrom + at - one.oldFrom : one.newFrom]
  for (let at = one.oldFrom; at < one.oldTo; ) {
    const [from, to] = [old.forms[at] ?? '', formAt(at) ?? '']
    let end = at + 1
    while (end < one.oldTo && old.forms[end] === from && formAt(end) === to) end++
    const change = from === to ? {} : reform(from, to)
    if (Object.keys(change).length > 0) {
      stretch.over(at, end, (text, index, length) => text.format(index, length, { ...change }))
    }
    at = end
  }
}

/** What stays, cut to two stretches. A word that was composed anew is not cut: it stands in one. */
function within(kept: readonly Kept[], item: Item, wanted: Item): Kept[] {
  return kept.flatMap((one) => {
    const isExact = one.oldTo - one.oldFrom === one.newTo - one.newFrom
    const shift = one.newFrom - one.oldFrom
    const oldFrom = Math.max(one.oldFrom, item.from, isExact ? wanted.from - shift : 0)
    const oldTo = Math.min(one.oldTo, item.to, isExact ? wanted.to - shift : one.oldTo)
    if (oldFrom >= oldTo) return []
    if (isExact) {
      return [{ ...one, oldFrom, oldTo, newFrom: oldFrom + shift, newTo: oldTo + shift }]
    }
    const isWhole =
      oldFrom === one.oldFrom &&
      oldTo === one.oldTo &&
      wanted.from <= one.newFrom &&
      one.newTo <= wanted.to
    return isWhole ? [one] : []
  })
}

/** `kept` are the words that stay of this very paragraph. */
export function editInline(live: LiveNode, wished: Wished, kept: readonly Kept[]): void {
  const { y } = live
  const items = liveItems(y)
  const wanted = newItems(wished.node)
  if (wanted.length === 0) {
    // A text that is empty still takes in what others are writing there.
    for (const { isText, texts, at } of items.reverse()) {
      if (!isText) y.delete(at, 1)
      for (const text of texts) text.delete(0, text.length)
    }
    return
  }
  const old = inlineOf(live.node)
  const pairs = staying(items, wanted, kept)
  let [end, last] = [y.length, wanted.length]
  const replace = (from: number, first: number) => {
    const fresh = wanted.slice(first, last).map((item) => made(wished, item))
    if (from < end) y.delete(from, end - from)
    if (fresh.length > 0) y.insert(from, fresh)
  }
  for (const [item, into] of pairs.toReversed()) {
    replace(item.at + Math.max(1, item.texts.length), wanted.indexOf(into) + 1)
    end = item.at
    last = wanted.indexOf(into)
  }
  replace(0, 0)
  for (const [item, into] of pairs) {
    if (item.isText) editText(item, into, kept, old, wished)
  }
}
