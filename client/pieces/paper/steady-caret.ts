// One's own caret stays with the letter before it: words that others put in just there come after it.
import { NodeSelection, Plugin } from '@tiptap/pm/state'
import { absolutePositionToRelativePosition, ySyncPluginKey } from 'y-prosemirror'
import * as Y from 'yjs'
import type { LiveDocument } from '../live/live-document'

/**
 * The binding throws where a selected node is gone, and draws nothing of what others did: what one
 * writes next would undo it. A node is selected again only while it is there.
 */
const whileThere = (doc: Y.Doc, anchor: Y.RelativePosition) => ({
  anchor,
  head: anchor,
  get type() {
    const item = anchor.item && Y.getItem(doc.store, anchor.item)
    return item instanceof Y.Item && !item.deleted ? 'node' : 'text'
  },
})

/**
 * The binding keeps the caret with the letter after it. UniKey takes back what it has written by
 * Backspace, whatever stands there by then: it would take back a colleague's letters.
 */
export const steadyCaret = (live: LiveDocument) =>
  new Plugin({
    view: (view) => {
      const hold = () => {
        const { binding, type } = ySyncPluginKey.getState(view.state) ?? {}
        const { selection } = view.state
        // The binding's words for a caret; it keeps what it finds set.
        if (!binding?.prosemirrorView || binding.mapping.size === 0) return
        if (selection instanceof NodeSelection) {
          const anchor = absolutePositionToRelativePosition(selection.from, type, binding.mapping)
          binding.beforeTransactionSelection = whileThere(live.doc, anchor)
        }
        if (!selection.empty) return
        const found = absolutePositionToRelativePosition(selection.head, type, binding.mapping)
        const at = Y.createAbsolutePositionFromRelativePosition(found, live.doc)
        if (!(at?.type instanceof Y.XmlText)) return
        const caret = Y.createRelativePositionFromTypeIndex(at.type, at.index, -1)
        binding.beforeTransactionSelection = { type: 'text', anchor: caret, head: caret }
      }
      live.doc.on('beforeAllTransactions', hold)
      return { destroy: () => live.doc.off('beforeAllTransactions', hold) }
    },
  })
