// New blocks at the end of a live paper, or in the place of what stands there, written in a person's name.
import { randomBytes } from 'node:crypto'
import type { PaperNode } from '../../shared/document/outline'
import { type Peer, type Room, textOf } from './room'

/** Blocks to come, as the worker needs them. */
export interface Place {
  readonly clientId: number
  readonly after: { readonly client: number; readonly clock: number } | null
}

/** Behind the last block that stands now; later ones do not move it. */
export function placeAtEnd(room: Room): Place {
  const known = new Set(room.copy.clientIds())
  let clientId = randomBytes(4).readUInt32LE()
  while (known.has(clientId)) clientId = randomBytes(4).readUInt32LE()
  const last = room.fragment.length > 0 ? room.fragment.get(room.fragment.length - 1) : null
  const id = last?._item?.id
  return { clientId, after: id ? { client: id.client, clock: id.clock } : null }
}

/** Somebody who is at no socket. */
const writer = (personId: string): Peer => ({
  occupant: { person: { id: personId } },
  write: () => undefined,
  isQuiet: () => false,
  rest: () => undefined,
  goOn: () => undefined,
})

/** Guarded and taken in like any edit of this person's. Resolves when it is on disk. Throws `too-large`, `busy`. */
export const takeIn = (room: Room, personId: string, update: Uint8Array): Promise<void> =>
  room.take(update, writer(personId))

/** Takes away what stands before the first block of a client, if that may go. Resolves when that is on disk. */
export const dropBefore = (
  room: Room,
  clientId: number,
  mayGo: (before: PaperNode) => boolean,
): Promise<void> =>
  room.edit(() => {
    const blocks = room.fragment.toArray()
    const first = blocks.findIndex((block) => block._item?.id.client === clientId)
    const content = textOf(room.doc).content?.slice(0, first)
    if (first > 0 && mayGo({ type: 'doc', content: content ?? [] })) room.fragment.delete(0, first)
  })
