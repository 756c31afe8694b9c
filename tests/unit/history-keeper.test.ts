// When a moment of a paper's history is kept: after people stop, now and then while they write on, once.
import { describe, expect, it, vi } from 'vitest'
import type { Services } from '../../server/services'
import { HistoryKeeper } from '../../server/work/history-keeper'

vi.mock('../../server/rooms/copies', () => ({
  makeMoment: async ({ state }: { state: string }) => {
    if (state === 'broken') throw new Error('no worker')
    return { sha256: state, bytes: new Uint8Array(1) }
  },
}))

const second = 1000
const minute = 60 * second

/** One paper, whose text and count of updates the test sets. */
function scene() {
  const paper = { text: 'a', written: 0, isLoaded: true }
  let now = Date.UTC(2026, 10, 21)
  const kept: number[] = []
  const services = {
    clock: () => now,
    hub: {
      loaded: () => (paper.isLoaded ? [['d', paper.written] as const] : []),
      use: (_: string, work: (room: unknown) => unknown) =>
        work({ state: async () => paper.text, authors: () => new Map() }),
    },
    records: { find: async () => [] },
    moments: {
      put: async (_: string, at: number) => void kept.push(at),
      list: async () => kept.map((at) => ({ at, bytes: 1 })),
      remove: async (_: string, ats: number[]) => {
        for (const at of ats) kept.splice(kept.indexOf(at), 1)
      },
    },
  } as unknown as Services
  const keeper = new HistoryKeeper(services)
  keeper.stop()
  return {
    paper,
    kept,
    type: (text: string) => {
      paper.text = text
      paper.written += 1
    },
    async pass(ms: number) {
      for (let left = ms; left > 0; left -= 10 * second) {
        now += 10 * second
        await keeper.look()
      }
    },
  }
}

describe('the keeper of the history', () => {
  it('[D6] keeps one moment when people have stopped, and none while nothing is written', async () => {
    const { kept, type, pass } = scene()
    await pass(5 * minute)
    expect(kept).toHaveLength(0)
    type('b')
    await pass(5 * minute)
    expect(kept).toHaveLength(1)
  })

  it('[D6] keeps one every ten minutes while they write on and on', async () => {
    const { kept, type, pass } = scene()
    for (let i = 0; i < 6 * 60; i++) {
      type(`text ${i}`)
      await pass(10 * second)
    }
    expect(kept.length).toBeGreaterThanOrEqual(5)
    expect(kept.length).toBeLessThanOrEqual(7)
  })

  it('[D6] keeps a paper that was put away in between, and after it was opened anew', async () => {
    const { paper, kept, type, pass } = scene()
    type('b')
    await pass(10 * second)
    paper.isLoaded = false
    await pass(3 * minute)
    expect(kept).toHaveLength(1)
    paper.written = 0
    paper.isLoaded = true
    await pass(3 * minute)
    expect(kept).toHaveLength(1)
    type('c')
    await pass(3 * minute)
    expect(kept).toHaveLength(2)
  })

  it('[D6] keeps no second moment of the same text, and goes on after one that failed', async () => {
    const { kept, type, pass } = scene()
    type('b')
    await pass(5 * minute)
    type('b')
    await pass(5 * minute)
    expect(kept).toHaveLength(1)
    const told = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
    type('broken')
    await pass(5 * minute)
    expect(kept).toHaveLength(1)
    type('c')
    await pass(5 * minute)
    expect(kept).toHaveLength(2)
    told.mockRestore()
  })
})
