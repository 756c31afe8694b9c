// How a picture stands in a paper: by the digest of its bytes, never by the bytes themselves.
import type { PaperNode } from './outline'

const source = /^\/api\/images\/([0-9a-f]{64})$/

/** The digest that a picture's address names; `null` for every other address. */
export const digestIn = (src: unknown): string | null =>
  typeof src === 'string' ? (source.exec(src)?.[1] ?? null) : null

export const sourceOf = (sha256: string): string => `/api/images/${sha256}`

export const mostPictureWords = 500
/** More than any picture is kept at. */
export const mostPictureSide = 20_000

/**
 * Scaled down to fit. At most 165 by 210 mm in print that is less than 220 pixels an inch, above
 * which Word draws a picture anew when it saves, and the check of the file would miss ours.
 */
export const pictureBounds = { width: 1400, height: 1800 } as const
export const mostUploadBytes = 10 * 1024 * 1024
/** 4,900 × 4,900; a decoded pixel takes four bytes. */
export const mostUploadPixels = 24_000_000

/** A line of words as people see it, short enough for a picture's caption. */
export const pictureWords = (text: string): string | null =>
  text.normalize('NFC').replace(/\s+/g, ' ').trim().slice(0, mostPictureWords) || null

export interface PictureNode {
  readonly sha256: string
  readonly attrs: PaperNode['attrs']
}

/** Every picture of a paper, in order. */
export function pictureNodes({ type, attrs, content = [] }: PaperNode): PictureNode[] {
  const sha256 = type === 'image' ? digestIn(attrs?.src) : null
  return [...(sha256 ? [{ sha256, attrs }] : []), ...content.flatMap(pictureNodes)]
}

/** Their digests, each once. */
export const picturesIn = (doc: PaperNode): string[] => [
  ...new Set(pictureNodes(doc).map(({ sha256 }) => sha256)),
]

/** What a picture is called where it cannot be drawn. */
export const pictureName = (attrs: PaperNode['attrs']): string =>
  String(attrs?.caption || attrs?.alt || '').trim()
