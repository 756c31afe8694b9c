// Which comments pass a filter, how many each choice would leave, and the way from one to the next.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cutSections } from '../../client/pieces/comments/sections'
import {
  authorsOf,
  countWith,
  noFilter,
  passes,
  stepTo,
  type ThreadFilter,
} from '../../client/pieces/comments/thread-filter'
import type { ThreadView } from '../../shared/records/thread'

const people = ['lam', 'hanh', 'thoa'] as const
const kinds = ['remark', 'understanding', 'proposal'] as const
const states = ['open', 'answered', 'withdrawn'] as const
const titles = ['I', 'II']

const anyThread = fc.record({
  author: fc.constantFrom(...people),
  kind: fc.constantFrom(...kinds),
  state: fc.constantFrom(...states),
})
const anyThreads = fc
  .array(anyThread, { maxLength: 30 })
  .map((all) => all.map((one, index) => ({ ...one, id: String(index) }) as ThreadView))
const orNull = <T>(values: readonly T[]) => fc.constantFrom<T | null>(null, ...values)
const anyFilter: fc.Arbitrary<ThreadFilter> = fc.record({
  isOpen: fc.boolean(),
  isMine: fc.boolean(),
  author: orNull(people),
  kind: orNull(kinds),
  section: orNull(titles),
})
const sectionOf = new Map([...Array(30).keys()].map((n) => [String(n), titles[n % 3] ?? '']))
const ground = { me: 'lam', sectionOf }

describe('the filter of comments', () => {
  it('lets pass what every single choice lets pass, and nothing withdrawn', () => {
    fc.assert(
      fc.property(anyThreads, anyFilter, (threads, filter) => {
        const singles = Object.entries(filter).map(([name, value]) => ({
          ...noFilter,
          [name]: value,
        }))
        for (const thread of threads) {
          const each = singles.every((single) => passes(thread, single, ground))
          expect(passes(thread, filter, ground)).toBe(each && thread.state !== 'withdrawn')
        }
      }),
    )
  })

  it('counts of the people add up to what is shown without a choice of person', () => {
    fc.assert(
      fc.property(anyThreads, anyFilter, (threads, filter) => {
        const counts = authorsOf(threads).map((author) =>
          countWith(threads, filter, { author }, ground),
        )
        const sum = counts.reduce((a, b) => a + b, 0)
        expect(sum).toBe(countWith(threads, filter, { author: null }, ground))
      }),
    )
  })
})

describe('the way from one comment to the next', () => {
  const ids = ['a', 'b', 'c']
  it('goes one on and one back and stays at the ends', () => {
    expect(stepTo(ids, 'a', 1)).toBe('b')
    expect(stepTo(ids, 'b', -1)).toBe('a')
    expect(stepTo(ids, 'c', 1)).toBe('c')
    expect(stepTo(ids, 'a', -1)).toBe('a')
    expect(stepTo([], 'a', 1)).toBeNull()
  })
  it('begins where one reads when none is in hand', () => {
    expect(stepTo(ids, null, 1)).toBe('a')
    expect(stepTo(ids, null, 1, 2)).toBe('c')
    expect(stepTo(ids, null, -1, 2)).toBe('b')
    expect(stepTo(ids, 'gone', -1)).toBe('a')
  })
})

describe('the sections of a paper', () => {
  const heading = (level: number, words: string) => ({ level, words })
  const words = (thread: string) => heading(0, thread)
  it('are cut at its highest headings; words before the first are in none', () => {
    const { titles, of } = cutSections([
      words('0'),
      heading(1, 'I'),
      words('1'),
      heading(2, '1.'),
      words('2'),
      heading(1, 'II'),
      words('3'),
      words('1'),
    ])
    expect(titles).toEqual(['I', 'II'])
    expect([...of]).toEqual([
      ['1', 'I'],
      ['2', 'I'],
      ['3', 'II'],
    ])
  })
  it('are none without headings', () => {
    expect(cutSections([words('1')])).toEqual({ titles: [], of: new Map() })
  })
})
