// Which letters an update brings, by its author's clock, however a server merged what it tells.
import * as Y from 'yjs'

export interface Extent {
  readonly client: number
  readonly from: number
  /** Exclusive. */
  readonly to: number
}

/** The same bytes reach everybody in a room: they are read once. */
const known = new Map<string, readonly Extent[]>()
const mostKnown = 2000
const longestKnown = 1024

/** For updates that one person alone gets. */
export function readExtents(update: Uint8Array): readonly Extent[] {
  const { from, to } = Y.parseUpdateMeta(update)
  return [...to].map(([client, end]) => ({ client, from: from.get(client) ?? 0, to: end }))
}

export function extentsOf(update: Uint8Array): readonly Extent[] {
  if (update.length > longestKnown) return readExtents(update)
  const bytes = Buffer.from(update.buffer, update.byteOffset, update.length)
  const key = bytes.toString('latin1')
  const found = known.get(key)
  if (found) return found
  const extents = readExtents(update)
  if (known.size >= mostKnown) known.clear()
  known.set(key, extents)
  return extents
}
