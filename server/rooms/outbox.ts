// What a room has to tell: gathered, framed once, written once a socket.

/** A socket as the outbox sees it. */
export interface Receiver {
  /** Whole WebSocket frames, ready for the wire. */
  write(frames: Buffer): void
}

/** Room for the longest header of an unmasked frame (RFC 6455, 5.2). */
const longestHeader = 10
const finalBinary = 0x82

function headerLength(length: number): number {
  if (length < 126) return 2
  return length < 65_536 ? 4 : longestHeader
}

/** Writes one unmasked binary frame; returns the offset after it. */
function writeFrame(into: Buffer, at: number, payload: Uint8Array): number {
  const { length } = payload
  into[at] = finalBinary
  if (length < 126) into[at + 1] = length
  else if (length < 65_536) {
    into[at + 1] = 126
    into.writeUInt16BE(length, at + 2)
  } else {
    into[at + 1] = 127
    into.writeBigUInt64BE(BigInt(length), at + 2)
  }
  const start = at + headerLength(length)
  into.set(payload, start)
  return start + length
}

/** The payloads as WebSocket frames, one after the other: each is a message of its own. */
export function framed(payloads: readonly Uint8Array[]): Buffer {
  const total = payloads.reduce((sum, { length }) => sum + headerLength(length) + length, 0)
  const frames = Buffer.allocUnsafe(total)
  let at = 0
  for (const payload of payloads) at = writeFrame(frames, at, payload)
  return frames
}

interface Item<R> {
  readonly payload: Uint8Array
  /** Does not get this one: it wrote it. */
  readonly except: R | null
}

/**
 * Telling takes time that everybody waits for. From one flush to the next is twice the square of
 * a flush's length, in milliseconds: fifty people hardly wait, two hundred share 16 ms.
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
  add(payload: Uint8Array, except: R | null): void {
    this.#items.push({ payload, except })
    this.#schedule()
  }

  /** To everybody but `except`; only the newest of a source within one flush. */
  addLatest(source: unknown, payload: Uint8Array, except: R | null): void {
    this.#latest.set(source, { payload, except })
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
    const forAll = framed(items.map(({ payload }) => payload))
    for (const receiver of this.#receivers) {
      if (!writers.has(receiver)) receiver.write(forAll)
      else {
        const others = items.filter(({ except }) => except !== receiver)
        if (others.length > 0) receiver.write(framed(others.map(({ payload }) => payload)))
      }
    }
    this.#flushedAt = performance.now()
    this.#flushMs += (this.#flushedAt - begun - this.#flushMs) * weight
  }
}
