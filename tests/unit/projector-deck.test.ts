// A paper cut into slides: nothing lost, nothing too tall, headings with what follows.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  paginate,
  slideOf,
  slidesOf,
  stopOf,
  stopsOf,
  unitsOf,
} from '../../client/screens/projector/deck'
import { canonical } from '../../shared/document/canonical'
import { type PaperNode, sections } from '../../shared/document/outline'

const text = (words: string): PaperNode => ({ type: 'text', text: words })
const block = (type: string, ...content: PaperNode[]): PaperNode => ({ type, content })
const heading = (words: string, level = 1): PaperNode => ({
  type: 'heading',
  attrs: { level },
  content: [text(words)],
})
const item = (words: string) => block('listItem', block('paragraph', text(words)))
const paper = canonical(
  block(
    'doc',
    heading('I'),
    block('paragraph', text('một')),
    block('paragraph'),
    { type: 'orderedList', attrs: { start: 3 }, content: [item('hai'), item('ba')] },
    heading('II'),
    heading('1. nhỏ', 2),
    block('paragraph', text('bốn')),
  ),
)

describe('units of a section', () => {
  it('part a list between its items, numbers kept, and leave out what is empty', () => {
    const units = sections(paper).map(unitsOf)[0] ?? []
    expect(units.map(({ paragraphs }) => paragraphs)).toEqual([[1], [2], [3]])
    expect(units.map(({ node }) => node.attrs?.start)).toEqual([undefined, 3, 4])
  })
})

describe('pages', () => {
  const sized = (...heights: number[]) => heights.map((height) => ({ height, isHeading: false }))

  it('hold what fits', () => {
    expect(paginate(sized(100, 100, 100), 200, 40)).toEqual([
      { from: 0, to: 2, shift: 0 },
      { from: 2, to: 3, shift: 0 },
    ])
  })
  it('do not end with a heading', () => {
    const units = [
      { height: 100, isHeading: false },
      { height: 50, isHeading: true },
      { height: 100, isHeading: false },
    ]
    expect(paginate(units, 200, 40).map(({ from, to }) => [from, to])).toEqual([
      [0, 1],
      [1, 3],
    ])
  })
  it('show a unit longer than the screen in parts that end between lines', () => {
    expect(paginate(sized(450), 210, 40)).toEqual([
      { from: 0, to: 1, shift: 0 },
      { from: 0, to: 1, shift: 200 },
      { from: 0, to: 1, shift: 400 },
    ])
  })
  it('do not show the space below a paragraph alone', () => {
    expect(paginate(sized(420), 210, 40).map(({ shift }) => shift)).toEqual([0, 200])
  })
  it('of nothing is one empty page', () => {
    expect(paginate([], 200, 40)).toEqual([{ from: 0, to: 0, shift: 0 }])
  })
  it('lose nothing, keep the order, and fit', () => {
    const unit = fc.record({ height: fc.integer({ min: 1, max: 500 }), isHeading: fc.boolean() })
    fc.assert(
      fc.property(fc.array(unit, { minLength: 1, maxLength: 30 }), (units) => {
        const pages = paginate(units, 300, 40)
        const whole = pages.filter(({ shift }) => shift === 0)
        expect(whole.flatMap(({ from, to }) => units.slice(from, to))).toEqual(units)
        for (const { from, to } of whole) {
          const height = units.slice(from, to).reduce((sum, one) => sum + one.height, 0)
          if (to - from > 1) expect(height).toBeLessThanOrEqual(300)
        }
      }),
    )
  })
})

describe('slides', () => {
  it('are found by their paragraphs', () => {
    const units = sections(paper).map(unitsOf)
    const slides = slidesOf(
      units,
      units.map((own) => own.map((_, at) => ({ from: at, to: at + 1, shift: 0 }))),
    )
    expect(slides).toHaveLength(5)
    expect(slideOf(slides, { paragraph: 3 })).toBe(2)
    expect(slideOf(slides, { paragraph: 4 })).toBe(4)
    expect(slideOf(slides, { paragraph: 9 })).toBeNull()
    expect(slides[2]).toMatchObject({ section: 0, page: 2, pages: 3 })
  })
})

describe('steps', () => {
  const units = sections(paper).map(unitsOf)
  const unit = fc.record({ height: fc.integer({ min: 1, max: 900 }), isHeading: fc.boolean() })
  /** Papers of any measure, and two screens of which one has less room. */
  const decks = fc
    .record({
      own: fc.array(fc.array(unit, { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 5 }),
      alone: fc.nat(6),
      room: fc.integer({ min: 300, max: 900 }),
    })
    .map(({ own, alone, room }) => {
      let number = 0
      const drawn = own.map((section) =>
        section.map(({ height, isHeading }, at) => {
          const node: PaperNode = { type: 'paragraph' }
          const isNumbered = !isHeading && at !== alone
          if (isNumbered) number += 1
          return { node, height, isHeading, paragraphs: isNumbered ? [number] : [] }
        }),
      )
      const on = (high: number) =>
        slidesOf(
          drawn,
          drawn.map((section) => paginate(section, high, 40)),
        )
      return { leader: on(300), room: on(room) }
    })

  it('[K2] lead to every paragraph in order, and to what bears no number', () => {
    const slides = slidesOf(
      units,
      units.map((own) => [{ from: 0, to: own.length, shift: 0 }]),
    )
    expect(stopsOf(slides).map(({ slide, paragraph }) => [slide, paragraph])).toEqual([
      [0, 1],
      [0, 2],
      [0, 3],
      [1, 4],
    ])
  })

  it('[K2] one after the other show every slide of the leader, and every one of a screen with more room', () => {
    fc.assert(
      fc.property(decks, ({ leader, room }) => {
        const stops = stopsOf(leader)
        expect(stops.map((stop) => slideOf(leader, stop))).toEqual(stops.map(({ slide }) => slide))
        expect(new Set(stops.map(({ slide }) => slide)).size).toBe(leader.length)
        expect(stops.map((stop) => stopOf(stops, stop, stop.slide))).toEqual([...stops.keys()])
        const shown = new Set(stops.map((stop) => slideOf(room, stop)))
        expect([...shown].sort((a, b) => Number(a) - Number(b))).toEqual([...room.keys()])
      }),
    )
  })
})
