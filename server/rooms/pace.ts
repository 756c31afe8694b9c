// How much one socket may send, ask and have done for it.
import { isWritingFrame, messageType } from '../../shared/protocol'
import { Allowance } from './allowance'

export interface PaceLimits {
  readonly maxFramesPerSecond: number
  readonly maxBytesPerSecond: number
}

/** Work for one socket without a rest: as long as a day's writing takes; beyond it, a third of the time. */
const workAtOnceMs = 15_000
const workPerSecondMs = 333
/** Questions a second for who is present: the answer is long. */
const presenceRequestsPerSecond = 10
/** Asking for the state is dear to answer: so many at once, then one every two seconds. */
const stateRequestsAtOnce = 5
const stateRequestsPerSecond = 0.5

/** What is told in milliseconds is the rest that must follow, 0 for none. */
export class Pace {
  readonly #clock: () => number
  readonly #frames: Allowance
  readonly #bytes: Allowance
  readonly #questions: Allowance
  readonly #states: Allowance
  readonly #work: Allowance

  constructor(limits: PaceLimits, clock: () => number) {
    this.#clock = clock
    const now = clock()
    this.#frames = new Allowance(limits.maxFramesPerSecond, now)
    this.#bytes = new Allowance(limits.maxBytesPerSecond, now)
    this.#questions = new Allowance(presenceRequestsPerSecond, now)
    this.#states = new Allowance(stateRequestsPerSecond, now, stateRequestsAtOnce)
    this.#work = new Allowance(workPerSecondMs, now, workAtOnceMs)
  }

  /** Writing frames are bounded by their bytes and the time they take, others by their number too. */
  message(data: Buffer): number {
    const now = this.#clock()
    return Math.max(
      isWritingFrame(data) ? 0 : this.#frames.take(1, now),
      this.#bytes.take(data.length, now),
      data[0] === messageType.queryAwareness ? this.#questions.take(1, now) : 0,
    )
  }

  work(spentMs: number): number {
    return this.#work.take(spentMs, this.#clock())
  }

  mayAskForState(): boolean {
    return this.#states.take(1, this.#clock()) === 0
  }
}
