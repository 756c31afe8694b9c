// Encodes the frames of /sync, ready for the wire; each is encoded once and sent to many.
import * as encoding from 'lib0/encoding'
import { messageType, syncType } from '../../shared/protocol'

const finalBinary = 0x82

/** The header of an unmasked frame with a payload of so many bytes (RFC 6455, 5.2). */
function headerFor(length: number): Buffer {
  if (length < 126) return Buffer.of(finalBinary, length)
  const isShort = length < 65_536
  const header = Buffer.alloc(isShort ? 4 : 10)
  header[0] = finalBinary
  header[1] = isShort ? 126 : 127
  if (isShort) header.writeUInt16BE(length, 2)
  else header.writeBigUInt64BE(BigInt(length), 2)
  return header
}

/** Numbers, and bytes behind them, copied once: they may be a megabyte. */
function framed(numbers: readonly number[], bytes?: Uint8Array): Buffer {
  const head = encoding.encode((encoder) => {
    for (const number of numbers) encoding.writeVarUint(encoder, number)
    if (bytes) encoding.writeVarUint(encoder, bytes.length)
  })
  const parts = bytes ? [head, bytes] : [head]
  const length = parts.reduce((sum, part) => sum + part.length, 0)
  return Buffer.concat([headerFor(length), ...parts])
}

const sync = (type: number) => (bytes: Uint8Array) => framed([messageType.sync, type], bytes)
export const step1Frame = sync(syncType.step1)
export const step2Frame = sync(syncType.step2)
export const updateFrame = sync(syncType.update)
export const presenceFrame = (payload: Uint8Array) => framed([messageType.awareness], payload)
/** The first `n` writing frames of this connection are on disk. */
export const savedFrame = (n: number) => framed([messageType.saved, n])
