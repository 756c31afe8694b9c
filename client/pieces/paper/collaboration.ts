// Binds the editor to a live document: text, undo of one's own changes, others' carets.
import { type Editor, Extension } from '@tiptap/core'
import { type EditorState, Plugin } from '@tiptap/pm/state'
import {
  redo,
  undo,
  yCursorPlugin,
  yCursorPluginKey,
  ySyncPlugin,
  ySyncPluginKey,
  yUndoPlugin,
  yUndoPluginKey,
} from 'y-prosemirror'
import type { LiveDocument } from '../live/live-document'
import { afterWord } from './after-word'
import { caretBuilder, selectionOf } from './carets'
import { composingHolds } from './composing-holds'
import { type LastingUndoManager, ownChanges } from './own-undo'
import { readCaret } from './read-caret'
import { steadyCaret } from './steady-caret'

/** A change that came from the document, not from this person's hands. */
export const isFromDocument = (transaction: { getMeta: (key: typeof ySyncPluginKey) => unknown }) =>
  (transaction.getMeta(ySyncPluginKey) as { isChangeOrigin?: boolean } | undefined)
    ?.isChangeOrigin === true

/**
 * Whoever may not write changes nothing. Nor does a plugin tidy up after what comes from others, an
 * uneven table for one: the binding would not write it, and this page would show what nobody else has.
 */
const nothingElseChanges = (editor: Editor, { mayWrite }: LiveDocument, isOthers: () => boolean) =>
  new Plugin({
    filterTransaction: (transaction) =>
      !transaction.docChanged || isFromDocument(transaction) || (editor.isEditable && !isOthers()),
    view: (view) => {
      // An empty paper is shown as one empty paragraph, which the binding would write into it.
      if (!mayWrite)
        ySyncPluginKey.getState(view.state).binding._prosemirrorChanged = () => undefined
      return {}
    },
  })

export function collaboration(live: LiveDocument) {
  // Made with the editor, not before: one without an editor would listen to the paper for ever.
  let undoManager: LastingUndoManager | null = null
  /** Gives up what is to be drawn after the word. */
  let drawLater: (() => void) | null = null
  /** What others wrote is being taken in. */
  let isOthers = false
  return Extension.create({
    name: 'collaboration',
    // Before every other plugin: they see the document the binding has filled.
    priority: 1000,
    addProseMirrorPlugins() {
      undoManager ??= ownChanges(live.fragment)
      return [
        ySyncPlugin(live.fragment),
        yCursorPlugin(live.awareness, {
          cursorBuilder: caretBuilder(),
          selectionBuilder: selectionOf,
        }),
        yUndoPlugin({ undoManager }),
        steadyCaret(live),
        composingHolds(live),
        nothingElseChanges(this.editor, live, () => isOthers),
      ]
    },
    // The binding draws others' carets a moment after they came: one's own may have moved meanwhile,
    // or a word may have been begun, which the browser would lose and double its first letter.
    dispatchTransaction({ transaction, next }) {
      const drawsCarets = transaction.getMeta(yCursorPluginKey)
      const { view } = this.editor
      if (!drawsCarets) {
        isOthers = isFromDocument(transaction)
        try {
          return next(transaction)
        } finally {
          isOthers = false
        }
      }
      if (view.composing) {
        drawLater ??= afterWord(view, () => {
          drawLater = null
          view.dispatch(view.state.tr.setMeta(yCursorPluginKey, drawsCarets))
        })
        return
      }
      const { state } = view
      readCaret(view)
      const isStale = view.state !== state
      next(isStale ? view.state.tr.setMeta(yCursorPluginKey, drawsCarets) : transaction)
    },
    onDestroy: () => {
      drawLater?.()
      drawLater = null
      undoManager?.end()
    },
    addKeyboardShortcuts() {
      const run = (act: (state: EditorState) => boolean) => () => {
        if (this.editor.isEditable) act(this.editor.state)
        return true
      }
      return { 'Mod-z': run(undo), 'Mod-y': run(redo), 'Shift-Mod-z': run(redo) }
    },
  })
}

/** What can be undone and redone; only this person's own changes count. */
export function undoDepth(editor: Editor): { undo: boolean; redo: boolean } {
  const manager = yUndoPluginKey.getState(editor.state)?.undoManager
  if (manager) return { undo: manager.undoStack.length > 0, redo: manager.redoStack.length > 0 }
  // A text that nobody shares has the editor's own history.
  const { undo, redo }: { undo?: () => boolean; redo?: () => boolean } = editor.can()
  return { undo: undo?.() === true, redo: redo?.() === true }
}
