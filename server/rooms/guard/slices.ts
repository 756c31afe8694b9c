// Cuts an update into smaller ones, each of which can be applied once those before it are.
import * as encoding from 'lib0/encoding'
import type * as Y from 'yjs'
import type { Struct } from './struct'

/** So many structs, or items to delete, are guarded and applied in a few milliseconds. */
export const usualStride = 1000
/** As measured: to look at an item; to cut one, which moves half of its client's items in memory. */
export const costOfLook = 0.1
export const costOfMove = ({ store }: Y.Doc, client: number): number =>
  (store.clients.get(client)?.length ?? 0) / 1000

/** Structs of one client, one after the other: also one after the other in the bytes. */
interface Run {
  readonly client: number
  readonly clock: number
  count: number
  readonly from: number
  to: number
}

/** One run a client. */
export type Slice = ReadonlyMap<number, Run>

/** Structs in the order in which they can be applied, cut where a slice is full. */
export class Slicing {
  readonly slices: Slice[] = []
  readonly #stride: number
  #runs = new Map<number, Run>()
  #structs = 0
  #cost = 0

  /** So many structs a slice; nodes and texts count twice. */
  constructor(stride: number) {
    this.#stride = stride
  }

  /** `cost`: of all structs up to this one, beyond themselves. */
  add(struct: Struct, cost: number): void {
    const { client, clock, kind, from, to } = struct
    const isFull = this.#structs + cost - this.#cost >= this.#stride
    if (isFull || this.slices.length === 0) {
      this.#runs = new Map()
      this.slices.push(this.#runs)
      this.#structs = 0
      this.#cost = cost
    }
    this.#structs += kind === 'element' || kind === 'text' ? 2 : 1
    const run = this.#runs.get(client)
    if (!run) this.#runs.set(client, { client, clock, count: 1, from, to })
    else {
      run.count += 1
      run.to = to
    }
  }
}

/** The bytes of one slice as an update of its own. */
export function sliceOf(update: Uint8Array, slice: Slice): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, slice.size)
  for (const { client, clock, count, from, to } of slice.values()) {
    encoding.writeVarUint(encoder, count)
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, clock)
    encoding.writeUint8Array(encoder, update.subarray(from, to))
  }
  encoding.writeVarUint(encoder, 0)
  return encoding.toUint8Array(encoder)
}
