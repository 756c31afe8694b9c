// Words that are looked for in the open paper: found anew when it changes, and only while somebody looks.
import { type Editor, Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import {
  type EditorState,
  Plugin,
  PluginKey,
  type PluginView,
  type Transaction,
} from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import { yUndoPluginKey } from 'y-prosemirror'
import {
  changedPart,
  findText,
  type Hit,
  type Letters,
  lettersOf,
  type Wish,
} from '../../../../shared/document/find-text'
import { isFromDocument } from '../collaboration'
import { readCaret } from '../read-caret'

interface Found {
  readonly wish: Wish | null
  /** ProseMirror positions. */
  readonly hits: readonly Hit[]
  /** Which hit is in hand. */
  readonly at: number
  readonly set: DecorationSet
}

const key = new PluginKey<Found>('find')
const nothing: Found = { wish: null, hits: [], at: -1, set: DecorationSet.empty }
export const foundIn = (state: EditorState): Found => key.getState(state) ?? nothing

/** Nodes never change, so a block is read once. */
const read = new WeakMap<Node, Letters>()
function lettersIn(block: Node): Letters {
  const known = read.get(block)
  if (known) return known
  // One sign for whatever is no text, so that places stay those of the block.
  const letters = lettersOf(
    block.textBetween(0, block.content.size, '', ({ type }) =>
      type.name === 'hardBreak' ? '\n' : '\ufffc',
    ),
  )
  read.set(block, letters)
  return letters
}

function hitsIn(doc: Node, wish: Wish): Hit[] {
  const hits: Hit[] = []
  doc.descendants((node, position) => {
    if (!node.isTextblock) return true
    for (const [from, to] of findText(lettersIn(node), wish)) {
      hits.push([position + 1 + from, position + 1 + to])
    }
    return false
  })
  return hits
}

/** One letter stands in a long paper thousands of times: those around the hit in hand are enough to see. */
const drawnAround = 150

function draw(doc: Node, hits: readonly Hit[], at: number): DecorationSet {
  const first = Math.max(0, at - drawnAround)
  const near = hits.slice(first, at + drawnAround + 1)
  const drawn = near.map(([from, to], index) =>
    Decoration.inline(from, to, {
      class: first + index === at ? 'find-hit is-current' : 'find-hit',
    }),
  )
  return DecorationSet.create(doc, drawn)
}

/** The hit nearest behind a position, or the first. */
const nearest = (hits: readonly Hit[], position: number): number => {
  const at = hits.findIndex(([, to]) => to > position)
  return at < 0 ? Math.min(0, hits.length - 1) : at
}

type Meta = { readonly wish: Wish | null; readonly near: number } | { readonly at: number }

function next(tr: Transaction, before: Found): Found {
  const meta = tr.getMeta(key) as Meta | undefined
  if (meta && 'at' in meta) {
    return { ...before, at: meta.at, set: draw(tr.doc, before.hits, meta.at) }
  }
  const wish = meta ? meta.wish : before.wish
  if (wish === null || wish.words === '') return { ...nothing, wish }
  if (!meta && !tr.docChanged) return before
  // One's own letters: nothing is drawn anew under the hand that types.
  if (!meta && !isFromDocument(tr)) return moved(tr, before)
  const hits = hitsIn(tr.doc, wish)
  const near = meta ? meta.near : tr.mapping.map(before.hits[before.at]?.[0] ?? 0)
  // A paper that others change is replaced as a whole: then the number of the hit tells more.
  const at = meta ? nearest(hits, near) : keptAt(before, hits, near)
  return { wish, hits, at, set: draw(tr.doc, hits, at) }
}

const moved = (tr: Transaction, before: Found): Found => ({
  ...before,
  hits: before.hits.map(([from, to]): Hit => [tr.mapping.map(from), tr.mapping.map(to, -1)]),
  set: before.set.map(tr.mapping, tr.doc),
})

/** Some time after the last letter all is looked for again. */
const restMs = 500

function lookAgainWhenResting(view: EditorView): PluginView {
  let timer: ReturnType<typeof setTimeout> | undefined
  const look = () => {
    const { wish, hits, at } = foundIn(view.state)
    if (view.isDestroyed || wish === null) return
    if (view.composing) return later()
    readCaret(view)
    const near = hits[at]?.[0] ?? view.state.selection.from
    view.dispatch(view.state.tr.setMeta(key, { wish, near } satisfies Meta))
  }
  const later = () => {
    clearTimeout(timer)
    timer = setTimeout(look, restMs)
  }
  return {
    update: ({ state }, before) => {
      if (foundIn(state).wish !== null && !state.doc.eq(before.doc)) later()
    },
    destroy: () => clearTimeout(timer),
  }
}

function keptAt({ at }: Found, hits: readonly Hit[], near: number): number {
  const [from] = hits[at] ?? []
  return from === near ? at : Math.min(Math.max(at, 0), hits.length - 1)
}

export const Find = Extension.create({
  name: 'find',
  addProseMirrorPlugins: () => [
    new Plugin<Found>({
      key,
      state: { init: () => nothing, apply: (tr, before) => next(tr, before) },
      view: lookAgainWhenResting,
      props: { decorations: (state) => key.getState(state)?.set },
    }),
  ],
})

/** Looks for these words from the caret on; `null` ends it. */
export function lookFor({ view }: Editor, wish: Wish | null): void {
  const { tr, selection } = view.state
  const { hits, at } = foundIn(view.state)
  view.dispatch(tr.setMeta(key, { wish, near: hits[at]?.[0] ?? selection.from } satisfies Meta))
}

/** To the next hit, or back; round the end of the paper. */
export function stepTo({ view }: Editor, by: 1 | -1): void {
  const { hits, at } = foundIn(view.state)
  if (hits.length === 0) return
  const to = (Math.max(at, by > 0 ? -1 : 0) + by + hits.length) % hits.length
  view.dispatch(view.state.tr.setMeta(key, { at: to } satisfies Meta))
}

function put(tr: Transaction, [from, to]: Hit, words: string): void {
  const part = changedPart(tr.doc.textBetween(from, to, '', '\n'), words)
  const [first, last] = [from + part.from, from + part.to]
  // The letter that goes, or else the one before, tells how the new ones look and whose comment they are.
  const marks = tr.doc.nodeAt(Math.max(from, Math.min(first, to - 1)))?.marks ?? []
  if (part.put === '') tr.delete(first, last)
  else tr.replaceWith(first, last, tr.doc.type.schema.text(part.put.normalize('NFC'), marks))
}

/** One step of undo, whatever was typed just before. */
function inOneStep({ view }: Editor, change: (tr: Transaction) => void): void {
  const { undoManager } = yUndoPluginKey.getState(view.state) ?? {}
  undoManager?.stopCapturing()
  const { tr } = view.state
  change(tr)
  view.dispatch(tr)
  undoManager?.stopCapturing()
}

/** Replaces the hit in hand, and goes to the next. */
export function replaceOne(editor: Editor, words: string): void {
  const { wish, hits, at } = foundIn(editor.state)
  const hit = hits[at]
  if (!hit || !editor.isEditable) return
  inOneStep(editor, (tr) => {
    put(tr, hit, words)
    tr.setMeta(key, { wish, near: hit[0] + words.length } satisfies Meta)
  })
}

/** Replaces them all; says how many. */
export function replaceAll(editor: Editor, words: string): number {
  const { wish, hits } = foundIn(editor.state)
  if (hits.length === 0 || !editor.isEditable) return 0
  inOneStep(editor, (tr) => {
    for (const hit of hits.toReversed()) put(tr, hit, words)
    tr.setMeta(key, { wish, near: 0 } satisfies Meta)
  })
  return hits.length
}

/** Brings the hit in hand to the middle of what is seen; the keyboard stays where it is. */
export function showHit({ view }: Editor): void {
  const { hits, at } = foundIn(view.state)
  const [from] = hits[at] ?? []
  if (from === undefined) return
  const { node, offset } = view.domAtPos(from + 1)
  const shown = node.nodeType === 3 ? node.parentElement : (node.childNodes[offset] ?? node)
  if (shown instanceof Element) shown.scrollIntoView({ block: 'center' })
}
