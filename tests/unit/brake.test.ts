// A socket is heard in order, and not read for exactly as long as there is a reason.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Brake, type Reason } from '../../server/rooms/brake'

const reason = fc.constantFrom<Reason>('allowance', 'turn', 'disk')
const step = fc.oneof(
  /** Messages of one segment: while each is heard, some hold the brake. */
  fc.array(fc.option(reason), { minLength: 1, maxLength: 5 }),
  fc.record({ reason, does: fc.constantFrom('hold', 'release') }),
)

it('messages are heard once, in order, none while a reason holds, and the socket is told of changes', () => {
  fc.assert(
    fc.property(fc.array(step), (steps) => {
      let isRead = true
      const told = (change: boolean) => () => {
        expect(isRead).toBe(!change)
        isRead = change
      }
      const reasons = new Set<Reason>()
      const holds: (Reason | null)[] = []
      const heard: number[] = []
      const brake: Brake = new Brake({ pause: told(false), resume: told(true) }, (message) => {
        expect(reasons.size).toBe(0)
        const n = message.readUInt16BE()
        heard.push(n)
        const held = holds[n]
        if (!held) return
        brake.hold(held)
        reasons.add(held)
      })
      for (const one of steps) {
        if (Array.isArray(one)) {
          // What was read before the pause still comes in; afterwards nothing is read.
          if (!isRead) continue
          for (const held of one) {
            const message = Buffer.alloc(2)
            message.writeUInt16BE(holds.push(held) - 1)
            brake.take(message)
          }
        } else if (one.does === 'hold') {
          brake.hold(one.reason)
          reasons.add(one.reason)
        } else {
          reasons.delete(one.reason)
          brake.release(one.reason)
        }
        expect(isRead).toBe(reasons.size === 0)
        if (isRead) expect(heard.length).toBe(holds.length)
      }
      while (reasons.size > 0) {
        for (const left of [...reasons]) {
          reasons.delete(left)
          brake.release(left)
        }
      }
      expect(heard).toEqual(holds.map((_, n) => n))
    }),
  )
})

it('a socket that is being closed is read again, and heard no more', () => {
  const heard: Buffer[] = []
  let isRead = true
  const brake = new Brake(
    {
      pause: () => {
        isRead = false
      },
      resume: () => {
        isRead = true
      },
    },
    (message) => heard.push(message),
  )
  brake.hold('turn')
  brake.take(Buffer.from('chờ'))
  brake.letGo()
  brake.release('turn')
  expect([isRead, heard]).toEqual([true, []])
})
