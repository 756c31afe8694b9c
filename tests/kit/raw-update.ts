// Yjs updates written byte by byte, as no honest client would write them.
import * as encoding from 'lib0/encoding'

export type Id = readonly [client: number, clock: number]
export interface Place {
  origin?: Id
  right?: Id
  /** An id, or the name of a root; read only without origin and right. */
  parent?: Id | string
  sub?: string
}
type Write = (encoder: encoding.Encoder) => void

const id = (encoder: encoding.Encoder, [client, clock]: Id) => {
  encoding.writeVarUint(encoder, client)
  encoding.writeVarUint(encoder, clock)
}

/** Content reference and place, then the content itself. */
export const item =
  (ref: number, { origin, right, parent = 'default', sub }: Place, content: Write): Write =>
  (encoder) => {
    encoding.writeUint8(
      encoder,
      ref | (origin ? 0x80 : 0) | (right ? 0x40 : 0) | (sub === undefined ? 0 : 0x20),
    )
    if (origin) id(encoder, origin)
    if (right) id(encoder, right)
    if (!origin && !right) {
      encoding.writeVarUint(encoder, typeof parent === 'string' ? 1 : 0)
      if (typeof parent === 'string') encoding.writeVarString(encoder, parent)
      else id(encoder, parent)
      if (sub !== undefined) encoding.writeVarString(encoder, sub)
    }
    content(encoder)
  }

export const collected =
  (length: number): Write =>
  (encoder) => {
    encoding.writeUint8(encoder, 0)
    encoding.writeVarUint(encoder, length)
  }
export const skip =
  (length: number): Write =>
  (encoder) => {
    encoding.writeUint8(encoder, 10)
    encoding.writeVarUint(encoder, length)
  }
export const deleted = (place: Place, length: number) =>
  item(1, place, (encoder) => encoding.writeVarUint(encoder, length))
export const letters = (place: Place, text: string) =>
  item(4, place, (encoder) => encoding.writeVarString(encoder, text))
export const format = (place: Place, key: string, json: string) =>
  item(6, place, (encoder) => {
    encoding.writeVarString(encoder, key)
    encoding.writeVarString(encoder, json)
  })
export const element = (place: Place, name: string) =>
  item(7, place, (encoder) => {
    encoding.writeVarUint(encoder, 3)
    encoding.writeVarString(encoder, name)
  })
/** A type by its number: 0 array, 1 map, 2 text, 4 fragment, 6 XML text. */
export const typed = (place: Place, ref: number) =>
  item(7, place, (encoder) => encoding.writeVarUint(encoder, ref))
export const attribute = (place: Place, ...values: unknown[]) =>
  item(8, place, (encoder) => {
    encoding.writeVarUint(encoder, values.length)
    for (const value of values) encoding.writeAny(encoder, value as never)
  })
export const subdocument = (place: Place) =>
  item(9, place, (encoder) => {
    encoding.writeVarString(encoder, 'guid')
    encoding.writeAny(encoder, {})
  })

export interface Section {
  client: number
  clock: number
  structs: readonly Write[]
}

export function rawUpdate(
  sections: readonly Section[],
  deletions: readonly (readonly [client: number, clock: number, length: number])[] = [],
): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, sections.length)
  for (const { client, clock, structs } of sections) {
    encoding.writeVarUint(encoder, structs.length)
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, clock)
    for (const write of structs) write(encoder)
  }
  const clients = new Set(deletions.map(([client]) => client))
  encoding.writeVarUint(encoder, clients.size)
  for (const client of clients) {
    const ranges = deletions.filter((deletion) => deletion[0] === client)
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, ranges.length)
    for (const [, clock, length] of ranges) {
      encoding.writeVarUint(encoder, clock)
      encoding.writeVarUint(encoder, length)
    }
  }
  return encoding.toUint8Array(encoder)
}

/** One section of one client. */
export const sent = (client: number, clock: number, ...structs: Write[]) =>
  rawUpdate([{ client, clock, structs }])

/** `01 ff 0f` → bytes. */
export const hex = (text: string) =>
  Uint8Array.from(text.trim().split(/\s+/), (byte) => Number.parseInt(byte, 16))
