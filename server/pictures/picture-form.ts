// Which picture a file is, by its bytes and not by its name.

export type PictureForm = 'png' | 'jpeg'

/** PNG or JPEG by its first bytes, whatever its name; `null` for all else. */
export function formOf(bytes: Uint8Array): PictureForm | null {
  const starts = (...head: number[]) => head.every((byte, at) => bytes[at] === byte)
  if (starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'png'
  return starts(0xff, 0xd8, 0xff) ? 'jpeg' : null
}
