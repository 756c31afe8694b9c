// Pictures of pages as poppler writes them, read without a library as shades of grey.
import { inflateSync } from 'node:zlib'

export interface GreyPicture {
  readonly width: number
  readonly height: number
  /** From the upper left, a byte a dot, 0 is black. */
  readonly dots: Uint8Array
}

function nearest(left: number, above: number, corner: number): number {
  const guess = left + above - corner
  const [a, b, c] = [left, above, corner].map((one) => Math.abs(guess - one)) as [
    number,
    number,
    number,
  ]
  return a <= b && a <= c ? left : b <= c ? above : corner
}

/** Throws where it is no plain PNG of eight bits; of three colours the first counts: pages are black on white. */
export function readGreyPng(bytes: Uint8Array): GreyPicture {
  const file = Buffer.from(bytes)
  const width = file.readUInt32BE(16)
  const height = file.readUInt32BE(20)
  const [depth, colour, , , interlaced] = file.subarray(24, 29)
  if (depth !== 8 || (colour !== 0 && colour !== 2) || interlaced !== 0) {
    throw new Error('no plain PNG')
  }
  const step = colour === 2 ? 3 : 1
  const row = width * step
  const data: Buffer[] = []
  for (let at = 8; at < file.length; ) {
    const length = file.readUInt32BE(at)
    if (file.toString('latin1', at + 4, at + 8) === 'IDAT') {
      data.push(file.subarray(at + 8, at + 8 + length))
    }
    at += length + 12
  }
  const lines = inflateSync(Buffer.concat(data))
  const bytesOf = new Uint8Array(row * height)
  for (let y = 0; y < height; y++) {
    const filter = lines[y * (row + 1)] ?? 0
    for (let x = 0; x < row; x++) {
      const raw = lines[y * (row + 1) + 1 + x] ?? 0
      const left = x >= step ? (bytesOf[y * row + x - step] ?? 0) : 0
      const above = y > 0 ? (bytesOf[(y - 1) * row + x] ?? 0) : 0
      const corner = x >= step && y > 0 ? (bytesOf[(y - 1) * row + x - step] ?? 0) : 0
      const added = [0, left, above, (left + above) >> 1, nearest(left, above, corner)][filter] ?? 0
      bytesOf[y * row + x] = (raw + added) & 255
    }
  }
  const dots = Uint8Array.from({ length: width * height }, (_, at) => bytesOf[at * step] ?? 0)
  return { width, height, dots }
}

/** Each dot with its neighbours: a hair's breadth to the side is no difference. */
function softened({ width, height, dots }: GreyPicture): Float64Array {
  const soft = new Float64Array(dots.length)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let sum = 0
      let count = 0
      for (let dy = -1; dy <= 1; dy++) {
        for (let dx = -1; dx <= 1; dx++) {
          const [at, line] = [x + dx, y + dy]
          if (at < 0 || at >= width || line < 0 || line >= height) continue
          sum += dots[line * width + at] ?? 0
          count += 1
        }
      }
      soft[y * width + x] = sum / count
    }
  }
  return soft
}

/** The share of dots, from 0 to 1, that are clearly darker or lighter; 1 where the sizes differ. */
export function differingShare(one: GreyPicture, other: GreyPicture): number {
  if (one.width !== other.width || one.height !== other.height) return 1
  const [a, b] = [softened(one), softened(other)]
  let differing = 0
  a.forEach((grey, at) => {
    if (Math.abs(grey - (b[at] ?? 0)) > 40) differing += 1
  })
  return differing / a.length
}
