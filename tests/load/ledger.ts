// Who has seen whose letters in one room: each letter counts once for each other person.
import { extentsOf } from './extents'
import type { Script } from './script'

export class Ledger {
  /** Milliseconds from a key to another's screen, of the keys that count. */
  seen: number[] = []
  expected = 0
  delivered = 0
  /** Letters that came before the ones they follow. */
  gaps = 0
  readonly #people: number
  readonly #scripts: readonly Script[]
  readonly #typistOf: ReadonlyMap<number, number>
  /** For each typist: when each key was sent. */
  readonly #sentAt: Float64Array[]
  readonly #keysSent: Int32Array
  /** For each person and typist: the clock of the next unseen letter. */
  readonly #next: Int32Array

  /** Typist i is person i. */
  constructor(scripts: readonly Script[], people: number) {
    this.#people = people
    this.#scripts = scripts
    this.#typistOf = new Map(scripts.map(({ clientId }, i) => [clientId, i]))
    this.#sentAt = scripts.map(({ keys }) => new Float64Array(keys.length))
    this.#keysSent = new Int32Array(scripts.length)
    this.#next = new Int32Array(people * scripts.length)
    for (let person = 0; person < people; person++) {
      for (const [i, { firstClock }] of scripts.entries()) {
        this.#next[person * scripts.length + i] = firstClock
      }
    }
  }

  /** The frames of this typist's next key. */
  nextKey(typist: number, at: number): { key: Uint8Array; caret: Uint8Array } {
    const number = this.keysOf(typist)
    this.#keysSent[typist] = number + 1
    const script = this.#scripts[typist] as Script
    ;(this.#sentAt[typist] as Float64Array)[number] = at
    this.expected += this.#people - 1
    return { key: script.keys[number] as Uint8Array, caret: script.carets[number] as Uint8Array }
  }

  heard(person: number, update: Uint8Array, at: number): void {
    for (const { client, from, to } of extentsOf(update)) {
      const typist = this.#typistOf.get(client)
      // Some servers tell a letter to its author too.
      if (typist === undefined || typist === person) continue
      const place = person * this.#scripts.length + typist
      const next = this.#next[place] as number
      if (from > next) this.gaps += 1
      const times = this.#sentAt[typist] as Float64Array
      const first = this.#scripts[typist]?.firstClock as number
      for (let clock = Math.max(next, from); clock < to; clock++) {
        this.delivered += 1
        this.seen.push(at - (times[clock - first] as number))
      }
      if (to > next) this.#next[place] = to
    }
  }

  keysOf = (typist: number): number => this.#keysSent[typist] as number

  /** How many of a typist's letters at least one other person has seen. */
  seenOf(typist: number): number {
    const first = this.#scripts[typist]?.firstClock as number
    let most = first
    for (let person = 0; person < this.#people; person++) {
      if (person === typist) continue
      most = Math.max(most, this.#next[person * this.#scripts.length + typist] as number)
    }
    return most - first
  }
}
