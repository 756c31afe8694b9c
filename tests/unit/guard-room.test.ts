// The room behind the guard: a refusal leaves no trace in it, and its memory is what its log holds.
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { rebuild } from '../../server/rooms/copy'
import type { Room } from '../../server/rooms/room'
import { openRoom, peerOf, unheard } from '../kit/open-room'
import {
  collected,
  element,
  format,
  hex,
  type Id,
  letters,
  rawUpdate,
  sent,
  subdocument,
} from '../kit/raw-update'

const author = 5
const mine = 77
const lastLetter: Id = [author, 9]

const [an, binh] = [peerOf('an'), peerOf('bình')]

/** Bình's paragraph (clock 0) with its text (1) and "đề cương" (2–9), and what the log was given. */
function open() {
  const { room, log } = openRoom()
  const doc = new Y.Doc()
  doc.clientID = author
  const paragraph = new Y.XmlElement('paragraph')
  doc.getXmlFragment('default').insert(0, [paragraph])
  const text = new Y.XmlText()
  paragraph.insert(0, [text])
  text.insert(0, 'đề cương')
  send(room, Y.encodeStateAsUpdate(doc), binh)
  return { room, log }
}
const send = (room: Room, update: Uint8Array, from = an) =>
  room.receive(from, update, false, unheard)

/** State, state vector, what a newcomer gets, and whether anything waits. */
function picture(room: Room) {
  const { doc } = room
  const newcomer = new Y.Doc()
  Y.applyUpdate(newcomer, Y.encodeStateAsUpdate(doc))
  const hexOf = (bytes: Uint8Array | null) => Buffer.from(bytes ?? []).toString('hex')
  return {
    vector: hexOf(Y.encodeStateVector(doc)),
    state: hexOf(Y.encodeStateAsUpdate(doc)),
    told: [room.copy.vector(), room.copy.answer(Uint8Array.of(0))].map(hexOf),
    text: newcomer.getXmlFragment('default').toString(),
    pending: [doc, newcomer].map(({ store }) => [store.pendingStructs, store.pendingDs]),
    roots: [...doc.share.keys()],
  }
}

const nested = Array.from({ length: 70 }, (_, i) =>
  element(i ? { parent: [mine, i - 1] } : {}, i % 2 ? 'listItem' : 'bulletList'),
)
const between = Array.from({ length: 2000 }, (_, i) =>
  letters({ origin: [author, 2], ...(i % 2 && { right: [author, 3 + (i % 6)] as Id }) }, 'y'),
)

describe('after a refusal', () => {
  it.each([
    ['[G1] a count without its bytes', hex('01 ff ff ff 0f 4d 00')],
    ['[G2] clocks past the limit', sent(mine, 0, ...new Array(10).fill(collected(2 ** 53 - 1)))],
    ['[G2] a million collected letters', sent(mine, 0, collected(1_000_001))],
    ['[G3] version 2', Y.encodeStateAsUpdateV2(new Y.Doc())],
    ['[G3] a byte after the end', Uint8Array.of(...sent(mine, 0, collected(1)), 0)],
    ["[G4] another person's next clock", sent(author, 10, letters({ origin: lastLetter }, 'x'))],
    ["[G4] a jump of another person's clock", sent(author, 10, collected(2 ** 30))],
    ['[G5] a gap in a client', sent(mine, 5, letters({ origin: lastLetter }, 'x'))],
    ['[G5] a gap between clients', sent(mine, 0, letters({ origin: [author, 99] }, 'x'))],
    ['[G5] a deletion of what is not there', rawUpdate([], [[author, 5, 99]])],
    ['[G6] other neighbours than the first time', sent(author, 4, letters({}, 'cương'))],
    ['[G8] a sub-document', sent(mine, 0, subdocument({}))],
    ['[G8] another root', sent(mine, 0, element({ parent: 'other' }, 'paragraph'))],
    ['[G9] a node that the schema does not know', sent(mine, 0, element({}, 'script'))],
    ['[G10] lists in lists 70 deep', sent(mine, 0, ...nested)],
    [
      '[G12] a link that runs a script',
      sent(mine, 0, format({ origin: lastLetter }, 'link', '{"href":"javascript:alert(1)"}')),
    ],
    [
      '[G13] neighbours in the wrong order',
      sent(mine, 0, letters({ origin: [author, 6], right: [author, 4] }, 'x')),
    ],
    [
      '[G14] something sound, then something that is not',
      sent(mine, 0, letters({ origin: lastLetter }, 'x'), element({}, 'script')),
    ],
    ['[G16] too much in one place', sent(mine, 0, ...between)],
  ])('%s: memory, its state vector and what a newcomer gets are as before', (_, update) => {
    const { room, log } = open()
    const before = picture(room)
    const logged = log.length
    expect(send(room, update)).not.toBe('taken')
    expect(picture(room)).toEqual(before)
    expect(log).toHaveLength(logged)
    // A refusal makes nobody the owner of the client ID it named.
    const first = sent(mine, 0, letters({ origin: lastLetter }, 'bình'))
    expect(send(room, first, binh)).toBe('taken')
  })
})

it('[G14] nothing cleans up in memory what the log keeps: both stay the same', () => {
  const { room, log } = open()
  const right: Id = [author, 5]
  // Two marks side by side: Yjs takes one off when the letter after them goes.
  const bold = (clock: number) =>
    sent(
      mine,
      clock,
      format({ origin: [author, 4], right }, 'bold', '{}'),
      format({ origin: [mine, clock], right }, 'bold', 'null'),
    )
  for (let i = 0; i < 4; i++) expect(send(room, bold(2 * i))).toBe('taken')
  expect(send(room, rawUpdate([], [[author, 5, 1]]))).toBe('taken')
  const again = rebuild({ snapshot: null, updates: log })
  expect(Buffer.from(Y.encodeStateAsUpdate(room.doc)).toString('hex')).toBe(
    Buffer.from(Y.encodeStateAsUpdate(again)).toString('hex'),
  )
})
