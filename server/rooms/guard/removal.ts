// Cuts deletions into smaller ones: what is live under them, children before the nodes they stand in.
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { costOfMove } from './slices'

type Range = [clock: number, end: number]

function* childrenOf({ _start, _map }: Y.AbstractType<unknown>): Generator<Y.Item> {
  for (let item = _start; item; item = item.right) if (!item.deleted) yield item
  for (const item of _map.values()) if (!item.deleted) yield item
}

/** An item and the live ones inside it, counted up to `most`. */
function sizeOf({ content }: Y.Item, most: number): number {
  let size = 1
  if (!(content instanceof Y.ContentType)) return size
  for (const child of childrenOf(content.type)) {
    if (size >= most) break
    size += sizeOf(child, most - size)
  }
  return size
}

/** What of a client's structs is live from `clock` to `end`. */
function* liveIn(doc: Y.Doc, client: number, clock: number, end: number) {
  const structs = doc.store.clients.get(client)
  if (!structs || clock >= Y.getState(doc.store, client)) return
  for (let i = Y.findIndexSS(structs, clock); i < structs.length; i++) {
    const struct = structs[i] as Y.Item | Y.GC
    const { id, length } = struct
    if (id.clock >= end) return
    if (struct instanceof Y.Item && !struct.deleted) {
      const live: Range = [Math.max(clock, id.clock), Math.min(end, id.clock + length)]
      yield { item: struct, live }
    }
  }
}

/** How many live items go with a deletion, counted up to `most`; what must be cut counts more. */
export function countLive(
  doc: Y.Doc,
  [client, clock, end]: readonly [number, number, number],
  most: number,
): number {
  let count = 0
  let last = -1
  for (const { item, live } of liveIn(doc, client, clock, end)) {
    if (live[0] !== last) count += costOfMove(doc, client)
    last = live[1]
    count += sizeOf(item, most - count)
    if (count >= most) break
  }
  return count
}

/** Holds nothing of the document from one slice to the next: it may change in between. */
export class Removal {
  readonly #doc: Y.Doc
  readonly #deletions: readonly number[]
  readonly #stride: number
  #next = 0
  /** Where to go on in the deletion under way. */
  #clock = 0
  #left = 0
  #ranges = new Map<number, Range[]>()

  /**
   * `deletions`: flat triples of client, clock and end, of structs that the document has; of what
   * they delete so many items a slice.
   */
  constructor(doc: Y.Doc, deletions: readonly number[], stride: number) {
    this.#doc = doc
    this.#deletions = deletions
    this.#stride = stride
  }

  /** The next slice, as an update; `null` when all is deleted. Call it after the one before is applied. */
  next(): Uint8Array | null {
    this.#left = this.#stride
    this.#ranges = new Map()
    for (; this.#next < this.#deletions.length; this.#next += 3, this.#clock = 0) {
      const at = this.#next
      const [client, clock, end] = this.#deletions.slice(at, at + 3) as [number, number, number]
      for (const { item, live } of liveIn(this.#doc, client, Math.max(clock, this.#clock), end)) {
        if (this.#gather(item, live)) continue
        this.#clock = live[0]
        return this.#encode()
      }
    }
    return this.#ranges.size > 0 ? this.#encode() : null
  }

  /** False when it does not fit in; some of what is inside it is gathered then. */
  #gather(item: Y.Item, live: Range): boolean {
    const size = sizeOf(item, this.#left + 1)
    const { client } = item.id
    const ranges = this.#ranges.get(client) ?? []
    const last = ranges.at(-1)
    const isApart = last?.[1] !== live[0] && last?.[0] !== live[1]
    if (size <= this.#left) {
      this.#ranges.set(client, ranges)
      ranges.push(live)
      this.#left -= size + (isApart ? costOfMove(this.#doc, client) : 0)
      return true
    }
    if (!(item.content instanceof Y.ContentType)) return false
    for (const child of childrenOf(item.content.type)) {
      const { clock } = child.id
      if (!this.#gather(child, [clock, clock + child.length])) break
    }
    return false
  }

  #encode(): Uint8Array {
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, 0)
    encoding.writeVarUint(encoder, this.#ranges.size)
    for (const [client, ranges] of this.#ranges) {
      const merged = inOrder(ranges)
      encoding.writeVarUint(encoder, client)
      encoding.writeVarUint(encoder, merged.length)
      for (const [clock, end] of merged) {
        encoding.writeVarUint(encoder, clock)
        encoding.writeVarUint(encoder, end - clock)
      }
    }
    return encoding.toUint8Array(encoder)
  }
}

/** A child may be named by itself as well as for its parent. */
function inOrder(ranges: readonly Range[]): Range[] {
  const merged: Range[] = []
  for (const [clock, end] of [...ranges].sort(([a], [b]) => a - b)) {
    const last = merged.at(-1)
    if (last && clock <= last[1]) last[1] = Math.max(last[1], end)
    else merged.push([clock, end])
  }
  return merged
}
