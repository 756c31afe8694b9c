// Coming back after the server was away: a whole room does not knock at the same moment.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { backoffMs } from '../../client/pieces/live/backoff'
import { diceOf } from '../kit/paper-editor'

const attempt = fc.nat(60)
const chance = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true })

describe('backoffMs', () => {
  it('never waits less than a quarter of a second nor more than eight', () => {
    fc.assert(
      fc.property(attempt, chance, (n, random) => {
        const ms = backoffMs(n, () => random)
        expect(ms).toBeGreaterThanOrEqual(250)
        expect(ms).toBeLessThanOrEqual(8000)
      }),
    )
  })
  it('waits half of the time for certain and the other half by chance', () => {
    fc.assert(
      fc.property(attempt, chance, (n, random) => {
        const [least, most] = [backoffMs(n, () => 0), backoffMs(n, () => 1)]
        expect(most).toBe(2 * least)
        expect(backoffMs(n, () => random)).toBeCloseTo(least + random * least, 6)
      }),
    )
  })
  it('spreads fifty clients over the whole of it: no tenth of the time gets two fifths of them', () => {
    fc.assert(
      fc.property(attempt, fc.integer(), (n, seed) => {
        const dice = diceOf(seed)
        const least = backoffMs(n, () => 0)
        const tenths = Array.from({ length: 50 }, () => {
          const ms = backoffMs(n, () => dice(1000) / 1000)
          return Math.floor(((ms - least) / least) * 10)
        })
        for (let tenth = 0; tenth < 10; tenth++) {
          expect(tenths.filter((one) => one === tenth).length).toBeLessThan(20)
        }
      }),
    )
  })
})
