// Encodes the frames of /sync, ready for the wire; each is encoded once and sent to many.
import { messageType, syncType } from '../../shared/protocol'
import { lengthOfVarUint, putVarUint } from './var-uint'

const finalBinary = 0x82

/** Bytes of the header of an unmasked frame with a payload of so many (RFC 6455, 5.2). */
const headerLength = (length: number) => (length < 126 ? 2 : length < 65_536 ? 4 : 10)

function putHeader(frame: Buffer, length: number): void {
  frame[0] = finalBinary
  if (length < 126) frame[1] = length
  else if (length < 65_536) {
    frame[1] = 126
    frame.writeUInt16BE(length, 2)
  } else {
    frame[1] = 127
    frame.writeBigUInt64BE(BigInt(length), 2)
  }
}

/** Numbers, and bytes behind them, written once: there is one for every key, and some are a megabyte. */
function framed(numbers: readonly number[], bytes?: Uint8Array): Buffer {
  const all = bytes ? [...numbers, bytes.length] : numbers
  let length = bytes?.length ?? 0
  for (const number of all) length += lengthOfVarUint(number)
  let at = headerLength(length)
  const frame = Buffer.allocUnsafe(at + length)
  putHeader(frame, length)
  for (const number of all) at = putVarUint(frame, at, number)
  if (bytes) frame.set(bytes, at)
  return frame
}

const sync = (type: number) => (bytes: Uint8Array) => framed([messageType.sync, type], bytes)
export const step1Frame = sync(syncType.step1)
export const step2Frame = sync(syncType.step2)
export const updateFrame = sync(syncType.update)
export const presenceFrame = (payload: Uint8Array) => framed([messageType.awareness], payload)
/** The first `n` writing frames of this connection are on disk. */
export const savedFrame = (n: number) => framed([messageType.saved, n])
