// What every store must do, as one suite: run it on each.
import * as fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { StaleEpoch, type Store } from '../../server/stores/contract'
import type { Login } from '../../shared/records/person'
import { momentsContract } from './moments-contract'

const login = (id: string, personId = 'p'): Login => ({
  id,
  personId,
  createdAt: '2026-01-01T00:00:00Z',
  expiresAt: '2026-02-01T00:00:00Z',
})
const entry = (...bytes: number[]) => ({ update: Uint8Array.from(bytes) })
const snapshotOf = (...bytes: number[]) => {
  return { update: Uint8Array.from(bytes), vector: Uint8Array.of(bytes.length) }
}
const bytesOf = (updates: readonly Uint8Array[]) => updates.map((update) => [...update])
/** `open` opens the same store each time it is given the same place. */
export function storeContract(
  name: string,
  {
    newPlace,
    open,
    forget,
  }: {
    newPlace: () => string
    open: (place: string) => Promise<Store>
    forget: (place: string) => void
  },
): void {
  describe(`${name} keeps the store contract`, () => {
    let place: string
    let store: Store
    beforeEach(async () => {
      place = newPlace()
      store = await open(place)
    })
    afterEach(async () => {
      await store.close()
      forget(place)
    })
    const reopen = async () => {
      await store.close()
      store = await open(place)
    }

    describe('records', () => {
      it('finds what was put, in the order it was first put, also after reopening', async () => {
        for (const id of ['b', '10', 'a', '2']) {
          await store.records.transact((handle) => handle.put('logins', login(id)))
        }
        await store.records.transact((handle) => handle.put('logins', login('b', 'other')))
        const ids = async () => (await store.records.find('logins')).map((row) => row.id)
        expect(await ids()).toEqual(['b', '10', 'a', '2'])
        await reopen()
        expect(await ids()).toEqual(['b', '10', 'a', '2'])
        expect(await store.records.find('logins', { personId: 'other' })).toEqual([
          login('b', 'other'),
        ])
        expect(await store.records.get('logins', 'nobody')).toBeNull()
      })

      it('keeps nothing of a transaction that throws', async () => {
        await store.records.transact((handle) => {
          handle.put('logins', login('kept'))
          handle.put('logins', login('gone'))
        })
        const failing = store.records.transact((handle) => {
          handle.put('logins', login('kept', 'changed'))
          handle.remove('logins', 'gone')
          handle.put('logins', login('new'))
          throw new Error('on purpose')
        })
        await expect(failing).rejects.toThrow('on purpose')
        await reopen()
        expect(await store.records.find('logins')).toEqual([login('kept'), login('gone')])
      })

      it('runs transactions one after the other, each seeing those before it', async () => {
        await store.records.transact((handle) => handle.put('logins', login('counter', '0')))
        await Promise.all(
          Array.from({ length: 40 }, () =>
            store.records.transact(async (handle) => {
              const row = (await handle.get('logins', 'counter')) as Login
              handle.put('logins', login('counter', String(Number(row.personId) + 1)))
            }),
          ),
        )
        await reopen()
        expect(await store.records.get('logins', 'counter')).toEqual(login('counter', '40'))
      })

      it('shows a transaction its own writes', async () => {
        const seen = await store.records.transact(async (handle) => {
          handle.put('logins', login('own'))
          return handle.get('logins', 'own')
        })
        expect(seen).toEqual(login('own'))
      })

      it('shows nobody a write of a transaction that has not ended', async () => {
        await store.records.transact((handle) => handle.put('logins', login('row')))
        const failing = store.records.transact(async (handle) => {
          handle.put('logins', login('row', 'never kept'))
          handle.put('logins', login('new'))
          expect(await store.records.find('logins')).toEqual([login('row')])
          throw new Error('on purpose')
        })
        await expect(failing).rejects.toThrow('on purpose')
        expect(await store.records.get('logins', 'new')).toBeNull()
      })

      it('takes no write through a handle whose transaction has ended', async () => {
        const handle = await store.records.transact((given) => {
          given.put('logins', login('row'))
          return given
        })
        expect(() => handle.put('logins', login('late'))).toThrow()
        expect(() => handle.remove('logins', 'row')).toThrow()
        expect(await store.records.find('logins')).toEqual([login('row')])
      })

      it('cannot be changed through a row that was handed in or out', async () => {
        const given = login('row')
        await store.records.transact((handle) => handle.put('logins', given))
        given.personId = 'changed outside'
        const got = (await store.records.get('logins', 'row')) as Login
        try {
          got.personId = 'changed outside'
        } catch {
          // A frozen row may say so itself.
        }
        expect(await store.records.get('logins', 'row')).toEqual(login('row'))
      })
    })

    describe('update log', () => {
      it('gives an unknown document as an empty one at epoch 0', async () => {
        const { epoch, last, snapshot, updates, clients } = await store.log.read('unknown')
        expect([epoch, last, snapshot, updates, clients.size]).toEqual([0, 0, null, [], 0])
      })

      it('keeps order and numbers, also after reopening', async () => {
        expect(await store.log.append('d', 0, [entry(1), entry(2)])).toBe(2)
        await reopen()
        expect(await store.log.append('d', 0, [entry(3)])).toBe(3)
        expect(bytesOf((await store.log.read('d')).updates)).toEqual([[1], [2], [3]])
        expect((await store.log.read('e')).updates).toEqual([])
      })

      it('refuses an append and a compaction under a stale epoch, and keeps nothing of them', async () => {
        await store.log.append('d', 0, [entry(1)])
        expect(await store.log.fence('d')).toBe(1)
        await reopen()
        await expect(store.log.append('d', 0, [entry(2)])).rejects.toBeInstanceOf(StaleEpoch)
        const compaction = store.log.compact('d', 0, snapshotOf(9), 1)
        await expect(compaction).rejects.toBeInstanceOf(StaleEpoch)
        const { epoch, updates, snapshot } = await store.log.read('d')
        expect([epoch, bytesOf(updates), snapshot]).toEqual([1, [[1]], null])
        expect(await store.log.append('d', 1, [entry(3)])).toBe(2)
      })

      it('holds after a fence exactly what was acknowledged before it', async () => {
        const acknowledged: number[] = []
        const writers = Array.from({ length: 20 }, async (_, writer) => {
          for (let i = 0; i < 20; i++) {
            const byte = writer * 10 + (i % 10)
            try {
              await store.log.append('d', 0, [entry(byte)])
              acknowledged.push(byte)
            } catch (error) {
              if (!(error instanceof StaleEpoch)) throw error
              return
            }
          }
        })
        // The fence falls somewhere in the middle of the twenty.
        await store.log.append('d', 0, [entry(255)])
        await store.log.append('d', 0, [entry(254)])
        await store.log.fence('d')
        const { updates } = await store.log.read('d')
        await Promise.all(writers)
        const kept = bytesOf(updates).flat().sort()
        expect(kept).toEqual([...acknowledged, 254, 255].sort())
        const later = bytesOf((await store.log.read('d')).updates)
        expect(later.flat().sort()).toEqual(kept)
      })

      it('names as last the last update it gives, whatever is being appended meanwhile', async () => {
        const turn = () => new Promise((resolve) => setImmediate(resolve))
        const large = { update: new Uint8Array(5000) }
        let hasRead = false
        const writing = Array.from({ length: 5 }, async () => {
          while (!hasRead) {
            const first = store.log.append('d', 0, [large])
            await turn()
            const second = store.log.append('d', 0, [large])
            await Promise.all([first, second])
          }
        })
        for (let i = 0; i < 50; i++) {
          const { updates, last } = await store.log.read('d')
          expect(updates.length).toBe(last)
          await turn()
        }
        hasRead = true
        await Promise.all(writing)
      })

      it('loses nothing to a compaction that comes late or names what is not there yet', async () => {
        await store.log.append('d', 0, [entry(1), entry(2), entry(3)])
        await store.log.compact('d', 0, snapshotOf(1, 2), 2)
        await store.log.compact('d', 0, snapshotOf(1), 1)
        await expect(store.log.compact('d', 0, snapshotOf(9), 4)).rejects.toThrow()
        await reopen()
        const { snapshot, updates, last } = await store.log.read('d')
        expect([snapshot, bytesOf(updates), last]).toEqual([snapshotOf(1, 2), [[3]], 3])
      })

      it('refuses an append that gives one client ID to two persons', async () => {
        const twice = store.log.append('d', 0, [
          { ...entry(1), newClients: [[7, 'hanh']] },
          { ...entry(2), newClients: [[7, 'bao']] },
        ])
        await expect(twice).rejects.toThrow()
        const { clients, updates } = await store.log.read('d')
        expect([clients.size, updates.length]).toEqual([0, 0])
      })

      it('gives a client ID to the first person who names it, for ever', async () => {
        await store.log.append('d', 0, [{ ...entry(1), newClients: [[7, 'hanh']] }])
        await reopen()
        const foreign = store.log.append('d', 0, [{ ...entry(2), newClients: [[7, 'bao']] }])
        await expect(foreign).rejects.toThrow()
        await store.log.append('d', 0, [{ ...entry(3), newClients: [[7, 'hanh']] }])
        const { clients, updates } = await store.log.read('d')
        expect([...clients]).toEqual([[7, 'hanh']])
        expect(bytesOf(updates)).toEqual([[1], [3]])
      })

      it('reads the same text after any mix of appends, compactions and reopenings', async () => {
        const command = fc.oneof(
          { weight: 6, arbitrary: fc.integer({ min: 0, max: 255 }) },
          { weight: 2, arbitrary: fc.constant('compact' as const) },
          { weight: 1, arbitrary: fc.constant('reopen' as const) },
        )
        let run = 0
        await fc.assert(
          fc.asyncProperty(fc.array(command, { maxLength: 25 }), async (commands) => {
            const id = `document-${run++}`
            const written: number[] = []
            for (const one of commands) {
              if (one === 'reopen') await reopen()
              else if (one === 'compact') {
                const { last } = await store.log.read(id)
                await store.log.compact(id, 0, snapshotOf(...written), last)
              } else {
                await store.log.append(id, 0, [entry(one)])
                written.push(one)
              }
              const { snapshot, updates } = await store.log.read(id)
              if (snapshot) expect(snapshot.vector).toEqual(Uint8Array.of(snapshot.update.length))
              expect([...(snapshot?.update ?? []), ...bytesOf(updates).flat()]).toEqual(written)
            }
          }),
          { numRuns: 25 },
        )
      })
    })

    describe('blobs', () => {
      it('names bytes by their SHA-256 and gives them back, also after reopening', async () => {
        const sha256 = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'
        const bytes = new TextEncoder().encode('abc')
        expect(await Promise.all([store.blobs.put(bytes), store.blobs.put(bytes)])).toEqual([
          sha256,
          sha256,
        ])
        await reopen()
        expect([...((await store.blobs.get(sha256)) ?? [])]).toEqual([...bytes])
        expect(await store.blobs.get('0'.repeat(64))).toBeNull()
        expect(await store.blobs.get('../records.json')).toBeNull()
      })
    })

    momentsContract(() => store, reopen)
    describe('bus', () => {
      it('tells listeners of a topic until they stop listening', () => {
        const heard: string[] = []
        const stop = store.bus.listen('topic', (message) => heard.push(message))
        store.bus.tell('topic', 'one')
        store.bus.tell('other', 'two')
        stop()
        store.bus.tell('topic', 'three')
        expect(heard).toEqual(['one'])
      })
    })
  })
}
