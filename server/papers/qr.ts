// The QR code of a printed version: its dark modules, and the same as a picture for Word.
import { crc32, deflateSync } from 'node:zlib'
import { encode } from 'uqr'

/** Rows of modules, a margin of two around them; the whole digest, in the letters QR packs best. */
export const qrOf = (sha256: string): readonly (readonly boolean[])[] =>
  encode(sha256.toUpperCase(), { ecc: 'L', boostEcc: false, border: 2 }).data

const scale = 8

function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}

/** One bit a pixel, white is 1. */
export function qrPng(sha256: string): Buffer {
  const rows = qrOf(sha256)
  const size = rows.length * scale
  const line = Math.ceil(size / 8) + 1
  const pixels = Buffer.alloc(line * size)
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const isDark = rows[Math.floor(y / scale)]?.[Math.floor(x / scale)]
      const at = y * line + 1 + (x >> 3)
      if (!isDark) pixels[at] = (pixels[at] ?? 0) | (0x80 >> (x & 7))
    }
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(size, 0)
  head.writeUInt32BE(size, 4)
  head.set([1, 0, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(pixels)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
