// Honest updates and frames, spoilt: by the byte, and by what the bytes mean.
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import type { Dice } from './paper-editor'

const strange = [0, 1, 2, 3, 4, 6, 7, 8, 0x7f, 0x80, 0x84, 0xc4, 0x27, 0xff]

/** Bytes changed, cut out, put in, and two updates spliced. */
export function mutate(update: Uint8Array, others: readonly Uint8Array[], dice: Dice): Uint8Array {
  let bytes = [...update]
  for (let i = dice(4); i >= 0; i--) {
    const at = dice(bytes.length)
    const what = dice(6)
    if (what === 0) bytes[at] = dice(256)
    else if (what === 1) bytes[at] = strange[dice(strange.length)] as number
    else if (what === 2) bytes[at] = ((bytes[at] ?? 0) + (dice(2) ? 1 : 255)) & 255
    else if (what === 3) bytes.splice(at, dice(4))
    else if (what === 4) bytes.splice(at, 0, dice(256))
    else {
      const other = others[dice(others.length)] as Uint8Array
      bytes = [...bytes.slice(0, at), ...other.slice(dice(other.length))]
    }
  }
  return Uint8Array.from(bytes)
}

const build = (write: (encoder: encoding.Encoder) => void): Uint8Array => {
  const encoder = encoding.createEncoder()
  write(encoder)
  return encoding.toUint8Array(encoder)
}

interface Head {
  readonly sections: number
  readonly count: number
  readonly client: number
  readonly clock: number
  readonly rest: Uint8Array
}

/** The header of an update's first section, and what follows it; `null` where it is spoilt already. */
function headOf(update: Uint8Array): Head | null {
  const decoder = decoding.createDecoder(update)
  try {
    const [sections, count, client, clock] = Array.from({ length: 4 }, () =>
      decoding.readVarUint(decoder),
    ) as [number, number, number, number]
    return { sections, count, client, clock, rest: update.subarray(decoder.pos) }
  } catch {
    // lib0 throws at the end of the bytes and at numbers that are too large.
    return null
  }
}

const withHead = (head: Head) =>
  build((encoder) => {
    for (const number of [head.sections, head.count, head.client, head.clock]) {
      encoding.writeVarUint(encoder, number)
    }
    encoding.writeUint8Array(encoder, head.rest)
  })

/** Names that may stand where another one stood: of the same length. */
const swaps = [
  ['default', 'defaulu'],
  ['paragraph', '__proto__'],
  ['paragraph', 'tableCell'],
  ['bold', 'link'],
  ['{}', '[]'],
  ['left', 'evil'],
] as const

const numbers = [0, 1, 2, 127, 128, 2 ** 14, 2 ** 31 - 1, 2 ** 31, 2 ** 32, 2 ** 53 - 1]

/** An update of another meaning: other clients, clocks, kinds, names and lengths, structs twice. */
export function twist(update: Uint8Array, clients: readonly number[], dice: Dice): Uint8Array {
  const other = <T>(of: readonly T[]) => of[dice(of.length)] as T
  const copy = Uint8Array.from(update)
  const what = dice(7)
  if (what === 0) {
    const [from, to] = other(swaps)
    return new Uint8Array(
      Buffer.from(Buffer.from(update).toString('latin1').replaceAll(from, to), 'latin1'),
    )
  }
  if (what === 1) {
    // A number of one byte becomes a longer or a larger one.
    const at = dice(copy.length)
    const number = dice(2)
      ? Uint8Array.of((copy[at] ?? 0) | 0x80, 0x80, 0)
      : build((encoder) => encoding.writeVarUint(encoder, other(numbers)))
    return Buffer.concat([copy.subarray(0, at), number, copy.subarray(at + 1)])
  }
  if (copy[0] === 0) return copy
  const head = headOf(copy)
  if (!head) return copy
  if (what === 2) return withHead({ ...head, client: other(clients) })
  if (what === 3) return withHead({ ...head, clock: Math.max(0, head.clock + dice(5) - 2) })
  if (what === 4) return withHead({ ...head, count: head.count + dice(3) - 1 })
  if (what === 5) {
    const twice = head.rest.subarray(0, head.rest.length - 1)
    return withHead({ ...head, count: 2 * head.count, rest: Buffer.concat([twice, head.rest]) })
  }
  if (head.rest.length > 0) head.rest[0] = (head.rest[0] as number) ^ (1 << dice(8))
  return withHead(head)
}
