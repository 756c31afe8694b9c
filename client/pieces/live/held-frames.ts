// Incoming changes wait while a word is being composed: what others write must not break it.

const afterCompositionMs = 60
const longestMs = 5000

/** Keeps the order: once something waits, everything after it waits too. */
export class HeldFrames {
  /** Whether a word is being composed right now; the editor sets it. */
  isComposing: () => boolean = () => false
  readonly #apply: (frames: (() => void)[]) => void
  #waiting: (() => void)[] = []
  #limit: number | undefined
  #soon: number | undefined

  /** `apply` runs what waited, all at once. */
  constructor(apply: (frames: (() => void)[]) => void) {
    this.#apply = apply
  }

  take(frame: () => void): void {
    if (this.#waiting.length === 0 && !this.isComposing()) return frame()
    this.#waiting.push(frame)
    // Someone who composes without a pause must not lose sight of the others for ever.
    this.#limit ??= window.setTimeout(() => this.flush(), longestMs)
  }

  /** The word is finished: a little later, so that the editor has read it. */
  released(): void {
    window.clearTimeout(this.#soon)
    this.#soon = window.setTimeout(() => {
      if (this.isComposing()) return
      this.flush()
    }, afterCompositionMs)
  }

  flush(): void {
    window.clearTimeout(this.#limit)
    this.#limit = undefined
    const frames = this.#waiting
    this.#waiting = []
    if (frames.length > 0) this.#apply(frames)
  }

  /** What waits belongs to a connection that is gone; the next one brings it again. */
  drop(): void {
    window.clearTimeout(this.#limit)
    this.#limit = undefined
    this.#waiting = []
  }
}
