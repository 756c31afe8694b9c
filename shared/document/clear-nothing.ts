// A copy of a paper that writes nothing by itself: it leaves the formats that others left around nothing.
import type * as Y from 'yjs'

/**
 * Yjs deletes them after every update of others, each time through the whole text, as a change of
 * one's own: a reader would write, fifty writers would each say the same, and what somebody types
 * between them at that moment would lose its format.
 */
export function clearNothing(doc: Y.Doc): void {
  doc.on('afterTransaction', (transaction) => {
    transaction._needFormattingCleanup = false
  })
}
