// Reads the bytes of a Yjs update without believing any number in them.
import { isUtf8 } from 'node:buffer'

/** What is wrong with an update: `gap` may be cured by sending again, the rest may not. */
export type Fault = 'malformed' | 'forbidden' | 'foreign' | 'gap'

export class Fail extends Error {
  readonly fault: Fault
  constructor(fault: Fault, why: string) {
    super(why)
    this.fault = fault
  }
}

export const clockLimit = 2 ** 31

// As lib0 reads strings, so that both see the same length or neither reads it.
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

export class Reader {
  readonly #bytes: Uint8Array
  /** Keys of comment marks found right so far, with their threads. */
  readonly commentKeys = new Map<string, string>()
  #at = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  /** How many bytes were read. */
  get at(): number {
    return this.#at
  }

  get left(): number {
    return this.#bytes.length - this.#at
  }

  byte(): number {
    const byte = this.#bytes[this.#at++]
    if (byte === undefined) throw new Fail('malformed', 'the update ends too early')
    return byte
  }

  /** Eight bytes at most: lib0 reads on for ever and arrives at NaN. */
  uint(): number {
    let number = 0
    let factor = 1
    for (let i = 0; i < 8; i++) {
      const byte = this.byte()
      number += (byte & 0x7f) * factor
      if (byte < 0x80) {
        if (number <= Number.MAX_SAFE_INTEGER) return number
        break
      }
      factor *= 128
    }
    throw new Fail('malformed', 'a number is too large')
  }

  /** A clock or a length. */
  clock(): number {
    const number = this.uint()
    if (number >= clockLimit) throw new Fail('malformed', 'a clock is past its limit')
    return number
  }

  /** How many things follow, each of them `size` bytes or more. */
  count(size: number): number {
    const number = this.uint()
    if (number * size > this.left) throw new Fail('malformed', 'a count exceeds the bytes left')
    return number
  }

  bytes(length: number): Uint8Array {
    if (length > this.left) throw new Fail('malformed', 'a length exceeds the bytes left')
    const start = this.#at
    this.#at += length
    return this.#bytes.subarray(start, this.#at)
  }

  string(most: number): string {
    const length = this.uint()
    if (length > most) throw new Fail('forbidden', 'a name or value is too long')
    return decode(this.bytes(length))
  }

  /** The length in UTF-16 units of the string that stands here; none is made of it, they may be long. */
  stringLength(): number {
    const bytes = this.bytes(this.uint())
    let units = 0
    let isAscii = true
    for (let i = 0; i < bytes.length; i++) {
      const byte = bytes[i] as number
      if (byte >= 0x80) isAscii = false
      // What goes on with a letter counts nothing, the first of four bytes two.
      if ((byte & 0xc0) !== 0x80) units += byte < 0xf0 ? 1 : 2
    }
    if (!isAscii && !isUtf8(bytes)) throw new Fail('malformed', 'a string is not UTF-8')
    return units
  }

  /** lib0's `readAny`, less what no attribute needs: objects, bytes, big integers, deep arrays. */
  value(mayBeArray = true): unknown {
    const type = this.byte()
    if (type === 127) return undefined
    if (type === 126) return null
    if (type === 125) return this.#int()
    if (type === 124) return this.#view(4).getFloat32(0)
    if (type === 123) return this.#view(8).getFloat64(0)
    if (type === 121 || type === 120) return type === 120
    if (type === 119) return this.string(10_000)
    if (type === 117 && mayBeArray) {
      const length = this.count(1)
      if (length > 1000) throw new Fail('forbidden', 'an array is too long')
      return Array.from({ length }, () => this.value(false))
    }
    throw new Fail('forbidden', 'a value of this type has no place in a paper')
  }

  #int(): number {
    const first = this.byte()
    let number = first & 0x3f
    let factor = 64
    for (let byte = first, i = 0; byte >= 0x80; i++) {
      if (i === 7) throw new Fail('malformed', 'a number is too large')
      byte = this.byte()
      number += (byte & 0x7f) * factor
      factor *= 128
    }
    return first & 0x40 ? -number : number
  }

  #view(length: number): DataView {
    const bytes = this.bytes(length)
    return new DataView(bytes.buffer, bytes.byteOffset, length)
  }
}

function decode(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes)
  } catch {
    throw new Fail('malformed', 'a string is not UTF-8')
  }
}
