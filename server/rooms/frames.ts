// Encodes the frames of /sync; each is encoded once and sent to many.
import * as encoding from 'lib0/encoding'
import { messageType, syncType } from '../../shared/protocol'

function frame(bytes: Uint8Array, ...types: number[]): Uint8Array {
  const encoder = encoding.createEncoder()
  for (const type of types) encoding.writeVarUint(encoder, type)
  encoding.writeVarUint8Array(encoder, bytes)
  return encoding.toUint8Array(encoder)
}

export const step1Frame = (vector: Uint8Array) => frame(vector, messageType.sync, syncType.step1)
export const step2Frame = (update: Uint8Array) => frame(update, messageType.sync, syncType.step2)
export const updateFrame = (update: Uint8Array) => frame(update, messageType.sync, syncType.update)
export const presenceFrame = (payload: Uint8Array) => frame(payload, messageType.awareness)

/** The first `n` writing frames of this connection are on disk. */
export function savedFrame(n: number): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, messageType.saved)
  encoding.writeVarUint(encoder, n)
  return encoding.toUint8Array(encoder)
}
