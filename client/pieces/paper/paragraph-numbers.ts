// The number of every paragraph in the margin; rebuilt only when the paper's structure changes.
import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { isFromDocument } from './collaboration'

type Spot = readonly [offset: number, size: number]

/** Nodes never change, so what was counted in one holds for ever. */
const counted = new WeakMap<Node, readonly Spot[]>()

/** The numbered paragraphs of a block, as `eachNumbered` of the shared outline counts them. */
function spotsIn(block: Node): readonly Spot[] {
  const known = counted.get(block)
  if (known) return known
  const spots: Spot[] = []
  const walk = (node: Node, offset: number) => {
    if (node.type.name === 'table') return
    if (node.type.name === 'paragraph') {
      if (!node.attrs.part && node.textContent.trim() !== '') spots.push([offset, node.nodeSize])
      return
    }
    if (node.isTextblock) return
    node.forEach((child, at) => {
      walk(child, offset + 1 + at)
    })
  }
  walk(block, 0)
  counted.set(block, spots)
  return spots
}

/** The paragraph numbers of a document: positions in order. */
export function numberedPositions(doc: Node): Spot[] {
  const found: Spot[] = []
  doc.forEach((block, position) => {
    for (const [offset, size] of spotsIn(block)) found.push([position + offset, size])
  })
  return found
}

function numbered(doc: Node): DecorationSet {
  return DecorationSet.create(
    doc,
    numberedPositions(doc).map(([from, size], index) =>
      Decoration.node(from, from + size, { 'data-number': String(index + 1) }),
    ),
  )
}

/** Only the words inside one top-level block changed, and it bears as many numbers as before. */
function isTyping(before: Node, after: Node): boolean {
  if (before.childCount !== after.childCount) return false
  let changed = 0
  for (let i = 0; i < after.childCount; i++) {
    const [old, now] = [before.child(i), after.child(i)]
    if (old === now) continue
    const isSame = now.isTextblock && old.sameMarkup(now)
    if (++changed > 1 || !isSame || spotsIn(old).length !== spotsIn(now).length) return false
  }
  return true
}

export const ParagraphNumbers = Extension.create({
  name: 'paragraphNumbers',
  addProseMirrorPlugins() {
    const key = new PluginKey<DecorationSet>('paragraphNumbers')
    return [
      new Plugin<DecorationSet>({
        key,
        state: {
          init: (_config, { doc }) => numbered(doc),
          apply: (transaction, set, before, after) => {
            if (!transaction.docChanged) return set
            return !isFromDocument(transaction) && isTyping(before.doc, after.doc)
              ? set.map(transaction.mapping, transaction.doc)
              : numbered(after.doc)
          },
        },
        props: { decorations: (state) => key.getState(state) },
      }),
    ]
  },
})
