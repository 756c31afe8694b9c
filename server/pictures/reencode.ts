// A picture anew from its pixels: nothing of the file that was sent is kept, not where it was taken either.
import sharp from 'sharp'
import { mostUploadPixels, pictureBounds } from '../../shared/document/picture'
import { withoutExtras } from '../../shared/papers/plain-png'
import { formOf, type PictureForm } from './picture-form'

/** A drawing of more bytes than that is a photograph, and kept as one. */
const mostDrawingBytes = 1024 * 1024
const quality = 82

export interface Reencoded {
  readonly form: PictureForm
  readonly width: number
  readonly height: number
  readonly bytes: Uint8Array
}

/** `too-large`: more pixels than we decode; `not-a-picture`: no PNG or JPEG, or not to its end. */
export type Fault = 'not-a-picture' | 'picture-too-large'

/** One thread, no cache: a process makes one picture and ends. */
export function prepare(): void {
  sharp.concurrency(1)
  sharp.cache(false)
}

export async function reencode(bytes: Uint8Array): Promise<Reencoded | Fault> {
  const form = formOf(bytes)
  if (form === null) return 'not-a-picture'
  try {
    const picture = () =>
      sharp(bytes, { limitInputPixels: mostUploadPixels, failOn: 'truncated', pages: 1 })
        .autoOrient()
        .flatten({ background: '#ffffff' })
        .resize({ ...pictureBounds, fit: 'inside', withoutEnlargement: true })
        .toColourspace('srgb')
    const { format, width = 0, height = 0 } = await sharp(bytes).metadata()
    if (format !== form) return 'not-a-picture'
    if (width * height > mostUploadPixels) return 'picture-too-large'
    const { data, info } = await (form === 'png'
      ? picture().png({ compressionLevel: 9, palette: false })
      : picture().jpeg({ quality })
    ).toBuffer({ resolveWithObject: true })
    const drawn = { width: info.width, height: info.height }
    if (form === 'jpeg') return { form, ...drawn, bytes: new Uint8Array(data) }
    if (data.length <= mostDrawingBytes) return { form, ...drawn, bytes: withoutExtras(data) }
    const photo = await picture().jpeg({ quality }).toBuffer()
    return { form: 'jpeg', ...drawn, bytes: new Uint8Array(photo) }
  } catch (error) {
    // The library says of a damaged file only that it is an error.
    if (error instanceof Error) return 'not-a-picture'
    throw error
  }
}
