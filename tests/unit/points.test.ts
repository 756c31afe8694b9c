// The points that the program keeps by itself before something is put back: the newest, never all.
import { describe, expect, it, vi } from 'vitest'
import type { Services } from '../../server/services'
import { keepPoint, mostOwn } from '../../server/work/history'
import type { Person } from '../../shared/records/person'
import type { Point } from '../../shared/records/point'
import type { Document, Session } from '../../shared/records/session'

vi.mock('../../server/rooms/copies', () => ({
  makeMoment: async () => ({ sha256: 'a', bytes: new Uint8Array(1) }),
}))

describe('points before something is put back', () => {
  it('[D6] stay a hundred, the newest; those with a name all stay', async () => {
    const rows = new Map<string, Point>()
    let count = 0
    const handle = {
      find: async (_: string, { kind }: Point) => [...rows.values()].filter((p) => p.kind === kind),
      put: (_: string, point: Point) => void rows.set(point.id, point),
      remove: (_: string, id: string) => void rows.delete(id),
    }
    const services = {
      clock: () => 1000 + count,
      newId: () => `p${count++}`,
      hub: { use: async () => ({ state: [], authors: new Map() }) },
      moments: { put: async () => undefined },
      records: { transact: (work: (given: typeof handle) => unknown) => work(handle) },
    } as unknown as Services
    const place = { document: { id: 'd' } as Document, session: { id: 's' } as Session }
    const person = { username: 'hanh' } as Person
    await keepPoint(services, person, place, { kind: 'named', name: 'Mốc' })
    for (let i = 0; i < mostOwn + 7; i++) {
      await keepPoint(services, person, place, { kind: 'restore', name: String(i) })
    }
    const kept = [...rows.values()]
    expect(kept.filter(({ kind }) => kind === 'named')).toHaveLength(1)
    const names = kept.filter(({ kind }) => kind === 'restore').map(({ name }) => name)
    expect(names).toEqual(Array.from({ length: mostOwn }, (_, i) => String(i + 7)))
  })
})
