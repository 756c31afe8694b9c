// How long Yjs would search for the places of an update's items is known, and bounded, beforehand.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { Placing, type Section } from '../../server/rooms/guard/placing'
import { Reader } from '../../server/rooms/guard/reader'
import { readStruct, type Struct } from '../../server/rooms/guard/struct'
import { guardUpdate } from '../../server/rooms/guard-update'
import { diceOf } from '../kit/paper-editor'
import { attribute, type Id, letters, rawUpdate, sent } from '../kit/raw-update'
import { wildUpdate } from '../kit/wild-update'

const victim = 5
const mine = 77

/** The victim's paragraph (clock 0) with its text (1) and as many letters (from 2 on). */
function room(length: number): Y.Doc {
  const author = new Y.Doc()
  author.clientID = victim
  const paragraph = new Y.XmlElement('paragraph')
  author.getXmlFragment('default').insert(0, [paragraph])
  paragraph.insert(0, [new Y.XmlText('x'.repeat(length))])
  const doc = new Y.Doc()
  doc.getXmlFragment('default')
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(author))
  return doc
}
const ask = (doc: Y.Doc, update: Uint8Array) =>
  guardUpdate(update, 'an', { doc, ownerOf: () => 'an' })
const many = (count: number, struct: (i: number) => ReturnType<typeof letters>, client = mine) =>
  rawUpdate([{ client, clock: 0, structs: Array.from({ length: count }, (_, i) => struct(i)) }])
const refused = { ok: false, why: expect.any(String) }
const letter = (at: number): Id => [victim, 2 + at]

describe('what Yjs would search through for ever', () => {
  it('[G16] letters between one letter and thousands of others, in either order, are refused', () => {
    const between = (client: number) =>
      many(2000, (i) => letters({ origin: letter(0), right: letter(2 + 2 * i) }, 'y'), client)
    expect(ask(room(5000), between(mine))).toEqual(refused)
    expect(ask(room(5000), between(3))).toEqual(refused)
  })

  it('[G16] letters that stand before everything after them are refused by the thousand', () => {
    const ends = many(2000, (i) => letters({ origin: letter(2 * (2000 - i)) }, 'y'))
    expect(ask(room(5000), ends)).toEqual(refused)
  })

  it('[G16] values of an attribute that each begin anew are refused by the thousand', () => {
    const anew = many(2000, () => attribute({ parent: [victim, 0], sub: 'textAlign' }, 'left'))
    expect(ask(room(1), anew)).toEqual(refused)
    const after = many(2000, (i) =>
      attribute(
        i ? { origin: [mine, i - 1] } : { parent: [victim, 0], sub: 'textAlign' },
        i % 2 ? 'left' : 'right',
      ),
    )
    expect(ask(room(1), after)).toMatchObject({ ok: true })
  })

  it('[G16] text cut in more than 20,000 places is refused', () => {
    const cuts = (count: number) =>
      many(count, (i) => letters({ origin: letter(2 * i), right: letter(2 * i + 1) }, 'y'))
    expect(ask(room(45_000), cuts(20_000))).toMatchObject({ ok: true })
    expect(ask(room(45_000), cuts(20_001))).toEqual(refused)
  })

  it('[G16] more than 50,000 new structs are refused, known ones are not counted', () => {
    const chain = (count: number) =>
      many(count, (i) => letters({ right: i ? [mine, i - 1] : letter(0) }, 'y'))
    const doc = room(1)
    expect(ask(doc, chain(50_001))).toEqual(refused)
    expect(ask(doc, chain(50_000))).toMatchObject({ ok: true })
    Y.applyUpdate(doc, chain(50_000))
    const more = sent(mine, 50_000, letters({ right: [mine, 49_999] }, 'y'))
    expect(ask(doc, more)).toMatchObject({ ok: true })
    Y.applyUpdate(doc, more)
    expect(ask(doc, chain(50_001))).toMatchObject({ ok: true, isEmpty: true })
  })

  it('[G15] what is honest at this size is taken: a paste, and typing at ten thousand places', () => {
    const doc = room(1)
    const author = new Y.Doc()
    Y.applyUpdate(author, Y.encodeStateAsUpdate(doc))
    const root = author.getXmlFragment('default')
    const before = Y.encodeStateVector(author)
    const paragraphs = Array.from({ length: 3000 }, (_, i) => {
      const paragraph = new Y.XmlElement('paragraph')
      paragraph.insert(0, [new Y.XmlText(`đoạn ${i} `.repeat(20))])
      return paragraph
    })
    root.insert(0, paragraphs)
    const paste = Y.encodeStateAsUpdate(author, before)
    expect(ask(doc, paste)).toMatchObject({ ok: true })
    Y.applyUpdate(doc, paste)
    const later = Y.encodeStateVector(author)
    const dice = diceOf(3)
    for (let i = 0; i < 10_000; i++) {
      const text = (root.get(dice(3000)) as Y.XmlElement).get(0) as Y.XmlText
      if (dice(4)) text.insert(dice(text.length), 'chữ')
      else text.delete(dice(text.length - 1), 1)
    }
    expect(ask(doc, Y.encodeStateAsUpdate(author, later))).toMatchObject({ ok: true })
  })
})

/** The sections of an update as the guard reads them. */
function sectionsOf(doc: Y.Doc, update: Uint8Array): Map<number, Section> {
  const reader = new Reader(update)
  const sections = new Map<number, Section>()
  for (let left = reader.count(3); left > 0; left--) {
    const count = reader.count(2)
    const client = reader.uint()
    const structs: Struct[] = []
    let clock = reader.clock()
    const known = Y.getState(doc.store, client)
    for (let i = 0; i < count; i++) {
      const struct = readStruct(reader, client, clock, 'default')
      clock = struct.end
      if (clock > known) structs.push(struct)
    }
    sections.set(client, { client, known, state: known, next: 0, structs })
  }
  return sections
}

const idsOf = (from: Iterable<{ client: number; clock: number; end: number }>) =>
  [...from].flatMap(({ client, clock, end }) =>
    Array.from({ length: end - clock }, (_, i) => `${client}.${clock + i}`),
  )
function* itemsOf(list: Y.AbstractType<unknown>) {
  for (let item = list._start; item; item = item.right) {
    const { client, clock } = item.id
    yield { client, clock, end: clock + item.length }
  }
}

it('[G16] the places that the guard foresees are those where Yjs puts the letters', () => {
  let taken = 0
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const dice = diceOf(seed)
      const doc = room(12)
      for (let i = 0; i < 60; i++) {
        const update = wildUpdate(doc, dice)
        if (!ask(doc, update).ok) continue
        taken += 1
        const placing = new Placing(doc, sectionsOf(doc, update))
        expect(placing.placeAll(() => false).next().done).toBe(true)
        const root = doc.getXmlFragment('default')
        const lists = [root, ...root.createTreeWalker(() => true)] as Y.AbstractType<unknown>[]
        const foreseen = lists.map((list) => ({ list, ids: idsOf(placing.weave.order(list)) }))
        Y.applyUpdate(doc, update)
        for (const { list, ids } of foreseen) {
          // What the update deletes as well is collected.
          if (!list._item?.deleted) expect(ids).toEqual(idsOf(itemsOf(list)))
        }
      }
    }),
    { numRuns: 150, verbose: true },
  )
  expect(taken).toBeGreaterThan(300)
})
