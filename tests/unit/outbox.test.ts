// What a room tells: everybody hears all but their own words, once, in order, in one write.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { presenceFrame } from '../../server/rooms/frames'
import { Outbox } from '../../server/rooms/outbox'
import { payloadsIn } from '../kit/wire'

class Listener {
  readonly writes: Buffer[] = []
  write(frames: Buffer): void {
    this.writes.push(frames)
  }
  get heard(): string[] {
    return payloadsIn(Buffer.concat(this.writes)).map((payload) => String(payload.subarray(2)))
  }
}

/** Short words: behind one byte for the type and one for the length. */
const frame = (words: string) => presenceFrame(new TextEncoder().encode(words))
const untilTold = () => new Promise((resolve) => setImmediate(() => setImmediate(resolve)))

describe('the outbox of a room', () => {
  it('[S10] tells everybody the words of the others, once, in order, in one write', () => {
    const item = fc.record({ from: fc.nat(3), isCaret: fc.boolean(), flushes: fc.boolean() })
    fc.assert(
      fc.property(fc.array(item, { maxLength: 40 }), (items) => {
        const people = [0, 1, 2, 3].map(() => new Listener())
        const outbox = new Outbox(new Set(people))
        const expected: string[][] = people.map(() => [])
        let words: [number, string][] = []
        let carets = new Map<number, string>()
        const flush = () => {
          people.forEach((_, i) => {
            const others = words.filter(([from]) => from !== i).map(([, word]) => word)
            expected[i]?.push(...others, ...carets.values())
          })
          words = []
          carets = new Map()
          const before = people.map(({ writes }) => writes.length)
          outbox.flush()
          for (const [i, { writes }] of people.entries()) {
            expect(writes.length - (before[i] as number)).toBeLessThanOrEqual(1)
          }
        }
        items.forEach(({ from, isCaret, flushes }, i) => {
          const person = people[from] as Listener
          if (isCaret) {
            outbox.addLatest(person, frame(`con trỏ ${i}`), null)
            carets.set(from, `con trỏ ${i}`)
          } else {
            outbox.add(frame(`lời ${i}`), person)
            words.push([from, `lời ${i}`])
          }
          if (flushes) flush()
        })
        flush()
        expect(people.map(({ heard }) => heard)).toEqual(expected)
      }),
    )
  })

  it('tells words at the end of the turn, and carets with them', async () => {
    const hanh = new Listener()
    const bao = new Listener()
    const outbox = new Outbox(new Set([hanh, bao]))
    outbox.addLatest(hanh, frame('con trỏ'), hanh)
    await untilTold()
    expect(bao.heard).toEqual([])
    outbox.add(frame('lời'), hanh)
    await untilTold()
    expect(bao.heard).toEqual(['lời', 'con trỏ'])
    expect(hanh.heard).toEqual([])
    expect(bao.writes.length).toBe(1)
  })

  it('tells a caret that moved by itself', async () => {
    const bao = new Listener()
    const told = new Promise<void>((resolve) => {
      bao.write = (frames) => {
        bao.writes.push(frames)
        resolve()
      }
    })
    new Outbox(new Set([bao])).addLatest(null, frame('con trỏ'), null)
    await told
    expect(bao.heard).toEqual(['con trỏ'])
  })
  it('hands one frame on as it is, without a copy', () => {
    const hanh = new Listener()
    const bao = new Listener()
    const outbox = new Outbox(new Set([hanh, bao]))
    const words = frame('lời')
    outbox.add(words, hanh)
    outbox.flush()
    expect(hanh.writes).toEqual([])
    expect(bao.writes[0]).toBe(words)
  })
})
