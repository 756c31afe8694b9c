// What is asked for once and kept by what is announced: answers and announcements come on different lines, in any order.
import { useCallback, useLayoutEffect } from 'react'
import useSWR, { type Key, mutate, type SWRConfiguration, unstable_serialize } from 'swr'

type Change<T> = (known: T) => T

/** By key: what the answers under way have to be told, in the order in which they were asked for. */
const underWay = new Map<string, Set<Change<unknown>[]>>()

/**
 * Asks, and keeps the answer under `key` with every change laid over it that was told since the
 * question. An answer that a later question's has overtaken brings nothing of its own. Returns
 * what is known then; throws what `ask` throws, and then keeps nothing.
 */
export async function askKept<T>(key: Key, ask: () => Promise<T>): Promise<T> {
  const id = unstable_serialize(key)
  const all = underWay.get(id) ?? new Set()
  underWay.set(id, all)
  const changes: Change<unknown>[] = []
  all.add(changes)
  try {
    const answer: unknown = await ask()
    const known = changes.reduce((before, change) => change(before), answer) as T
    for (const earlier of all) {
      if (earlier === changes) break
      earlier.splice(0, earlier.length, () => known)
    }
    // Nothing may come in between: the library would else put the bare answer there itself.
    void mutate(key, known, { revalidate: false })
    return known
  } finally {
    all.delete(changes)
    if (all.size === 0) underWay.delete(id)
  }
}

/** Changes what is known under `key`, if anything is, and what answers on their way will bring. */
export function changeKept<T>(key: Key, change: Change<T>): void {
  for (const changes of underWay.get(unstable_serialize(key)) ?? [])
    changes.push(change as Change<unknown>)
  void mutate<T>(key, (known) => known && change(known), { revalidate: false })
}

/** By key: how many pieces of the page keep it up to date. */
const keepers = new Map<string, number>()

/** What nobody keeps is not fresh, however lately it was asked for: whoever wants it next asks anew. */
function keepUp(id: string): () => void {
  keepers.set(id, (keepers.get(id) ?? 0) + 1)
  return () => {
    const left = (keepers.get(id) ?? 1) - 1
    if (left > 0) return void keepers.set(id, left)
    keepers.delete(id)
    void mutate(id)
  }
}

/**
 * What is kept under `key`, asked for when it is first wanted; `null`: not wanted. `again` asks
 * anew; it never throws.
 */
export function useKept<T>(key: Key, ask: () => Promise<T>, config?: SWRConfiguration<T>) {
  const { data, error, mutate: askAgain } = useSWR(key, () => askKept(key, ask), config)
  const id = unstable_serialize(key)
  useLayoutEffect(() => (id === '' ? undefined : keepUp(id)), [id])
  // biome-ignore lint/correctness/useExhaustiveDependencies: a key is made anew with every drawing, its letters are the same.
  const change = useCallback((work: Change<T>) => changeKept(key, work), [id])
  const again = useCallback(() => askAgain(), [askAgain])
  return { data, error: error as unknown, change, again }
}
