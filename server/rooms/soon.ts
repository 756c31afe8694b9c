// Work on a key that is done a little later, once for all that asked for it meanwhile.

export class Soon {
  readonly #afterMs: number
  readonly #work: (key: string) => void
  readonly #asked = new Map<string, NodeJS.Timeout>()

  constructor(afterMs: number, work: (key: string) => void) {
    this.#afterMs = afterMs
    this.#work = work
  }

  ask(key: string): void {
    if (this.#asked.has(key)) return
    const timer = setTimeout(() => {
      this.#asked.delete(key)
      this.#work(key)
    }, this.#afterMs)
    timer.unref()
    this.#asked.set(key, timer)
  }

  stop(): void {
    for (const timer of this.#asked.values()) clearTimeout(timer)
    this.#asked.clear()
  }
}
