// Which of a connection's writing frames are on disk: a frame with a gap is only through the step 2 after it.

export class Acknowledgements {
  /** The first frame that was not taken, as long as no step 2 came after it. */
  #gapAt: number | null = null
  /** A step 2 that was taken, and the first frame that it stands in for, until it is durable. */
  #cover: { from: number; by: number } | null = null
  #saved = 0

  /** The first `saved` frames are on disk, or stand in a step 2 that is. */
  get saved(): number {
    return this.#saved
  }

  /** Frame `n` was not taken. */
  gap(n: number): void {
    this.#gapAt ??= n
  }

  /** Frame `n` is a step 2: it holds all that its sender had. Call it before the frame can be durable. */
  covers(n: number): void {
    if (this.#gapAt === null) return
    this.#cover = { from: this.#cover?.from ?? this.#gapAt, by: n }
    this.#gapAt = null
  }

  /** Frame `n`, and every frame before it that was taken, is durable. */
  durable(n: number): void {
    if (this.#cover && n >= this.#cover.by) this.#cover = null
    const firstLacking = this.#cover?.from ?? this.#gapAt ?? Number.POSITIVE_INFINITY
    this.#saved = Math.max(this.#saved, Math.min(n, firstLacking - 1))
  }
}
