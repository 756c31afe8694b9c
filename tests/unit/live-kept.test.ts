// What is kept by announcements: in whatever order answers and announcements come, the newest stands.
import fc from 'fast-check'
import { mutate } from 'swr'
import { describe, expect, it } from 'vitest'
import { askKept, changeKept } from '../../client/pieces/live/kept'

/** Two numbers are announced when they change, the third is not. */
interface State {
  readonly told: readonly [number, number]
  readonly untold: number
}

/** A server and a page: what is announced comes in its order, answers come in any. */
class Meeting {
  readonly #key: string
  readonly #announced: (() => void)[] = []
  readonly #answers: ((comes: boolean) => void)[] = []
  now: State = { told: [0, 0], untold: 0 }

  constructor(key: string) {
    this.#key = key
  }

  change(index: 0 | 1): void {
    const value = this.now.told[index] + 1
    const laid = ({ told: [a, b], untold }: State): State => ({
      told: index === 0 ? [value, b] : [a, value],
      untold,
    })
    this.now = laid(this.now)
    this.#announced.push(() => changeKept(this.#key, laid))
  }
  changeUntold(): void {
    this.now = { ...this.now, untold: this.now.untold + 1 }
  }
  ask(): void {
    const answer = this.now
    const given = new Promise<State>((resolve, reject) =>
      this.#answers.push((comes) => (comes ? resolve(answer) : reject(new Error('unreachable')))),
    )
    askKept(this.#key, () => given).catch(() => null)
  }
  hear(): void {
    this.#announced.shift()?.()
  }
  async answer(which: number, comes: boolean): Promise<void> {
    const [one] = this.#answers.splice(which % Math.max(1, this.#answers.length), 1)
    one?.(comes)
    await new Promise(setImmediate)
  }
  get waits(): boolean {
    return this.#announced.length + this.#answers.length > 0
  }
  async known(): Promise<State | undefined> {
    let known: State | undefined
    const look = (now?: State) => {
      known = now
      return now
    }
    await mutate<State>(this.#key, look, { revalidate: false })
    return known
  }
}

const happenings = fc.array(
  fc.oneof(
    fc.constant({ what: 'ask' } as const),
    fc.constant({ what: 'changeUntold' } as const),
    fc.constant({ what: 'hear' } as const),
    fc.record({ what: fc.constant('change' as const), index: fc.constantFrom(0, 1) }),
    fc.record({ what: fc.constant('answer' as const), which: fc.nat(9), comes: fc.boolean() }),
  ),
  { maxLength: 60 },
)
const lateness = fc.array(fc.option(fc.nat(9)), { minLength: 1 })

async function happen(
  meeting: Meeting,
  one: typeof happenings extends fc.Arbitrary<(infer T)[]> ? T : never,
) {
  if (one.what === 'change') meeting.change(one.index as 0 | 1)
  else if (one.what === 'answer') await meeting.answer(one.which, one.comes)
  else meeting[one.what]()
}

let meetings = 0

describe('what is kept by announcements', () => {
  it('[L7] ends as the server is, and an answer that was overtaken takes nothing back', async () => {
    await fc.assert(
      fc.asyncProperty(happenings, lateness, async (story, order) => {
        const meeting = new Meeting(`meeting ${meetings++}`)
        meeting.ask()
        let untold = 0
        for (const one of story) {
          await happen(meeting, one)
          const known = await meeting.known()
          expect(known?.untold ?? 0).toBeGreaterThanOrEqual(untold)
          untold = known?.untold ?? 0
        }
        meeting.ask()
        for (let i = 0; meeting.waits; i++) {
          const which = order[i % order.length]
          if (typeof which === 'number') await meeting.answer(which, true)
          else meeting.hear()
          // A story whose order names only one of the two ends all the same.
          if (i > 200) meeting.hear()
          if (i > 200) await meeting.answer(0, true)
        }
        expect(await meeting.known()).toEqual(meeting.now)
      }),
      { numRuns: 300 },
    )
  })

  it('[L7] a question that failed takes nothing of what was announced with it', async () => {
    const meeting = new Meeting('failing')
    meeting.ask()
    await meeting.answer(0, true)
    meeting.ask()
    meeting.change(0)
    meeting.hear()
    await meeting.answer(0, false)
    expect(await meeting.known()).toEqual({ told: [1, 0], untold: 0 })
  })
})
