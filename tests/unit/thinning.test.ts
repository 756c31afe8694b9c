// Which moments of a history stay: recent ones close together, old ones far apart, never more than fit.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { thinned } from '../../server/work/thinning'

const hour = 3_600_000
const day = 24 * hour
const now = Date.UTC(2026, 10, 21)

const anyMoments = fc
  .array(fc.record({ ago: fc.nat(90 * day), bytes: fc.nat(400_000) }), { maxLength: 600 })
  .map((all) =>
    all
      .map(({ ago, bytes }) => ({ at: now - ago, bytes }))
      .sort((a, b) => a.at - b.at)
      .filter(({ at }, i, sorted) => at !== sorted[i + 1]?.at),
  )

describe('a thinned history', () => {
  it('[D6] stays within its bounds and always holds the newest', () => {
    fc.assert(
      fc.property(anyMoments, (moments) => {
        const gone = new Set(thinned(moments, now))
        const kept = moments.filter(({ at }) => !gone.has(at))
        expect(kept.length).toBeLessThanOrEqual(300)
        expect(kept.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThanOrEqual(
          16 * 1024 * 1024,
        )
        if (moments.length > 0) expect(kept.at(-1)).toEqual(moments.at(-1))
      }),
    )
  })

  it('[D6] is thinned once: what stays would stay', () => {
    fc.assert(
      fc.property(anyMoments, (moments) => {
        const gone = new Set(thinned(moments, now))
        expect(
          thinned(
            moments.filter(({ at }) => !gone.has(at)),
            now,
          ),
        ).toEqual([])
      }),
    )
  })

  it('[D6] keeps all of the last hours, and of a month one a day', () => {
    const at = (ago: number) => ({ at: now - ago, bytes: 1 })
    const recent = Array.from({ length: 40 }, (_, i) => at((40 - i) * 120_000))
    expect(thinned(recent, now)).toEqual([])
    const old = Array.from({ length: 30 * 24 }, (_, i) => at((60 * 24 - i) * hour))
    expect(old.length - thinned(old, now).length).toBeLessThanOrEqual(31)
  })
})
