// How often signing in and single-use links may fail before a pause.
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { Refusal } from '../../shared/refusals'

export interface ThrottleLimits {
  readonly signInTries: number
  readonly signInTriesPerAddress: number
  readonly signInPauseSeconds: number
}

/** Failures are counted per account and per address; a success forgets the account's. */
export class Throttle {
  readonly #byAccount: RateLimiterMemory
  readonly #byAddress: RateLimiterMemory

  constructor({ signInTries, signInTriesPerAddress, signInPauseSeconds }: ThrottleLimits) {
    const duration = signInPauseSeconds
    this.#byAccount = new RateLimiterMemory({ points: signInTries, duration })
    this.#byAddress = new RateLimiterMemory({ points: signInTriesPerAddress, duration })
  }

  /** Throws `too-many-tries` before the password is even looked at. */
  async demandPatience(account: string, address: string): Promise<void> {
    for (const [limiter, key] of [
      [this.#byAccount, account],
      [this.#byAddress, address],
    ] as const) {
      const spent = await limiter.get(key)
      if (spent && spent.consumedPoints >= limiter.points) throw new Refusal('too-many-tries')
    }
  }

  async failed(account: string, address: string): Promise<void> {
    await this.#byAccount.penalty(account)
    await this.#byAddress.penalty(address)
  }

  async succeeded(account: string): Promise<void> {
    await this.#byAccount.delete(account)
  }
}
