// A socket is not read for exactly as long as there is a reason.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Brake, type Reason } from '../../server/rooms/brake'

it('a socket is not read for as long as any reason holds, and is told only of changes', () => {
  const reason = fc.constantFrom<Reason>('allowance', 'turn', 'disk')
  const step = fc.record({ reason, does: fc.constantFrom('hold', 'release', 'letGo') })
  fc.assert(
    fc.property(fc.array(step), (steps) => {
      let isRead = true
      const told = (change: boolean) => () => {
        expect(isRead).toBe(!change)
        isRead = change
      }
      const brake = new Brake({ pause: told(false), resume: told(true) })
      const reasons = new Set<Reason>()
      for (const { reason: one, does } of steps) {
        if (does === 'hold') {
          brake.hold(one)
          reasons.add(one)
        } else if (does === 'release') {
          brake.release(one)
          reasons.delete(one)
        } else {
          brake.letGo()
          reasons.clear()
        }
        expect(isRead).toBe(reasons.size === 0)
        expect(brake.holdsFor(one)).toBe(reasons.has(one))
      }
    }),
  )
})
