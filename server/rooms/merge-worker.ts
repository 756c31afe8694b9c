// Worker thread: makes one state and its vector of a long log, in a passing document.
import * as Y from 'yjs'
import { docOf } from './bare-doc'

export interface Merged {
  readonly update: Uint8Array
  readonly vector: Uint8Array
}

/** The state that `parts` add up to, applied in order. */
export function merge(parts: readonly Uint8Array[]): Merged {
  const doc = docOf(parts)
  return { update: Y.encodeStateAsUpdate(doc), vector: Y.encodeStateVector(doc) }
}
