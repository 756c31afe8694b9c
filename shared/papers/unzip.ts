// The parts of a Word file, inflated within bounds: what a file claims of its sizes is not believed.

export type Parts = ReadonlyMap<string, Uint8Array>
export interface Bounds {
  readonly mostParts: number
  readonly mostBytes: number
}

const mostParts = 200
/** A version's text is at most a few megabytes, and stands in its file three times. */
const mostBytes = 64 * 1024 * 1024

/** More than may be inflated. */
export class Overfull extends RangeError {}

/** Throws RangeError where there are more than `most` bytes, or where they do not inflate. */
export async function inflate(
  packed: Uint8Array,
  format: 'deflate' | 'deflate-raw',
  most = mostBytes,
): Promise<Uint8Array> {
  const stream = new Blob([Uint8Array.from(packed)])
    .stream()
    .pipeThrough(new DecompressionStream(format))
  const chunks: Uint8Array[] = []
  let size = 0
  const reader = stream.getReader()
  for (;;) {
    const { done, value } = await reader.read().catch((cause) => {
      throw new RangeError('does not inflate', { cause })
    })
    if (done) break
    size += value.length
    if (size > most) {
      await reader.cancel()
      throw new Overfull('more than may be inflated')
    }
    chunks.push(value)
  }
  const whole = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}

const usual: Bounds = { mostParts, mostBytes }

/** Throws RangeError where the bytes are no archive of stored or deflated files, Overfull beyond the bounds. */
export async function unzip(archive: Uint8Array, bounds: Bounds = usual): Promise<Parts> {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength)
  let end = archive.length - 22
  while (end >= 0 && view.getUint32(end, true) !== 0x06054b50) end--
  if (end < 0) throw new RangeError('no archive')
  const count = view.getUint16(end + 10, true)
  if (count > bounds.mostParts) throw new Overfull('too many parts')
  const parts = new Map<string, Uint8Array>()
  let left = bounds.mostBytes
  let at = view.getUint32(end + 16, true)
  for (let index = 0; index < count; index++) {
    if (view.getUint32(at, true) !== 0x02014b50) throw new RangeError('no entry')
    const method = view.getUint16(at + 10, true)
    const size = view.getUint32(at + 20, true)
    const nameLength = view.getUint16(at + 28, true)
    const name = new TextDecoder().decode(archive.subarray(at + 46, at + 46 + nameLength))
    const local = view.getUint32(at + 42, true)
    const begin = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
    const packed = archive.subarray(begin, begin + size)
    if (parts.has(name)) throw new RangeError('a part stands twice')
    if (method !== 0 && method !== 8) throw new RangeError('unknown packing')
    const bytes = method === 0 ? packed : await inflate(packed, 'deflate-raw', left)
    left -= bytes.length
    if (left < 0) throw new Overfull('more than may be inflated')
    parts.set(name, bytes)
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return parts
}
