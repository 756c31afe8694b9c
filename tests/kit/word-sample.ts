// One Word file of the twenty, and the lines that people see in it.
import { type WordParts, wordFile } from './word-xml'

export interface Sample {
  readonly name: string
  readonly file: () => Uint8Array | Promise<Uint8Array>
  /** Every line that people see in it, as it should be read. */
  readonly lines: readonly string[]
}

export const raw = (name: string, parts: WordParts, lines: readonly string[]): Sample => ({
  name,
  file: () => wordFile(parts),
  lines,
})
