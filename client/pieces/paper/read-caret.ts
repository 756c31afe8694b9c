// Reads where a key or a click has just put the caret, before the editor is drawn anew.
import type { EditorView } from '@tiptap/pm/view'

/**
 * The browser tells of a caret that was moved only after the frame that is just coming in; whoever
 * draws before that would put it back to where it was.
 */
export function readCaret(view: EditorView): void {
  const { domObserver } = view as unknown as {
    domObserver: { flush: () => void; forceFlush: () => void }
  }
  // What was put off is read first: while it waits, the other reads nothing.
  domObserver.forceFlush()
  domObserver.flush()
}
