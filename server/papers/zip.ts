// Writes archives: the same parts give the same bytes; a long one is handed out piece by piece.
import { promisify } from 'node:util'
import { crc32, deflateRaw, deflateRawSync } from 'node:zlib'
import type { Parts } from '../../shared/papers/unzip'

/** The first of January 1980, the earliest an archive can say. */
const dosDay = 0x21
const deflate = promisify(deflateRaw)

interface Listed {
  readonly local: Buffer
  readonly central: Buffer
}

function entryOf(name: string, bytes: Uint8Array, packed: Buffer, offset: number): Listed {
  const label = Buffer.from(name, 'utf8')
  const common = Buffer.alloc(26)
  // Version 2.0, names in UTF-8, deflated.
  common.writeUInt16LE(20, 0)
  common.writeUInt16LE(0x800, 2)
  common.writeUInt16LE(8, 4)
  common.writeUInt16LE(dosDay, 8)
  common.writeUInt32LE(crc32(bytes), 10)
  common.writeUInt32LE(packed.length, 14)
  common.writeUInt32LE(bytes.length, 18)
  common.writeUInt16LE(label.length, 22)
  const tail = Buffer.alloc(14)
  tail.writeUInt32LE(offset, 10)
  return {
    local: Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, label, packed]),
    central: Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, tail, label]),
  }
}

function endOf(directory: readonly Buffer[], offset: number): Buffer {
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(directory.length, 8)
  end.writeUInt16LE(directory.length, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([listed, end])
}

export function zip(parts: Parts): Uint8Array {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, bytes] of parts) {
    const { local, central } = entryOf(name, bytes, deflateRawSync(bytes), offset)
    directory.push(central)
    files.push(local)
    offset += local.length
  }
  return new Uint8Array(Buffer.concat([...files, endOf(directory, offset)]))
}

export interface ZipPart {
  readonly name: string
  readonly bytes: Uint8Array
}

/** Throws RangeError beyond `mostBytes`: what an archive of this kind can say ends at four gigabytes. */
export async function* zipPieces(
  parts: AsyncIterable<ZipPart>,
  mostBytes: number,
): AsyncGenerator<Uint8Array> {
  const directory: Buffer[] = []
  let offset = 0
  for await (const { name, bytes } of parts) {
    const { local, central } = entryOf(name, bytes, await deflate(bytes), offset)
    directory.push(central)
    offset += local.length
    if (offset > mostBytes) throw new RangeError('more than an archive of ours may hold')
    yield new Uint8Array(local)
  }
  yield new Uint8Array(endOf(directory, offset))
}
