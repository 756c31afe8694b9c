// What a room has to tell: gathered, and written once a socket.

/** A socket as the outbox sees it. */
export interface Receiver {
  /** Whole WebSocket frames, ready for the wire. */
  write(frames: Buffer): void
}

interface Item<R> {
  /** Whole WebSocket frames. */
  readonly frames: Buffer
  /** Does not get this one: it wrote it. */
  readonly except: R | null
}

/** One that stands alone is not copied: a large update is in memory often enough. */
const joined = (items: readonly Item<unknown>[]): Buffer =>
  items.length === 1 && items[0]
    ? items[0].frames
    : Buffer.concat(items.map(({ frames }) => frames))

/**
 * Telling takes time that everybody waits for. From one flush to the next is twice the square of
 * a flush's length, in milliseconds: fifty people hardly wait, two hundred share up to 16 ms.
 */
const restPerSquare = 2
const mostWindowMs = 16
/** Share of the newest flush in the running mean of their lengths. */
const weight = 0.1
/** A caret that moved by itself goes with the next words, or so much later. */
const caretWindowMs = 50

export class Outbox<R extends Receiver> {
  readonly #receivers: ReadonlySet<R>
  #items: Item<R>[] = []
  /** The newest of each source replaces the one before it: carets. */
  readonly #latest = new Map<unknown, Item<R>>()
  #isScheduled = false
  #caretTimer: NodeJS.Timeout | null = null
  #flushMs = 0
  #flushedAt = 0

  constructor(receivers: ReadonlySet<R>) {
    this.#receivers = receivers
  }

  /** To everybody but `except`, in order. */
  add(frames: Buffer, except: R | null): void {
    this.#items.push({ frames, except })
    this.#schedule()
  }

  /** To everybody but `except`; only the newest of a source within one flush. */
  addLatest(source: unknown, frames: Buffer, except: R | null): void {
    this.#latest.set(source, { frames, except })
    if (!this.#isScheduled) this.#caretTimer ??= setTimeout(() => this.flush(), caretWindowMs)
  }

  /** What arrived in this turn of the event loop goes out at its end, or when the window closes. */
  #schedule(): void {
    if (this.#isScheduled) return
    this.#isScheduled = true
    const window = Math.min(mostWindowMs, this.#flushMs ** 2 * restPerSquare)
    const wait = this.#flushedAt + window - performance.now()
    if (wait >= 1) setTimeout(() => this.flush(), wait)
    else setImmediate(() => this.flush())
  }

  flush(): void {
    const items = [...this.#items, ...this.#latest.values()]
    this.#items = []
    this.#latest.clear()
    this.#isScheduled = false
    if (this.#caretTimer) clearTimeout(this.#caretTimer)
    this.#caretTimer = null
    if (items.length === 0) return
    const begun = performance.now()
    const writers = new Set(items.map(({ except }) => except))
    const forAll = joined(items)
    for (const receiver of this.#receivers) {
      if (!writers.has(receiver)) receiver.write(forAll)
      else {
        const others = items.filter(({ except }) => except !== receiver)
        if (others.length > 0) receiver.write(joined(others))
      }
    }
    this.#flushedAt = performance.now()
    this.#flushMs += (this.#flushedAt - begun - this.#flushMs) * weight
  }
}
