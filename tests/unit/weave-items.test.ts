// Two who write the conclusion at once: nothing of either is lost, and what they disagree on is named.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { weaveItems } from '../../shared/facts/weave-items'

interface Item {
  readonly id: string
  readonly body: string
  readonly answer?: string
  readonly from?: readonly string[]
}
const words = fc.string({ maxLength: 3 })
const list = fc.uniqueArray(
  fc.record(
    { id: fc.constantFrom(...'abcdef'), body: words, answer: words, from: fc.array(words) },
    { requiredKeys: ['id', 'body'] },
  ),
  { selector: ({ id }) => id, maxLength: 5 },
) as fc.Arbitrary<Item[]>

const of = (items: readonly Item[], id: string) => items.find((item) => item.id === id)
const turned = (items: readonly Item[]) =>
  items.map((item) => Object.fromEntries(Object.entries(item).reverse()) as unknown as Item)

it('[Z13] what only one of them changed stands as that one left it', () => {
  fc.assert(
    fc.property(list, list, (seen, changed) => {
      expect(weaveItems(seen, changed, turned(seen)).contested).toEqual([])
      expect(weaveItems(seen, changed, turned(seen)).items).toEqual(changed)
      const theirs = weaveItems(seen, turned(seen), changed)
      expect(theirs).toEqual({ items: changed, contested: [] })
    }),
  )
})

it('[Z13] whatever either wrote stands in the outcome, or is among what is contested', () => {
  fc.assert(
    fc.property(list, list, list, (seen, mine, kept) => {
      const { items, contested } = weaveItems(seen, mine, kept)
      expect(new Set(items.map(({ id }) => id)).size).toBe(items.length)
      const isIn = (places: readonly Item[], { id, body }: Item) => of(places, id)?.body === body
      for (const item of mine) {
        if (of(seen, item.id)?.body !== item.body) expect(isIn(items, item)).toBe(true)
      }
      for (const item of kept) {
        if (of(seen, item.id)?.body === item.body) continue
        expect(isIn(items, item) || isIn(contested, item)).toBe(true)
      }
    }),
  )
})

it('[Z13] saying the same twice is no quarrel; changing what another took away keeps the change', () => {
  const seen = [{ id: 'a', body: '1' }]
  const both = [{ id: 'a', body: '2' }]
  expect(weaveItems(seen, both, both)).toEqual({ items: both, contested: [] })
  expect(weaveItems(seen, both, [])).toEqual({ items: both, contested: [] })
  expect(weaveItems(seen, [], both)).toEqual({ items: both, contested: both })
  expect(weaveItems(seen, [], seen)).toEqual({ items: [], contested: [] })
  expect(weaveItems(both, both, []).items).toEqual([])
  const otherwise = [{ id: 'a', body: '3' }]
  expect(weaveItems(seen, both, otherwise)).toEqual({ items: both, contested: otherwise })
})

it('[Z13] whoever moves items keeps them where they were put, with what the other added beside it', () => {
  const items = (ids: string) => [...ids].map((id) => ({ id, body: id }))
  const order = (seen: string, mine: string, kept: string) =>
    weaveItems(items(seen), items(mine), items(kept))
      .items.map(({ id }) => id)
      .join('')
  expect(order('abc', 'acb', 'abxc')).toBe('acbx')
  expect(order('abc', 'cab', 'xabc')).toBe('xcab')
  expect(order('abc', 'axbc', 'abcy')).toBe('axbcy')
  expect(order('abc', 'cb', 'abcy')).toBe('cyb')
  expect(order('abc', 'abcx', 'cba')).toBe('cbax')
})
