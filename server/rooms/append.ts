// New blocks at the end of a live paper, or in the place of what stands there, written in a person's name.
import { randomBytes } from 'node:crypto'
import { Refusal } from '../../shared/refusals'
import type { Outcome } from './intake'
import type { Peer, Room } from './room'

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

/**
 * Guarded and taken in like any edit: a large one in slices, while others write on. Resolves when
 * it is on disk; throws `too-large` where the paper cannot bear it.
 */
export async function takeIn(room: Room, personId: string, update: Uint8Array): Promise<void> {
  const outcome = await new Promise<Outcome>((resolve) => {
    const first = room.receive(writer(personId), update, false, {
      durable: () => undefined,
      settled: (outcome) => resolve(outcome),
      isWanted: () => true,
    })
    if (first !== 'later') resolve(first)
  })
  if (outcome !== 'taken') throw new Refusal('too-large')
  await room.journal.flush()
}

/** Takes away what stands before the first block of a client. Resolves when that is on disk. */
export const dropBefore = (room: Room, clientId: number): Promise<void> =>
  room.edit(() => {
    const blocks = room.fragment.toArray()
    const first = blocks.findIndex((block) => block._item?.id.client === clientId)
    if (first > 0) room.fragment.delete(0, first)
  })
