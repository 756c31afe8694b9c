// Encodes the frames of /sync, ready for the wire; each is encoded once and sent to many.
import { messageType, syncType } from '../../shared/protocol'

/** Room for the longest header of an unmasked frame (RFC 6455, 5.2). */
const longestHeader = 10
const finalBinary = 0x82

function headerLength(length: number): number {
  if (length < 126) return 2
  return length < 65_536 ? 4 : longestHeader
}

/** A whole unmasked binary frame with room for a payload of so many bytes, and where that begins. */
function frameFor(length: number): [frame: Buffer, start: number] {
  const start = headerLength(length)
  const frame = Buffer.allocUnsafe(start + length)
  frame[0] = finalBinary
  if (length < 126) frame[1] = length
  else if (length < 65_536) {
    frame[1] = 126
    frame.writeUInt16BE(length, 2)
  } else {
    frame[1] = 127
    frame.writeBigUInt64BE(BigInt(length), 2)
  }
  return [frame, start]
}

/** As lib0 writes them. */
function varUint(number: number): number[] {
  const bytes: number[] = []
  let left = number
  for (; left > 127; left = Math.floor(left / 128)) bytes.push(0x80 | (left & 0x7f))
  bytes.push(left)
  return bytes
}

/** `bytes` behind their types and their length, copied once: they may be a megabyte. */
function framed(bytes: Uint8Array, ...types: number[]): Buffer {
  const head = [...types, ...varUint(bytes.length)]
  const [frame, start] = frameFor(head.length + bytes.length)
  frame.set(head, start)
  frame.set(bytes, start + head.length)
  return frame
}

export const step1Frame = (vector: Uint8Array) => framed(vector, messageType.sync, syncType.step1)
export const step2Frame = (update: Uint8Array) => framed(update, messageType.sync, syncType.step2)
export const updateFrame = (update: Uint8Array) => framed(update, messageType.sync, syncType.update)
export const presenceFrame = (payload: Uint8Array) => framed(payload, messageType.awareness)

/** The first `n` writing frames of this connection are on disk. */
export function savedFrame(n: number): Buffer {
  const payload = [messageType.saved, ...varUint(n)]
  const [frame, start] = frameFor(payload.length)
  frame.set(payload, start)
  return frame
}
