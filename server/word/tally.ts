// What was changed and left out on the way, with counts and the first examples.
import type { ImportChange, ImportOmission } from '../../shared/facts/import-report'

interface Entry {
  count: number
  readonly examples: string[]
}

const mostExamples = 60
const longestExample = 600

export class Tally {
  readonly #changed = new Map<ImportChange, Entry>()
  readonly #leftOut = new Map<ImportOmission, Entry>()

  changed(what: ImportChange, example = '', count = 1): void {
    note(this.#changed, what, example, count)
  }

  leftOut(what: ImportOmission, example = '', count = 1): void {
    note(this.#leftOut, what, example, count)
  }

  get changes() {
    return [...this.#changed].map(([what, entry]) => ({ what, ...entry }))
  }

  get omissions() {
    return [...this.#leftOut].map(([what, entry]) => ({ what, ...entry }))
  }
}

function note<What>(entries: Map<What, Entry>, what: What, example: string, count: number): void {
  const entry = entries.get(what) ?? { count: 0, examples: [] }
  entries.set(what, entry)
  entry.count += count
  const words = example.normalize('NFC').replace(/\s+/g, ' ').trim().slice(0, longestExample)
  if (words === '' || entry.examples.length >= mostExamples) return
  if (!entry.examples.includes(words)) entry.examples.push(words)
}
