// Work on a key that is done a little later, once for all that asked for it meanwhile.

export class Soon {
  readonly #work: (key: string) => void
  readonly #asked = new Map<string, { readonly timer: NodeJS.Timeout; readonly due: number }>()

  constructor(work: (key: string) => void) {
    this.#work = work
  }

  /** Whoever wants it sooner has it sooner. */
  ask(key: string, afterMs: number): void {
    const due = performance.now() + afterMs
    const known = this.#asked.get(key)
    if (known && known.due <= due) return
    clearTimeout(known?.timer)
    const timer = setTimeout(() => {
      this.#asked.delete(key)
      this.#work(key)
    }, afterMs)
    timer.unref()
    this.#asked.set(key, { timer, due })
  }

  stop(): void {
    for (const { timer } of this.#asked.values()) clearTimeout(timer)
    this.#asked.clear()
  }
}
