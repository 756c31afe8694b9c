// A leading window's steps: at once, one on its way at a time, and never over a newer one.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Refused, Unreachable } from '../../client/api'
import { PlaceSender, type PlaceWish } from '../../client/screens/projector/place-sender'
import { seqOf } from '../../shared/facts/screen'
import type { Projection } from '../../shared/records/session'

const at = (paragraph: number): PlaceWish => ({ version: 'v', paragraph })

/** The server: answers when told to, in the order of arrival, and refuses what was overtaken. */
class Room {
  place: Projection | null = null
  readonly windows: PlaceSender[] = []
  readonly waiting: { sender: PlaceSender; answer: (isReached?: boolean) => void }[] = []
  readonly retries: (() => void)[] = []

  window(): PlaceSender {
    const sender: PlaceSender = new PlaceSender({
      changed: () => undefined,
      later: (again) => this.retries.push(again),
      send: ({ after, handedTo = null, ...place }) =>
        new Promise((resolve, reject) => {
          const answer = (isReached = true) => {
            if (!isReached) return reject(new Unreachable('cut'))
            if (after < seqOf(this.place)) return reject(new Refused('overtaken'))
            this.place = { ...place, handedTo, seq: seqOf(this.place) + 1 }
            for (const one of this.windows) one.heard(this.place)
            resolve(this.place)
          }
          this.waiting.push({ sender, answer })
        }),
    })
    this.windows.push(sender)
    return sender
  }

  async answerNext(isReached = true): Promise<void> {
    this.waiting.shift()?.answer(isReached)
    for (let turn = 0; turn < 5; turn++) await Promise.resolve()
  }
}

describe('a leading window', () => {
  it('[K1] shows and sends a step at once, and those wished meanwhile as one', async () => {
    const room = new Room()
    const window = room.window()
    window.wish(at(1))
    expect([window.shown, room.waiting.length]).toEqual([at(1), 1])
    for (const paragraph of [2, 3, 4]) window.wish(at(paragraph))
    expect([window.shown, room.waiting.length]).toEqual([at(4), 1])
    await room.answerNext()
    expect([room.place?.paragraph, window.shown, room.waiting.length]).toEqual([1, at(4), 1])
    await room.answerNext()
    expect([room.place?.paragraph, window.hasFailed]).toEqual([4, false])
  })

  it('[K1] keeps the handing over when a step follows it', async () => {
    const room = new Room()
    const window = room.window()
    window.wish(at(1))
    window.wish({ ...at(1), handedTo: 'hanh' })
    window.wish(at(2))
    await room.answerNext()
    await room.answerNext()
    expect(room.place).toMatchObject({ paragraph: 2, handedTo: 'hanh' })
  })

  it('[K1] follows another window that was there first', async () => {
    const room = new Room()
    const [one, other] = [room.window(), room.window()]
    one.wish(at(5))
    other.wish(at(9))
    await room.answerNext()
    await room.answerNext()
    expect([one.shown?.paragraph, other.shown?.paragraph]).toEqual([5, 5])
    expect(other.hasFailed).toBe(false)
  })

  it('[K2] that was cut off tries again, unless somebody has led on meanwhile', async () => {
    const room = new Room()
    const [one, other] = [room.window(), room.window()]
    one.wish(at(2))
    await room.answerNext(false)
    expect([one.hasFailed, one.shown?.paragraph]).toEqual([true, 2])
    room.retries.shift()?.()
    await room.answerNext()
    expect([room.place?.paragraph, one.hasFailed]).toEqual([2, false])
    one.wish(at(3))
    await room.answerNext(false)
    other.wish(at(8))
    await room.answerNext()
    room.retries.shift()?.()
    expect([one.shown?.paragraph, room.waiting.length, one.hasFailed]).toEqual([8, 0, false])
  })

  it('[K1] whoever leads, by whatever way, all windows end at the server’s place', async () => {
    const happening = fc.oneof(
      fc.record({ window: fc.nat(2), paragraph: fc.integer({ min: 0, max: 50 }) }),
      fc.record({ isReached: fc.boolean() }),
      fc.constant('retry' as const),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(happening, { maxLength: 40 }), async (day) => {
        const room = new Room()
        for (let i = 0; i < 3; i++) room.window()
        let last = 0
        const check = () => {
          expect(seqOf(room.place)).toBeGreaterThanOrEqual(last)
          last = seqOf(room.place)
        }
        for (const one of day) {
          if (one === 'retry') room.retries.shift()?.()
          else if ('window' in one) room.windows[one.window]?.wish(at(one.paragraph))
          else await room.answerNext(one.isReached)
          check()
        }
        while (room.waiting.length + room.retries.length > 0) {
          room.retries.shift()?.()
          await room.answerNext()
        }
        for (const { shown, hasFailed } of room.windows) {
          expect([shown, hasFailed]).toEqual([room.place, false])
        }
      }),
    )
  })
})
