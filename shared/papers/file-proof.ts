// What a Word or PDF file of a version says it was made from, as we put it in.
import * as buffer from 'lib0/buffer'
import * as sha256 from 'lib0/hash/sha256'

export interface Proof {
  readonly id: string
  readonly sha256: string
  /** JSON of what is printed around the text. */
  readonly facts: string
  /** The canonical bytes. */
  readonly text: Uint8Array
}

export interface ReadFile {
  readonly proof: Proof | null
  /** What people see, line by line; `null` where the file is not as we write it. */
  readonly lines: readonly string[] | null
  /** Every picture in it, as the store would have it. */
  readonly pictures: readonly Uint8Array[]
}

/** A file that is none of ours. */
export const unread: ReadFile = { proof: null, lines: null, pictures: [] }

export const hexDigest = (bytes: Uint8Array): string => buffer.toHexString(sha256.digest(bytes))

export const fromBase64 = (text: string): Uint8Array => {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text)) throw new RangeError('not base64')
  return buffer.fromBase64(text)
}

/** `null` where the parts do not belong together. */
export function proofOf(found: {
  id: string | undefined
  sha256: string | undefined
  facts: string | undefined
  text: Uint8Array | undefined
}): Proof | null {
  const { id, sha256, facts, text } = found
  if (!id || !/^[\w-]{1,64}$/.test(id) || !sha256 || facts === undefined || !text) return null
  return { id, sha256, facts: new TextDecoder().decode(fromBase64(facts)), text }
}

/** The text that is carried along is the one that the digest names. */
export const isWhole = ({ sha256, text }: Proof): boolean => hexDigest(text) === sha256
