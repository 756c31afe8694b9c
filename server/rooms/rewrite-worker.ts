// Worker thread: the update that makes a paper read as another one, made in a passing copy.
import { yXmlFragmentToProsemirrorJSON } from 'y-prosemirror'
import * as Y from 'yjs'
import { canonical } from '../../shared/document/canonical'
import type { PaperNode } from '../../shared/document/outline'
import { rootName } from '../../shared/protocol'
import { docOf } from './bare-doc'
import { editPaper } from './rewrite/edit-paper'

const read = (root: Y.XmlFragment) =>
  JSON.stringify(canonical(yXmlFragmentToProsemirrorJSON(root) as unknown as PaperNode))

export interface Rewriting {
  readonly state: Uint8Array
  readonly wished: PaperNode
}

/** Under a client ID that nobody has used; `null` when the paper reads so already. */
export function rewritten({ state, wished }: Rewriting): Uint8Array | null {
  const doc = docOf([state])
  const root = doc.getXmlFragment(rootName)
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  doc.transact(() => editPaper(root, wished))
  if (read(root) !== JSON.stringify(canonical(wished))) {
    throw new Error('the paper does not read as wished')
  }
  return updates.length > 0 ? Y.mergeUpdates(updates) : null
}
