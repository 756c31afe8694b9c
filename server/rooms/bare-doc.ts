// A Y.Doc that only takes in: the server adds nothing of its own to what people wrote.
import * as Y from 'yjs'

/**
 * Every client cleans formats up after an update, each time through the whole text, and tells us:
 * for made-up text that is quadratic, and what the server deleted would stand in no log.
 */
export function bareDoc(): Y.Doc {
  const doc = new Y.Doc()
  doc.on('afterTransaction', (transaction) => {
    transaction._needFormattingCleanup = false
  })
  return doc
}
