// The pictures of a Word file: their bytes by digest, and nodes that name them until they are kept.
import { createHash } from 'node:crypto'
import type { PaperNode } from '../../shared/document/outline'
import { pictureWords, sourceOf } from '../../shared/document/picture'
import { formOf } from '../pictures/picture-form'
import type { Picture } from './draft'
import type { WordFile } from './open-file'
import type { Tally } from './tally'

/** A picture as it is in the file, by the digest that stands in the text for it. */
export interface FilePicture {
  readonly sha256: string
  readonly bytes: Uint8Array
}

export class FilePictures {
  readonly found = new Map<string, FilePicture>()
  readonly #file: WordFile
  readonly #tally: Tally

  constructor(file: WordFile, tally: Tally) {
    this.#file = file
    this.#tally = tally
  }

  /** `null` for what is neither PNG nor JPEG. Its size is told when it is kept. */
  node({ path, words }: Picture): PaperNode | null {
    const bytes = this.#file.bytes(path)
    if (!bytes || formOf(bytes) === null) {
      this.#tally.leftOut('images', words || path.slice(path.lastIndexOf('/') + 1))
      return null
    }
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    // Of its own: the file's archive is not held by a view into it.
    if (!this.found.has(sha256)) this.found.set(sha256, { sha256, bytes: Uint8Array.from(bytes) })
    const alt = pictureWords(words)
    return { type: 'image', attrs: { src: sourceOf(sha256), ...(alt && { alt }) } }
  }
}
