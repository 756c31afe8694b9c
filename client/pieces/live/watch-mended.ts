// A reader's copy that may lack what others have again: it has to be opened anew.
import { ySyncPluginKey } from 'y-prosemirror'
import type * as Y from 'yjs'

/** What follows one another within this time is waited for together. */
const settledMs = 2000

/** The writers' own mending, which deletes what is deleted here, changes nothing. */
const changesAnything = ({ beforeState, afterState, deleteSet }: Y.Transaction) =>
  deleteSet.clients.size > 0 ||
  [...afterState].some(([client, clock]) => clock > (beforeState.get(client) ?? 0))

/**
 * The editor's binding deletes what cannot be shown, such as a table whose rows two writers took
 * away, and a reader tells nobody. A row that comes later would be seen by all others and not here:
 * `strayed` is called once, a moment after anything changed a copy that was mended so.
 */
export function watchMended(doc: Y.Doc, strayed: () => void): void {
  let isMended = false
  const heard = (transaction: Y.Transaction) => {
    if (transaction.origin === ySyncPluginKey) isMended ||= transaction.deleteSet.clients.size > 0
    else if (isMended && changesAnything(transaction)) {
      doc.off('afterTransaction', heard)
      window.setTimeout(strayed, settledMs)
    }
  }
  doc.on('afterTransaction', heard)
}
