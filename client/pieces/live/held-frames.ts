// Incoming changes wait while a word is being composed: what others write must not break it.

/** The editor has read a word so long after its end. */
export const afterCompositionMs = 60
const longestMs = 5000
/** A word that nobody goes on with is given up: to see others counts for more by then. */
const givenUpMs = 60_000

interface Frame {
  readonly run: () => void
  /** The Yjs update it brings; none for carets. */
  readonly update: Uint8Array | null
}

/** Keeps the order: once something waits, everything after it waits too. */
export class HeldFrames {
  /** Whether a word is being composed right now; the editor sets it. */
  isComposing: () => boolean = () => false
  /** How many of the updates, from the first on, leave the paragraph of that word as it is. */
  harmless: (updates: readonly Uint8Array[]) => number = () => 0
  /** Lets the editor read where the caret was put a moment ago, before it is drawn anew. */
  settle: () => void = () => undefined
  readonly #apply: (frames: (() => void)[]) => void
  #waiting: Frame[] = []
  #since = 0
  /** When the word last changed, or something began to wait for it. */
  #touchedAt = 0
  #limit: number | undefined
  #soon: number | undefined

  /** `apply` runs what waited, all at once. */
  constructor(apply: (frames: (() => void)[]) => void) {
    this.#apply = apply
  }

  take(run: () => void, update: Uint8Array | null = null): void {
    if (this.#waiting.length === 0 && !this.isComposing()) {
      this.settle()
      return run()
    }
    if (this.#waiting.length === 0) {
      this.#since = Date.now()
      this.touched()
    }
    this.#waiting.push({ run, update })
    // Someone who composes without a pause must not lose sight of the others for ever.
    this.#limit ??= window.setTimeout(() => this.#overdue(), longestMs)
  }

  /** Somebody goes on with the word. */
  touched(): void {
    this.#touchedAt = Date.now()
  }

  /** The word is finished: a little later, so that the editor has read it; what waits long goes in between two words. */
  released(): void {
    const isOverdue = Date.now() - this.#since >= longestMs
    window.clearTimeout(this.#soon)
    this.#soon = window.setTimeout(
      () => {
        if (!this.isComposing()) this.flush()
      },
      isOverdue ? 0 : afterCompositionMs,
    )
  }

  flush(): void {
    this.#run(this.#waiting.length)
  }

  /** What waits belongs to a connection that is gone; the next one brings it again. */
  drop(): void {
    window.clearTimeout(this.#limit)
    this.#limit = undefined
    this.#waiting = []
  }

  /**
   * While letters come, nothing does: even what is written elsewhere can end the browser's
   * composition. Under hands that rest, other paragraphs may change; the one with the word in it waits on.
   */
  #overdue(): void {
    const restedMs = Date.now() - this.#touchedAt
    if (!this.isComposing() || restedMs >= givenUpMs) return this.flush()
    if (restedMs < longestMs) {
      this.#limit = window.setTimeout(() => this.#overdue(), longestMs - restedMs)
      return
    }
    const updates = this.#waiting.flatMap(({ update }) => (update ? [update] : []))
    const carets = this.#waiting.filter(({ update }) => !update)
    const written = this.#waiting.filter(({ update }) => update)
    // Carets are drawn inside the words: they wait for the end, behind all else.
    this.#waiting = [...written, ...carets]
    this.#run(updates.length > 0 ? this.harmless(updates) : 0)
  }

  #run(count: number): void {
    window.clearTimeout(this.#limit)
    const frames = this.#waiting.slice(0, count)
    this.#waiting = this.#waiting.slice(count)
    const isLeft = this.#waiting.length > 0
    this.#limit = isLeft ? window.setTimeout(() => this.#overdue(), longestMs) : undefined
    if (frames.length === 0) return
    if (!this.isComposing()) this.settle()
    this.#apply(frames.map(({ run }) => run))
  }
}
