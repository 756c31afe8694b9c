// Worker thread: works on passing copies of papers, so that nobody waits for it.
import { createHash } from 'node:crypto'
import { deflateRawSync } from 'node:zlib'
import { yXmlFragmentToProsemirrorJSON } from 'y-prosemirror'
import * as Y from 'yjs'
import { canonical, canonicalBytes } from '../../shared/document/canonical'
import type { PaperNode } from '../../shared/document/outline'
import { rootName } from '../../shared/protocol'
import { docOf } from './bare-doc'
import { momentOf } from './moment'
import { editPaper } from './rewriting/edit-paper'

const textOf = (doc: Y.Doc) =>
  yXmlFragmentToProsemirrorJSON(doc.getXmlFragment(rootName)) as unknown as PaperNode

const read = (doc: Y.Doc) => JSON.stringify(canonical(textOf(doc)))

export interface Rewriting {
  readonly state: readonly Uint8Array[]
  readonly wished: PaperNode
}

/** The update that makes a paper read as wished, under a client ID that nobody has used; `null` when it does. */
export function rewritten({ state, wished }: Rewriting): Uint8Array | null {
  const doc = docOf(state)
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  doc.transact(() => editPaper(doc.getXmlFragment(rootName), wished))
  if (read(doc) !== JSON.stringify(canonical(wished))) {
    throw new Error('the paper does not read as wished')
  }
  return updates.length > 0 ? Y.mergeUpdates(updates) : null
}

export interface Keeping {
  readonly state: readonly Uint8Array[]
  readonly authors: ReadonlyMap<number, string | null>
}
export interface KeptMoment {
  readonly sha256: string
  /** The moment, packed. */
  readonly bytes: Uint8Array
}

export function moment({ state, authors }: Keeping): KeptMoment {
  const doc = docOf(state)
  const made = momentOf(doc, (clientId) => authors.get(clientId) ?? null, textOf)
  const sha256 = createHash('sha256').update(canonicalBytes(made.text)).digest('hex')
  return { sha256, bytes: deflateRawSync(JSON.stringify(made)) }
}
