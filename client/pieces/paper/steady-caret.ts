// One's own caret stays with the letter before it: words that others put in just there come after it.
import { Plugin } from '@tiptap/pm/state'
import { absolutePositionToRelativePosition, ySyncPluginKey } from 'y-prosemirror'
import * as Y from 'yjs'
import type { LiveDocument } from '../live/live-document'

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
        if (!binding?.prosemirrorView || !selection.empty || binding.mapping.size === 0) return
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
