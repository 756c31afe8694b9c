// New blocks as one Yjs update that can be applied to a paper it does not hold: only the block before them is known.
import * as encoding from 'lib0/encoding'
import { prosemirrorJSONToYXmlFragment } from 'y-prosemirror'
import * as Y from 'yjs'
import type { PaperNode } from '../../shared/document/outline'
import { paperSchema } from '../../shared/document/schema'
import { rootName } from '../../shared/protocol'

export interface Weaving {
  readonly content: readonly PaperNode[]
  /** Under which the blocks are written; new in the paper. */
  readonly clientId: number
  /** The block behind which they stand; `null` in an empty paper. */
  readonly after: { readonly client: number; readonly clock: number } | null
}

/** One block under an id, and nothing before it: what its client wrote earlier is not told. */
function standIn({ client, clock }: NonNullable<Weaving['after']>): Uint8Array {
  const encoder = encoding.createEncoder()
  const write = (...numbers: number[]) => {
    for (const number of numbers) encoding.writeVarUint(encoder, number)
  }
  write(1, clock > 0 ? 2 : 1, client, 0)
  // Collected: nothing but its length.
  if (clock > 0) {
    encoding.writeUint8(encoder, 0)
    write(clock)
  }
  // A type without neighbours, at the root: an element.
  encoding.writeUint8(encoder, 7)
  write(1)
  encoding.writeVarString(encoder, rootName)
  write(3)
  encoding.writeVarString(encoder, 'paragraph')
  write(0)
  return encoding.toUint8Array(encoder)
}

export function weave({ content, clientId, after }: Weaving): Uint8Array {
  const made = new Y.Doc()
  const node = paperSchema.nodeFromJSON({ type: 'doc', content })
  node.check()
  const own = made.getXmlFragment(rootName)
  prosemirrorJSONToYXmlFragment(paperSchema, node.toJSON(), own)
  const doc = new Y.Doc()
  if (after) Y.applyUpdate(doc, standIn(after))
  doc.clientID = clientId
  const root = doc.getXmlFragment(rootName)
  const written: Uint8Array[] = []
  // What the document says of itself would delete all that is told of as collected.
  doc.on('update', (update: Uint8Array) => written.push(update))
  doc.transact(() => {
    const blocks = own.toArray().map((block) => block.clone())
    root.insert(root.length, blocks as Y.XmlElement[])
  })
  return written.length === 1 ? (written[0] as Uint8Array) : Y.mergeUpdates(written)
}
