// Stops reading from one socket for as long as there is a reason to: nothing is dropped, the peer waits.

/** allowance: it sent too much · turn: it had its share of this turn · disk: too much is not saved yet. */
export type Reason = 'allowance' | 'turn' | 'disk'

export class Brake {
  readonly #socket: { pause(): void; resume(): void }
  readonly #reasons = new Set<Reason>()

  constructor(socket: { pause(): void; resume(): void }) {
    this.#socket = socket
  }

  holdsFor(reason: Reason): boolean {
    return this.#reasons.has(reason)
  }

  hold(reason: Reason): void {
    if (this.#reasons.size === 0) this.#socket.pause()
    this.#reasons.add(reason)
  }

  release(reason: Reason): void {
    if (this.#reasons.delete(reason) && this.#reasons.size === 0) this.#socket.resume()
  }

  /** For a socket that is being closed: paused, it would never hear its close answered. */
  letGo(): void {
    if (this.#reasons.size === 0) return
    this.#reasons.clear()
    this.#socket.resume()
  }
}
