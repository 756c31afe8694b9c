// A token bucket: how much one socket may still send now.

/** Refills by `perSecond`, holds one second's worth or `most`. Time is handed in, in milliseconds. */
export class Allowance {
  readonly #perSecond: number
  readonly #most: number
  #left: number
  #at: number

  constructor(perSecond: number, now: number, most = perSecond) {
    this.#perSecond = perSecond
    this.#most = most
    this.#left = most
    this.#at = now
  }

  /** Takes `amount`, into debt if need be; returns the milliseconds until it is paid, 0 when none. */
  take(amount: number, now: number): number {
    const refill = ((now - this.#at) / 1000) * this.#perSecond
    this.#left = Math.min(this.#most, this.#left + Math.max(0, refill)) - amount
    this.#at = now
    return this.#left >= 0 ? 0 : Math.ceil((-this.#left / this.#perSecond) * 1000)
  }
}
