// Pure: may this frame pass? Decided on every frame by its type and the connection's rights.

import { messageType, syncType } from '../../shared/protocol'
import type { RefusalCode } from '../../shared/refusals'

export type Passage =
  | { kind: 'stateRequest'; vector: Uint8Array }
  | { kind: 'update'; update: Uint8Array; isStep2: boolean }
  | { kind: 'presence'; payload: Uint8Array }
  | { kind: 'presenceRequest' }
  | { kind: 'refused'; code: RefusalCode }

/** A state vector of ten thousand clients. */
const maxVectorBytes = 100_000

const refused = (code: RefusalCode): Passage => ({ kind: 'refused', code })

/** Length-prefixed bytes that must end the frame; `null` when they do not. */
function payloadAt(frame: Uint8Array, at: number): Uint8Array | null {
  let length = 0
  let factor = 1
  for (let i = at; i < frame.length && i < at + 5; i++) {
    const byte = frame[i] as number
    length += (byte & 0x7f) * factor
    factor *= 128
    if (byte < 0x80) return i + 1 + length === frame.length ? frame.subarray(i + 1) : null
  }
  return null
}

/** Every type is below 128, one byte. What is not listed here does not pass. */
export function passage(frame: Uint8Array, canWrite: boolean): Passage {
  if (frame[0] === messageType.sync) {
    const payload = payloadAt(frame, 2)
    if (!payload) return refused('bad-update')
    if (frame[1] === syncType.step1) {
      if (payload.length > maxVectorBytes) return refused('bad-update')
      return { kind: 'stateRequest', vector: payload }
    }
    if (frame[1] === syncType.step2 || frame[1] === syncType.update) {
      if (!canWrite) return refused('read-only')
      return { kind: 'update', update: payload, isStep2: frame[1] === syncType.step2 }
    }
  }
  if (frame[0] === messageType.awareness) {
    const payload = payloadAt(frame, 1)
    return payload ? { kind: 'presence', payload } : refused('bad-update')
  }
  if (frame[0] === messageType.queryAwareness && frame.length === 1) {
    return { kind: 'presenceRequest' }
  }
  return refused('bad-update')
}
