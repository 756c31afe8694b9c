// Cards in the margin: beside their words, none over another, the one in hand exactly.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  between,
  type CardSize,
  isCrowded,
  pivotOf,
  places,
} from '../../client/pieces/comments/places'

const card = (id: string, want: number | null, height = 100): CardSize => ({ id, want, height })
const tops = (cards: CardSize[], focused: string | null) =>
  cards.map(({ id }) => places(cards, focused).get(id))

describe('places of cards', () => {
  it('are those of the words where there is room', () => {
    expect(tops([card('a', 0), card('b', 300)], null)).toEqual([0, 300])
  })

  it('are pushed down where words stand close', () => {
    expect(tops([card('a', 0), card('b', 20), card('c', 30)], null)).toEqual([0, 112, 224])
  })

  it('bring the card in hand to its words, others give way', () => {
    expect(tops([card('a', 0), card('b', 20), card('c', 30)], 'b')).toEqual([0, 112, 224])
    expect(tops([card('a', 500), card('b', 520), card('c', 530)], 'b')).toEqual([408, 520, 632])
  })

  it('hide no card above the start of the margin unless there are many', () => {
    const many = Array.from({ length: 6 }, (_, i) => card(String(i), 10 * i))
    expect(tops(many.slice(0, 3), '2')).toEqual([0, 112, 224])
    expect(tops(many, '5')?.[5]).toBe(50)
  })

  it('put cards without words after the others', () => {
    expect(tops([card('a', 50), card('b', null)], null)).toEqual([50, 162])
  })

  it('never overlap, and the one in hand is exact, or a little below near the start', () => {
    const some = fc.array(
      fc.record({ want: fc.nat(2000), height: fc.integer({ min: 1, max: 400 }) }),
      {
        minLength: 1,
        maxLength: 20,
      },
    )
    fc.assert(
      fc.property(some, fc.nat(19), (given, at) => {
        const cards = given
          .sort((a, b) => a.want - b.want)
          .map(({ want, height }, index) => card(String(index), want, height))
        const focused = cards[at % cards.length]
        const found = places(cards, focused?.id ?? null)
        const away = (found.get(focused?.id ?? '') ?? 0) - (focused?.want ?? 0)
        expect(away).toBeGreaterThanOrEqual(0)
        expect(away).toBeLessThanOrEqual((focused?.want ?? 0) < 400 ? 240 : 0)
        for (let i = 1; i < cards.length; i++) {
          const above = (found.get(String(i - 1)) ?? 0) + (cards[i - 1]?.height ?? 0)
          expect(found.get(String(i))).toBeGreaterThanOrEqual(above + 12)
        }
      }),
    )
  })
})

describe('which card stands exactly beside its words', () => {
  const cards = [card('a', 0), card('b', 300), card('c', 900), card('d', null)]
  const none = { inHand: null, before: null }
  const pivot = (
    inHand: string | null,
    top: number,
    bottom: number,
    before: string | null = null,
  ) => pivotOf(cards, { inHand, before }, { top, bottom })
  it('is the one in hand while its words are in sight', () => {
    expect(pivot('b', 0, 400)).toBe('b')
    expect(pivot('c', 0, 400)).toBe('a')
    expect(pivot('d', 0, 400)).toBe('a')
  })
  it('else the first in sight, or the last above it', () => {
    expect(pivot(null, 100, 400)).toBe('b')
    expect(pivot(null, 400, 800)).toBe('b')
    expect(pivotOf([card('d', null)], none, { top: 0, bottom: 400 })).toBeNull()
  })
  it('stays the same while no words are in sight, not too far from its own', () => {
    expect(pivot(null, 310, 500, 'b')).toBe('b')
    expect(pivot(null, 310, 500, 'a')).toBe('b')
    expect(pivot(null, 310, 710, 'a')).toBe('a')
    expect(pivot(null, 310, 710, 'gone')).toBe('b')
  })
})

describe('a crowd', () => {
  it('is far more cards than text', () => {
    const cards = [card('a', 0), card('b', 20), card('c', 30)]
    expect([isCrowded(cards, 160), isCrowded(cards, 170)]).toEqual([true, false])
  })
})

describe('which cards are near the window', () => {
  it('are those whose words stand between two heights, and never too many', () => {
    const some = fc.array(fc.nat(5000), { maxLength: 200 })
    fc.assert(
      fc.property(some, fc.nat(5000), fc.nat(2000), (given, from, length) => {
        const tops = given.sort((a, b) => a - b)
        const to = from + length
        const [first, end] = between(tops.length, (index) => tops[index] ?? 0, from, to)
        expect(end - first).toBeLessThanOrEqual(60)
        const inside = tops.filter((top) => top >= from && top < to)
        const found = tops.slice(first, end)
        if (inside.length <= 60) expect(found).toEqual(inside)
        else expect(found.every((top) => top >= from && top < to)).toBe(true)
      }),
    )
  })
})
