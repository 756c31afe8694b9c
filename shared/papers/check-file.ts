// Says of a file which version it is, and whether a single character of it was changed.
import { fromCanonicalBytes } from '../document/canonical'
import { pictureName, pictureNodes } from '../document/picture'
import { hexDigest, isWhole, type Proof, type ReadFile, unread } from './file-proof'
import { readDocx } from './read-docx'
import { readPdf } from './read-pdf'

export interface Difference {
  readonly expected: string
  readonly found: string
}

/**
 * `exact`: every byte is ours. `words`: all that can be read is ours, the file is not.
 * `changed`: `difference` is the first line that differs, `null` where what the file carries along does.
 */
export type Check =
  | { readonly verdict: 'exact' | 'words'; readonly id: string; readonly sha256: string }
  | {
      readonly verdict: 'changed'
      readonly id: string
      readonly sha256: string
      readonly difference: Difference | null
    }
  | { readonly verdict: 'illegible' }
  | { readonly verdict: 'unknown'; readonly sha256: string | null }

export type FileForm = 'docx' | 'pdf'

/** Where versions are known. */
export interface Sources {
  /** The file as it is made anew; `null` where nobody here knows the version. */
  readonly remake: (
    proof: Proof,
    form: FileForm,
    pictures: ReadonlyMap<string, Uint8Array>,
  ) => Promise<Uint8Array | null>
  /** The version of a text with this digest. */
  readonly versionOf: (sha256: string) => Promise<string | null>
}

export const mostFileBytes = 32 * 1024 * 1024

const formOf = (bytes: Uint8Array): FileForm | 'bytes' => {
  const head = String.fromCharCode(...bytes.subarray(0, 4))
  return head === '%PDF' ? 'pdf' : head === 'PK\u0003\u0004' ? 'docx' : 'bytes'
}

const isEqual = (a: Uint8Array, b: Uint8Array) =>
  a.length === b.length && a.every((byte, index) => byte === b[index])

/** The first line that differs, with `around` lines before and after it; `null` where none does. */
export function firstDifference(
  expected: readonly string[],
  found: readonly string[],
  around = 0,
): Difference | null {
  const most = Math.max(expected.length, found.length)
  for (let at = 0; at < most; at++) {
    if (expected[at] !== found[at]) {
      const shown = (lines: readonly string[]) =>
        lines.slice(Math.max(at - around, 0), at + around + 1).join(' ')
      return { expected: shown(expected), found: shown(found) }
    }
  }
  return null
}

/** A PDF is read word by word. */
const linesAround = { docx: 0, pdf: 4 } as const

/** A damaged file is no bug of ours; what else is thrown is. */
async function readSafely(bytes: Uint8Array, form: FileForm): Promise<ReadFile> {
  try {
    return await (form === 'docx' ? readDocx(bytes) : readPdf(bytes))
  } catch (error) {
    if (error instanceof RangeError || error instanceof TypeError) {
      return unread
    }
    throw error
  }
}

interface NamedPicture {
  readonly sha256: string
  readonly name: string
}

/** The pictures that the text names by their digests; none where it is no paper. */
function namedIn({ text }: Proof): NamedPicture[] {
  try {
    return pictureNodes(fromCanonicalBytes(text)).map(({ sha256, attrs }) => ({
      sha256,
      name: pictureName(attrs) || sha256.slice(0, 8),
    }))
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return []
    throw error
  }
}

/** Of a file's pictures those that the text names, by digest. */
function carriedOf({ pictures }: ReadFile, named: readonly NamedPicture[]) {
  const carried = new Map<string, Uint8Array>()
  if (named.length === 0) return carried
  const wanted = new Set(named.map(({ sha256 }) => sha256))
  for (const bytes of pictures) {
    const sha256 = hexDigest(bytes)
    if (wanted.has(sha256)) carried.set(sha256, bytes)
  }
  return carried
}

async function checkPaper(bytes: Uint8Array, form: FileForm, sources: Sources): Promise<Check> {
  const file = await readSafely(bytes, form)
  const { proof, lines } = file
  if (proof === null) return { verdict: 'illegible' }
  const { id, sha256 } = proof
  const changed = (difference: Difference | null): Check => ({
    verdict: 'changed',
    id,
    sha256,
    difference,
  })
  if (!isWhole(proof)) return changed(null)
  const named = namedIn(proof)
  const carried = carriedOf(file, named)
  const ours = await sources.remake(proof, form, carried)
  if (ours === null) return { verdict: 'unknown', sha256 }
  if (isEqual(bytes, ours)) return { verdict: 'exact', id, sha256 }
  if (lines === null) return { verdict: 'illegible' }
  const expected = await readSafely(ours, form)
  if (expected.proof?.sha256 !== sha256) return changed(null)
  const printed = carriedOf(expected, named)
  const lost = named.find((one) => printed.has(one.sha256) && !carried.has(one.sha256))
  if (lost) return changed({ expected: `[${lost.name}]`, found: '' })
  const difference = firstDifference(expected.lines ?? [], lines, linesAround[form])
  return difference ? changed(difference) : { verdict: 'words', id, sha256 }
}

export async function checkFile(bytes: Uint8Array, sources: Sources): Promise<Check> {
  const form = formOf(bytes)
  if (form !== 'bytes') return checkPaper(bytes, form, sources)
  const sha256 = hexDigest(bytes)
  const id = await sources.versionOf(sha256)
  return id === null ? { verdict: 'unknown', sha256 } : { verdict: 'exact', id, sha256 }
}
