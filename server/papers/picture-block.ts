// A picture as it is printed: its bytes, its size on the page, or words in its place where it is not to be had.
import type { PaperNode } from '../../shared/document/outline'
import { digestIn, pictureName } from '../../shared/document/picture'
import { text, vietnamese } from '../../shared/i18n/text'
import { type PaperBlock, type PictureBlock, printable } from './sheet'

const t = text(vietnamese)

/** By digest; what is not among them is not to be had. */
export type Pictures = ReadonlyMap<string, Uint8Array>

const mmPerPixel = 25.4 / 96
/** A picture and its caption fit on a page. */
const highestMm = 210

/** What the bytes themselves say; the paper's attributes are anybody's. */
export function pixelsOf(bytes: Uint8Array): Pick<PictureBlock, 'form'> & Size {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes[0] === 0x89) {
    return { form: 'png', width: view.getUint32(16), height: view.getUint32(20) }
  }
  for (let at = 2; at + 9 < bytes.length; at += 2 + view.getUint16(at + 2)) {
    const marker = bytes[at + 1] ?? 0
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (!isFrame) continue
    return { form: 'jpeg', width: view.getUint16(at + 7), height: view.getUint16(at + 5) }
  }
  throw new RangeError('no picture of ours')
}

interface Size {
  readonly width: number
  readonly height: number
}

interface Around {
  readonly widthMm: number
  readonly pictures: Pictures
  readonly nextPicture: () => number
}

/** As large as on a screen, and never wider than where it stands nor higher than a page. */
export function pictureBlock({ attrs = {} }: PaperNode, around: Around): PaperBlock {
  const sha256 = digestIn(attrs.src) ?? ''
  const bytes = around.pictures.get(sha256)
  if (!bytes) {
    const words = [t('export.noPicture'), printable(pictureName(attrs))].filter(Boolean).join(' ')
    const runs = [{ text: `[${words}]`, italic: true }]
    return { kind: 'words', look: 'body', align: 'center', runs, item: null, number: null }
  }
  const size = pixelsOf(bytes)
  const [width, height] = [size.width * mmPerPixel, size.height * mmPerPixel]
  const scale = Math.min(1, around.widthMm / width, highestMm / height)
  return {
    kind: 'picture',
    number: around.nextPicture(),
    sha256,
    form: size.form,
    bytes,
    alt: printable(String(attrs.alt ?? '')),
    caption: printable(String(attrs.caption ?? '')).trim(),
    widthMm: width * scale,
    heightMm: height * scale,
  }
}
