// Pictures as people's files have them: photographs with where they were taken, drawings, and what is none.
import sharp from 'sharp'

const noise = (width: number, height: number) => {
  const pixels = Buffer.alloc(width * height * 3)
  let seed = 12345
  for (let i = 0; i < pixels.length; i++) {
    seed = (seed * 1103515245 + 12345) & 0x7fffffff
    pixels[i] = seed >> 16
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } })
}

/** A few flat colours, as a screenshot or a chart; see-through where `isClear`. */
export const drawing = (width = 40, height = 20, isClear = false): Promise<Buffer> =>
  sharp({
    create: {
      width,
      height,
      channels: isClear ? 4 : 3,
      background: isClear ? { r: 200, g: 30, b: 30, alpha: 0.5 } : { r: 200, g: 30, b: 30 },
    },
  })
    .png()
    .toBuffer()

export const secretPlace = 'Chup tai nha rieng'

/** A photograph that tells where it was taken and lies on its side. */
export const photo = (width = 60, height = 30): Promise<Buffer> =>
  noise(width, height)
    .jpeg()
    .withExif({
      IFD0: { Artist: secretPlace, Copyright: secretPlace },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '10/1 46/1 0/1' },
    })
    .withMetadata({ orientation: 6 })
    .toBuffer()

/** A noisy drawing that is larger as PNG than we keep one. */
export const noisyDrawing = (width: number, height: number): Promise<Buffer> =>
  noise(width, height).png().toBuffer()

export const svg = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>',
)
export const gif = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')
export const webp = (): Promise<Buffer> => noise(8, 8).webp().toBuffer()

/** What a form in a page sends. */
export function pictureForm(bytes: Uint8Array, name = 'anh.png', type = 'image/png'): FormData {
  const form = new FormData()
  form.set('file', new File([Uint8Array.from(bytes)], name, { type }))
  return form
}
