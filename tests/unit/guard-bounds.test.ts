// What one update may cost at most, where Yjs itself or a hash would take long.
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { bareDoc } from '../../server/rooms/bare-doc'
import { guardUpdate } from '../../server/rooms/guard-update'
import { commentKey } from '../../shared/document/comment-mark'
import { element, format, letters, rawUpdate, sent, typed } from '../kit/raw-update'

const client = 5

/** One paragraph (0), its text (1) and as many letters (from 2 on). */
function room(length: number): Y.Doc {
  const doc = new Y.Doc()
  const author = new Y.Doc()
  author.clientID = client
  const paragraph = new Y.XmlElement('paragraph')
  author.getXmlFragment('default').insert(0, [paragraph])
  const text = new Y.XmlText()
  paragraph.insert(0, [text])
  text.insert(0, 'x'.repeat(length))
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(author))
  return doc
}
const ask = (doc: Y.Doc, update: Uint8Array) =>
  guardUpdate(update, 'an', { doc, ownerOf: () => 'an' })
const everySecond = (count: number) =>
  rawUpdate(
    [],
    Array.from({ length: count }, (_, i) => [client, 2 + 2 * i, 1] as const),
  )

it('[G2] forty thousand deletions that cut text are refused, thirty thousand are taken', () => {
  expect(ask(room(90_000), everySecond(40_000))).toMatchObject({ ok: false })
  expect(ask(room(90_000), everySecond(30_000))).toMatchObject({ ok: true })
})

it('[G2] any number of deletions that are known already is taken', () => {
  const doc = room(90_000)
  Y.applyUpdate(doc, everySecond(40_000))
  expect(ask(doc, everySecond(40_000))).toMatchObject({ ok: true, isEmpty: true })
})

it('[G2] deletions that overlap are refused: each would be walked through from its start', () => {
  const doc = room(0)
  const others = Array.from({ length: 30_000 }, (_, i) =>
    letters(i ? { right: [9, i - 1] } : { parent: [client, 1] }, 'y'),
  )
  Y.applyUpdate(doc, sent(9, 0, ...others))
  Y.applyUpdate(doc, rawUpdate([], [[9, 0, 30_000]]))
  const overlapping = new Array(30_000).fill([9, 0, 30_000])
  expect(ask(doc, rawUpdate([], overlapping))).toMatchObject({ ok: false })
  const backwards = [4, 0].map((clock) => [9, clock, 1] as const)
  expect(ask(doc, rawUpdate([], backwards))).toMatchObject({ ok: false })
  expect(ask(doc, Uint8Array.of(0, 2, 9, 1, 0, 1, 9, 1, 0, 1))).toMatchObject({ ok: false })
  const sideBySide = [0, 1].map((clock) => [9, clock, 1] as const)
  expect(ask(doc, rawUpdate([], sideBySide))).toMatchObject({ ok: true })
})

it('[G12] marks of more than 2,000 threads in one update are refused', () => {
  const marks = (threads: number) =>
    Array.from({ length: 4000 }, (_, i) => {
      const thread = `t${i % threads}`
      return format({ origin: [client, 2] }, commentKey(thread), JSON.stringify({ thread }))
    })
  expect(ask(room(4), sent(9, 0, ...marks(2000)))).toMatchObject({ ok: true })
  expect(ask(room(4), sent(9, 0, ...marks(2001)))).toMatchObject({ ok: false })
})

it('[G8] other roots by the thousand are refused and none is made', () => {
  const roots = Array.from({ length: 3000 }, (_, i) => typed({ parent: `root${i}` }, 1))
  const doc = room(4)
  expect(ask(doc, sent(9, 0, ...roots))).toMatchObject({ ok: false })
  expect([...doc.share.keys()]).toEqual(['default'])
})

it('[G3] strings that are not UTF-8 are refused, letters of half a pair crash nothing', () => {
  const lone = sent(9, 0, letters({ origin: [client, 2] }, 'aé'))
  const broken = Uint8Array.from(lone)
  broken.set([0xed, 0xa0], broken.length - 3)
  expect(ask(room(4), broken)).toMatchObject({ ok: false })
  const doc = room(0)
  const pair = sent(9, 0, letters({ parent: [client, 1] }, '👍👍'))
  expect(ask(doc, pair)).toMatchObject({ ok: true })
  Y.applyUpdate(doc, pair)
  const cut = rawUpdate([], [[9, 1, 2]])
  expect(ask(doc, cut)).toMatchObject({ ok: true })
  Y.applyUpdate(doc, cut)
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  expect(copy.getXmlFragment('default').toString()).toBe(doc.getXmlFragment('default').toString())
})

it('[G16] a paper that weighs too much takes no more, until something is deleted', () => {
  const doc = room(4)
  const paragraphs = (from: number) =>
    rawUpdate([
      {
        client: 9,
        clock: from,
        structs: Array.from({ length: 10_000 }, (_, i) =>
          element(from + i ? { origin: [9, from + i - 1] } : {}, 'paragraph'),
        ),
      },
    ])
  let taken = 0
  for (; ask(doc, paragraphs(taken * 10_000)).ok && taken < 10; taken++) {
    Y.applyUpdate(doc, paragraphs(taken * 10_000))
  }
  expect(taken).toBe(3)
  expect(ask(doc, sent(client, 6, letters({ origin: [client, 5] }, 'x')))).toMatchObject({
    ok: true,
  })
  const away = rawUpdate([], [[9, 0, 30_000]])
  expect(ask(doc, away)).toMatchObject({ ok: true })
  Y.applyUpdate(doc, away)
  ask(doc, paragraphs(taken * 10_000))
  expect(ask(doc, paragraphs(taken * 10_000))).toMatchObject({ ok: true })
})

it('[G7] a text that goes after its hundred thousand letters went takes moments, not a minute', () => {
  const doc = bareDoc()
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(room(1)))
  const count = 100_000
  const before = Array.from({ length: count }, (_, i) =>
    letters(i ? { right: [9, i - 1] } : { parent: [client, 1] }, 'y'),
  )
  Y.applyUpdate(doc, sent(9, 0, ...before))
  Y.applyUpdate(doc, rawUpdate([], [[9, 0, count]]))
  const begun = performance.now()
  Y.applyUpdate(doc, rawUpdate([], [[client, 0, 1]]))
  expect(performance.now() - begun).toBeLessThan(15_000)
  expect(doc.getXmlFragment('default').length).toBe(0)
  const again = new Y.Doc()
  Y.applyUpdate(again, Y.encodeStateAsUpdate(doc))
  expect(again.getXmlFragment('default').length).toBe(0)
  expect(Y.encodeStateVector(again)).toEqual(Y.encodeStateVector(doc))
})
