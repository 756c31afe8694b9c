// What was measured of each subject, round by round, and the table of medians.
import { median, table } from './figures'

export interface Measure {
  readonly what: string
  readonly unit: string
  readonly digits: number
}

export class Samples {
  readonly #measures = new Map<string, Measure>()
  readonly #values = new Map<string, Map<string, number[]>>()
  readonly notes: string[] = []

  add(subject: string, measure: Measure, value: number): void {
    this.#measures.set(measure.what, measure)
    const bySubject = this.#values.get(measure.what) ?? new Map<string, number[]>()
    this.#values.set(measure.what, bySubject)
    bySubject.set(subject, [...(bySubject.get(subject) ?? []), value])
  }

  note(subject: string, words: string): void {
    this.notes.push(`${subject}: ${words}`)
  }

  /** The median over the rounds; NaN where nothing was measured. */
  of(what: string, subject: string): number {
    const values = this.#values.get(what)?.get(subject)
    return values ? median(values) : Number.NaN
  }

  ratio(what: string, subject: string, by: string): number {
    return this.of(what, subject) / this.of(what, by)
  }

  table(subjects: readonly { name: string; label: string }[], by: string): string {
    const [first] = subjects
    const labelOf = subjects.find(({ name }) => name === by)?.label
    const hasRatio = first?.name === 'ours' && labelOf !== undefined
    const head = ['measure', ...subjects.map(({ label }) => label)]
    const rows = [...this.#measures.values()].map(({ what, unit, digits }) => {
      const cells = subjects.map(({ name }) => {
        const value = this.of(what, name)
        return Number.isNaN(value) ? '–' : value.toFixed(digits)
      })
      const ratio = this.ratio(what, 'ours', by)
      const share = Number.isFinite(ratio) ? ratio.toFixed(2) : '–'
      return [`${what}, ${unit}`, ...cells, ...(hasRatio ? [share] : [])]
    })
    return table(hasRatio ? [...head, `ours ÷ ${labelOf}`] : head, rows)
  }
}
