// How the guard counts the letters of a string that it does not make: as lib0, which makes it.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Reader } from '../../server/rooms/guard/reader'

const lib0 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Behind their length. */
function counted(bytes: Uint8Array): number | null {
  try {
    return new Reader(Uint8Array.of(bytes.length, ...bytes)).stringLength()
  } catch {
    return null
  }
}

function made(bytes: Uint8Array): number | null {
  try {
    return lib0.decode(bytes).length
  } catch {
    return null
  }
}

describe('the length of a string', () => {
  it('[G1] is that of what lib0 makes of the same letters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (words) => {
        const bytes = Buffer.from(words).subarray(0, 127)
        expect(counted(bytes)).toBe(made(bytes))
      }),
    )
    for (const words of ['', 'chữ', '\ufeffđầu', '𝒳ⅇ', '👍🏽']) {
      expect(counted(Buffer.from(words))).toBe(words.length)
    }
  })

  it('[G14] is none where lib0 makes no string of the bytes', () => {
    const likely = fc.constantFrom(
      0x41,
      0x80,
      0xbf,
      0xc0,
      0xc3,
      0xe1,
      0xba,
      0xed,
      0xa0,
      0xf0,
      0x9f,
      0xf4,
      0xff,
    )
    fc.assert(
      fc.property(fc.array(likely, { maxLength: 8 }), (list) => {
        const bytes = Uint8Array.from(list)
        expect(counted(bytes)).toBe(made(bytes))
      }),
      { numRuns: 2000 },
    )
  })
})
