// Long work in steps: one step in a turn of the event loop, one job after the other.

import { usualStride } from './guard/slices'

/** After so long a step ends, and everybody else is heard. */
const stepMs = 8

export class Turns {
  /** So many structs, or items to delete, are one step's work. */
  readonly stride: number = usualStride
  readonly #jobs: Generator<void, void>[] = []
  #begunAt = 0

  /** A step begins. */
  begin(): void {
    this.#begunAt = performance.now()
  }

  /** The step should end where it can be gone on with. */
  isDue(): boolean {
    return performance.now() - this.#begunAt > stepMs
  }

  add(job: Generator<void, void>): void {
    if (this.#jobs.push(job) === 1) setImmediate(() => this.#step())
  }

  #step(): void {
    this.begin()
    if (this.#jobs[0]?.next().done) this.#jobs.shift()
    if (this.#jobs.length > 0) setImmediate(() => this.#step())
  }
}
