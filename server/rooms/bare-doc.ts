// A Y.Doc that only takes in: the server adds nothing of its own to what people wrote.
import * as Y from 'yjs'
import { clearNothing } from '../../shared/document/clear-nothing'

/**
 * Items that a transaction tries to join with their neighbours, one by one, each time moving all of
 * their client's: with a text that goes after its hundred thousand letters went, for a minute. Not
 * joined they only take more room.
 */
const mostJoined = 2000

/** What the server deleted would stand in no log. */
export function bareDoc(): Y.Doc {
  const doc = new Y.Doc()
  clearNothing(doc)
  doc.on('afterTransaction', ({ _mergeStructs }) => {
    if (_mergeStructs.length > mostJoined) _mergeStructs.length = 0
  })
  return doc
}

/** What a log holds, or a part of it. */
export interface Parts {
  readonly snapshot: { readonly update: Uint8Array } | null
  readonly updates: readonly Uint8Array[]
}

/** The state first, then what came after it. */
export const partsOf = ({ snapshot, updates }: Parts): Uint8Array[] =>
  snapshot ? [snapshot.update, ...updates] : [...updates]

/** The document that updates add up to, applied in order in one transaction. */
export function docOf(parts: readonly Uint8Array[]): Y.Doc {
  const doc = bareDoc()
  doc.transact(() => {
    for (const part of parts) Y.applyUpdate(doc, part)
  })
  return doc
}
