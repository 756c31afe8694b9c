// What the guard refuses, byte by byte, and that a refusal leaves no trace.
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { clearPending, guardUpdate, pendingLeft } from '../../server/rooms/guard-update'
import { commentKey } from '../../shared/document/comment-mark'
import {
  attribute,
  collected,
  deleted,
  element,
  format,
  hex,
  type Id,
  item,
  letters,
  rawUpdate,
  sent,
  skip,
  subdocument,
  typed,
} from '../kit/raw-update'

const mine = 77
const victim = 5
const server = 9

/** The victim's paragraph (clock 0) with its text (1) and "đề cương" (2–9), bold from 10 to 15. */
function room(fill?: (root: Y.XmlFragment) => void) {
  const author = new Y.Doc()
  author.clientID = victim
  const root = author.getXmlFragment('default')
  const paragraph = new Y.XmlElement('paragraph')
  root.insert(0, [paragraph])
  const text = new Y.XmlText()
  paragraph.insert(0, [text])
  text.insert(0, 'đề cương')
  text.insert(8, 'bold', { bold: {} })
  fill?.(root)
  const doc = new Y.Doc()
  doc.clientID = server
  doc.getXmlFragment('default')
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(author))
  return doc
}
const owners = new Map([
  [victim, 'bình'],
  [mine, 'an'],
])
const ask = (update: Uint8Array, { doc = room(), person = 'an' } = {}) => {
  const before = Y.encodeStateAsUpdate(doc)
  const verdict = guardUpdate(update, person, { doc, ownerOf: (id) => owners.get(id) })
  expect(Y.encodeStateAsUpdate(doc)).toEqual(before)
  if (verdict.ok) {
    Y.applyUpdate(doc, update)
    expect(pendingLeft(doc)).toBe(false)
  }
  return verdict
}
const refused = { ok: false, why: expect.any(String) }
const taken = { ok: true }
const inText: Id = [victim, 1]
const lastLetter: Id = [victim, 9]
const paragraphId: Id = [victim, 0]
const link = (href: unknown, rest = {}) =>
  sent(mine, 0, format({ origin: lastLetter }, 'link', JSON.stringify({ href, ...rest })))

describe('counts, clocks and lengths', () => {
  it('[G1] a count that exceeds the bytes left is refused before anything is set aside for it', () => {
    expect(ask(hex('01 ff ff ff 0f 4d 00'))).toEqual(refused)
    expect(ask(hex('ff ff ff ff 0f'))).toEqual(refused)
    expect(ask(hex('00 01 05 ff ff ff 0f'))).toEqual(refused)
    expect(ask(new Uint8Array())).toEqual(refused)
    // Three hundred bytes of zero in one number: lib0 arrives at NaN.
    expect(ask(new Uint8Array([...new Array(300).fill(0x80), 0, 0]))).toEqual(refused)
  })

  it('[G2] ten collected structs of length 2^53−1 are refused, as is every clock from 2^31 on', () => {
    const bomb = sent(mine, 0, ...new Array(10).fill(collected(2 ** 53 - 1)))
    expect(bomb).toHaveLength(95)
    expect(ask(bomb)).toEqual(refused)
    expect(ask(sent(mine, 0, deleted({ origin: lastLetter }, 2 ** 31 - 1)))).toEqual(refused)
    expect(ask(sent(mine, 0, collected(2_000_000)))).toEqual(refused)
    expect(ask(sent(mine, 0, collected(1000)))).toMatchObject(taken)
    expect(ask(rawUpdate([], [[victim, 0, 2 ** 40]]))).toEqual(refused)
  })

  it('[G3] an update of version 2, bytes after the end, and structs without length are refused', () => {
    const doc = room()
    expect(ask(Y.encodeStateAsUpdateV2(doc))).toEqual(refused)
    expect(ask(Y.encodeStateAsUpdateV2(new Y.Doc()))).toEqual(refused)
    expect(ask(new Uint8Array([...Y.encodeStateAsUpdate(doc), 0]))).toEqual(refused)
    for (const empty of [letters({ origin: lastLetter }, ''), collected(0)]) {
      expect(ask(sent(mine, 0, empty))).toEqual(refused)
    }
    expect(ask(rawUpdate([], [[victim, 0, 0]]))).toEqual(refused)
    expect(ask(sent(mine, 0, skip(5), letters({ origin: lastLetter }, 'a')))).toEqual(refused)
  })
})

describe('whose clock it is', () => {
  it("[G4] a jump of another person's clock is refused, and so is their next clock", () => {
    const jump = sent(victim, 16, collected(2 ** 31))
    expect(jump).toHaveLength(11)
    expect(ask(jump)).toEqual(refused)
    const next = Y.getState(room().store, victim)
    const race = sent(victim, next, letters({ origin: lastLetter }, 'x'))
    expect(ask(race)).toEqual({ ...refused, foreign: true })
    expect(ask(race, { person: 'bình' })).toMatchObject({ ok: true, newClients: [] })
  })

  it('[G4] a client ID without structs is told as new, one of nobody with structs is refused', () => {
    const verdict = ask(sent(1234, 0, letters({ origin: lastLetter }, 'x')))
    expect(verdict).toMatchObject({ ok: true, newClients: [1234], isEmpty: false })
    const doc = room()
    doc.getXmlFragment('default').insert(1, [new Y.XmlElement('paragraph')])
    const forged = sent(server, 1, letters({ origin: lastLetter }, 'x'))
    expect(ask(forged, { doc })).toEqual({ ...refused, foreign: true })
    const crowd = Array.from({ length: 300 }, (_, i) => ({
      client: 1000 + i,
      clock: 0,
      structs: [letters({ origin: lastLetter }, 'x')],
    }))
    expect(ask(rawUpdate(crowd))).toEqual(refused)
  })
})

describe('gaps', () => {
  it('[G5] an update that follows a missing one is a gap, as is a deletion of what is not known', () => {
    const gap = { ...refused, resync: true }
    expect(ask(sent(mine, 3, letters({ origin: lastLetter }, 'x')))).toEqual(gap)
    expect(ask(sent(mine, 0, letters({ origin: [4711, 0] }, 'x')))).toEqual(gap)
    expect(ask(rawUpdate([], [[4711, 0, 1]]))).toEqual(gap)
    expect(ask(rawUpdate([], [[victim, 0, 10_000]]))).toEqual(gap)
  })

  it('[G5] structs that wait for each other are a gap, neighbours of their own future malformed', () => {
    const circle = rawUpdate([
      { client: mine, clock: 0, structs: [letters({ origin: [78, 0] }, 'x')] },
      { client: 78, clock: 0, structs: [letters({ origin: [mine, 0] }, 'x')] },
    ])
    expect(ask(circle)).toEqual({ ...refused, resync: true })
    expect(ask(sent(mine, 0, letters({ origin: [mine, 0] }, 'x')))).toEqual(refused)
  })

  it('[G5] two thousand gaps leave nothing pending', () => {
    const doc = room()
    for (let i = 1; i <= 2000; i++) {
      ask(sent(mine, 2 * i, letters({ origin: lastLetter }, 'x')), { doc })
    }
    expect(pendingLeft(doc)).toBe(false)
    Y.applyUpdate(doc, sent(mine, 9, letters({ origin: lastLetter }, 'x')))
    expect(pendingLeft(doc)).toBe(true)
    clearPending(doc)
    expect(pendingLeft(doc)).toBe(false)
  })
})

describe('what was sent before', () => {
  it('[G6] a resend is taken and is empty, also with deletions that are known', () => {
    const doc = room()
    doc.getXmlFragment('default').delete(0, 1)
    const state = Y.encodeStateAsUpdate(doc)
    expect(ask(state, { doc })).toMatchObject({ ok: true, newClients: [], isEmpty: true })
    expect(ask(state, { doc, person: 'chi' })).toMatchObject({ isEmpty: true })
    expect(ask(rawUpdate([], [[victim, 2, 3]]), { doc: room() })).toMatchObject({ isEmpty: false })
  })

  it('[G6] a resend with other neighbours than the first time is refused', () => {
    const twisted = sent(victim, 2, letters({ origin: [victim, 0] }, 'đề cương'))
    expect(ask(twisted, { person: 'bình' })).toEqual(refused)
    // Begins as the paragraph does, and would go on in another list than what is known of it.
    expect(ask(sent(victim, 0, deleted({}, 20)), { person: 'bình' })).toEqual(refused)
  })

  it('[G7] a deletion of all letters by a writer is legitimate', () => {
    const doc = room((root) => {
      const text = (root.get(0) as Y.XmlElement).get(0) as Y.XmlText
      text.insert(0, 'x'.repeat(10_000))
    })
    expect(ask(hex('00 01 05 01 00 90 4e'), { doc })).toMatchObject({ ok: true, isEmpty: false })
    expect(doc.getXmlFragment('default').length).toBe(0)
  })
})

describe('what a paper is made of', () => {
  it('[G8] another root, a sub-document and every other content are refused', () => {
    expect(ask(sent(mine, 0, element({ parent: 'other' }, 'paragraph')))).toEqual(refused)
    expect(ask(sent(mine, 0, letters({ parent: '__proto__' }, 'x')))).toEqual(refused)
    expect(ask(sent(mine, 0, subdocument({})))).toEqual(refused)
    for (const ref of [0, 1, 2, 4, 5, 7])
      expect(ask(sent(mine, 0, typed({}, ref)))).toEqual(refused)
    for (const ref of [2, 3, 5, 11, 31]) {
      const other = item(ref, { origin: lastLetter }, () => undefined)
      expect(ask(sent(mine, 0, other))).toEqual(refused)
    }
    expect(ask(sent(mine, 0, attribute({ origin: lastLetter }, 'x')))).toEqual(refused)
  })

  it('[G9] a node that the schema does not know, or not there, is refused', () => {
    const children = ['script', 'text', 'doc', 'constructor', '__proto__', 'listItem', 'tableRow']
    for (const name of children) expect(ask(sent(mine, 0, element({}, name)))).toEqual(refused)
    const inParagraph = { parent: paragraphId }
    expect(ask(sent(mine, 0, element(inParagraph, 'paragraph')))).toEqual(refused)
    expect(ask(sent(mine, 0, element({ origin: inText }, 'text')))).toEqual(refused)
    expect(ask(sent(mine, 0, element({ origin: inText }, 'hardBreak')))).toMatchObject(taken)
    expect(ask(sent(mine, 0, element({ origin: paragraphId }, 'paragraph')))).toMatchObject(taken)
    // A text outside of a paragraph, letters outside of a text, a parent that can hold nothing.
    expect(ask(sent(mine, 0, typed({}, 6)))).toEqual(refused)
    expect(ask(sent(mine, 0, letters({ origin: paragraphId }, 'x')))).toEqual(refused)
    expect(ask(sent(mine, 0, letters({ parent: lastLetter }, 'x')))).toEqual(refused)
    const list = [element({}, 'bulletList'), element({ parent: [mine, 0] }, 'paragraph')]
    expect(ask(sent(mine, 0, ...list))).toEqual(refused)
  })

  it('[G10] two thousand nested elements are refused, lists of lists up to 64 deep are taken', () => {
    const nested = (depth: number) =>
      sent(
        mine,
        0,
        ...Array.from({ length: depth }, (_, i) =>
          element(i ? { parent: [mine, i - 1] } : {}, i % 2 ? 'listItem' : 'bulletList'),
        ),
      )
    expect(ask(nested(2000))).toEqual(refused)
    expect(ask(nested(65))).toEqual(refused)
    const doc = room()
    expect(ask(nested(64), { doc })).toMatchObject(taken)
    const deeper = sent(mine, 64, element({ parent: [mine, 63] }, 'bulletList'))
    expect(ask(deeper, { doc })).toEqual(refused)
  })

  it('[G11] an attribute the schema refuses, or of a wrong type, is refused', () => {
    const set = (sub: string, ...values: unknown[]) =>
      ask(sent(mine, 0, attribute({ parent: paragraphId, sub }, ...values)))
    expect(set('textAlign', 'center')).toMatchObject(taken)
    expect(set('textAlign', null)).toMatchObject(taken)
    for (const value of ['url(x)', [], {}, 99n, 'x'.repeat(99_999), new Uint8Array(3)]) {
      expect(set('textAlign', value)).toEqual(refused)
    }
    for (const name of ['onclick', '__proto__', 'constructor', 'level']) {
      expect(set(name, 'center')).toEqual(refused)
    }
    expect(set('textAlign', 'center', 'url(x)')).toEqual(refused)
    const nested = JSON.parse('{"__proto__": {"role": "admin"}}')
    expect(set('part', nested)).toEqual(refused)
    expect(set('part', [[nested]])).toEqual(refused)
  })

  it('[G12] a link with another type, scheme or attribute is refused', () => {
    const hrefs = [
      [],
      {},
      7,
      null,
      'javascript:alert(1)',
      ' JaVaScRiPt:alert(1)',
      'java\nscript:alert(1)',
      'data:text/html,x',
      '//evil.vn',
      'vbscript:x',
      'https:///x',
    ]
    for (const href of hrefs) expect(link(href)).toSatisfy((bytes) => !ask(bytes as Uint8Array).ok)
    expect(ask(link('https://example.vn', { onclick: 'x' }))).toEqual(refused)
    expect(ask(link('https://example.vn', { target: '_blank', rel: null }))).toMatchObject(taken)
  })

  it('[G12] a mark that the schema does not know, a bare or misnamed comment key are refused', () => {
    const mark = (key: string, json: string) =>
      ask(sent(mine, 0, format({ origin: lastLetter }, key, json)))
    const key = commentKey('t1')
    const value = JSON.stringify({ thread: 't1' })
    for (const good of ['{}', 'true', 'null']) expect(mark('bold', good)).toMatchObject(taken)
    expect(mark(key, value)).toMatchObject(taken)
    expect(mark(key, 'null')).toMatchObject(taken)
    expect(mark('comment', value)).toEqual(refused)
    expect(mark('comment--AAAAAAAA', value)).toEqual(refused)
    expect(mark(`${key}x`, 'null')).toEqual(refused)
    expect(mark(key, JSON.stringify({ thread: '<b>' }))).toEqual(refused)
    for (const name of ['strike', 'code', 'bold--AAAAAAAA', '__proto__', 'constructor']) {
      expect(mark(name, '{}')).toEqual(refused)
      expect(mark(name, 'null')).toEqual(refused)
    }
    for (const bad of ['1', 'false', '[]', '"x"', '{', '{"__proto__":{}}', '{"x":1}']) {
      expect(mark('bold', bad)).toEqual(refused)
    }
  })

  it('[G13] neighbours in two places or in the wrong order are refused', () => {
    const doc = room((root) => root.insert(1, [new Y.XmlElement('paragraph')]))
    const second: Id = [victim, Y.getState(doc.store, victim) - 1]
    const between = (origin: Id, right: Id) =>
      ask(sent(mine, 0, letters({ origin, right }, 'x')), { doc })
    expect(between(lastLetter, second)).toEqual(refused)
    expect(between([victim, 6], [victim, 4])).toEqual(refused)
    expect(between([victim, 4], [victim, 5])).toMatchObject(taken)
  })
})
