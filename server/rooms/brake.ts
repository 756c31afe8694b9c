// Hears one socket, and stops for as long as there is a reason to: nothing is dropped, the peer waits.

/**
 * allowance: it sent too much · turn: it had its share of this turn · disk: too much is not saved
 * yet · slices: its update is being taken · seal: the room takes nothing in.
 */
export type Reason = 'allowance' | 'turn' | 'disk' | 'slices' | 'seal'

export class Brake {
  readonly #socket: { pause(): void; resume(): void }
  readonly #hear: (message: Buffer) => void
  readonly #reasons = new Set<Reason>()
  /** What was in the segment already read when a reason came: thousands of messages fit into one. */
  #waiting: Buffer[] = []
  #isPaused = false

  /** `hear` is given the messages one by one, in order; it may hold the brake. */
  constructor(socket: { pause(): void; resume(): void }, hear: (message: Buffer) => void) {
    this.#socket = socket
    this.#hear = hear
  }

  holdsFor(reason: Reason): boolean {
    return this.#reasons.has(reason)
  }

  get isHeld(): boolean {
    return this.#reasons.size > 0
  }

  take(message: Buffer): void {
    if (this.#reasons.size > 0 || this.#waiting.length > 0) this.#waiting.push(message)
    else this.#hear(message)
  }

  hold(reason: Reason): void {
    this.#reasons.add(reason)
    if (this.#isPaused) return
    this.#isPaused = true
    this.#socket.pause()
  }

  release(reason: Reason): void {
    if (!this.#reasons.delete(reason) || this.#reasons.size > 0) return
    const waiting = this.#waiting
    let heard = 0
    while (heard < waiting.length && this.#reasons.size === 0) {
      this.#hear(waiting[heard++] as Buffer)
    }
    this.#waiting = waiting.slice(heard)
    if (this.#reasons.size === 0) this.#read()
  }

  /** For a socket that is being closed: paused, it would never hear its close answered. */
  letGo(): void {
    this.#waiting = []
    this.#reasons.clear()
    if (this.#isPaused) this.#read()
  }

  #read(): void {
    this.#isPaused = false
    this.#socket.resume()
  }
}
