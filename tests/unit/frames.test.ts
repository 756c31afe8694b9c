// The frames of /sync: for a WebSocket client what lib0 would write, each in one piece of memory.
import * as encoding from 'lib0/encoding'
import { describe, expect, it } from 'vitest'
import * as frames from '../../server/rooms/frames'
import { payloadsIn } from '../kit/wire'

const lengths = [0, 1, 120, 121, 122, 123, 124, 127, 128, 16_383, 16_384, 65_531, 65_532, 70_000]

function written(bytes: Uint8Array, ...types: number[]): Buffer {
  const encoder = encoding.createEncoder()
  for (const type of types) encoding.writeVarUint(encoder, type)
  encoding.writeVarUint8Array(encoder, bytes)
  return Buffer.from(encoding.toUint8Array(encoder))
}

describe('a frame of /sync', () => {
  it('[S1] holds bytes of every length behind their types', () => {
    const isOne = (frame: Buffer, expected: Buffer) => {
      const payloads = payloadsIn(frame)
      expect(payloads.length).toBe(1)
      expect(payloads[0]?.equals(expected)).toBe(true)
    }
    for (const length of lengths) {
      const bytes = Buffer.alloc(length, length % 251)
      isOne(frames.step1Frame(bytes), written(bytes, 0, 0))
      isOne(frames.step2Frame(bytes), written(bytes, 0, 1))
      isOne(frames.updateFrame(bytes), written(bytes, 0, 2))
      isOne(frames.presenceFrame(bytes), written(bytes, 1))
    }
  })

  it('[S2] says how many writing frames are on disk', () => {
    for (const number of [0, 127, 128, 16_384, 2 ** 31, 2 ** 40]) {
      const encoder = encoding.createEncoder()
      encoding.writeVarUint(encoder, 100)
      encoding.writeVarUint(encoder, number)
      const [payload] = payloadsIn(frames.savedFrame(number))
      expect(payload).toEqual(Buffer.from(encoding.toUint8Array(encoder)))
    }
  })

  it('takes a large update no more than once into memory', () => {
    const update = Buffer.alloc(1_000_000)
    expect(frames.updateFrame(update).buffer.byteLength).toBeLessThan(update.length + 32)
  })
})
