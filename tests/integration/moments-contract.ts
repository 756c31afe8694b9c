// What every store must do with the earlier moments of a text: a part of the store contract.
import { describe, expect, it } from 'vitest'
import type { Store } from '../../server/stores/contract'

export function momentsContract(store: () => Store, reopen: () => Promise<void>): void {
  describe('moments', () => {
    it('[D6] gives them back in the order of time, also after reopening, and lets go of some', async () => {
      const bytes = (n: number) => Uint8Array.of(n, n)
      await Promise.all([
        store().moments.put('d', 20, bytes(2)),
        store().moments.put('d', 3, bytes(1)),
      ])
      await store().moments.put('e', 5, bytes(3))
      await reopen()
      expect(await store().moments.list('d')).toEqual([
        { at: 3, bytes: 2 },
        { at: 20, bytes: 2 },
      ])
      expect([...((await store().moments.get('d', 20)) ?? [])]).toEqual([2, 2])
      await store().moments.remove('d', [3])
      expect((await store().moments.list('d')).map(({ at }) => at)).toEqual([20])
      expect(await store().moments.get('d', 3)).toBeNull()
      expect(await store().moments.list('nobody')).toEqual([])
      expect(await store().moments.get('../log', 0)).toBeNull()
    })
  })
}
