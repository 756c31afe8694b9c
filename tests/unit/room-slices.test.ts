// A large update is taken over many turns while others write: all of it or nothing, as if in one go.
// `RUNS=500 npx vitest run tests/unit/room-slices.test.ts` is the long run.
import fc from 'fast-check'
import * as encoding from 'lib0/encoding'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { rebuild } from '../../server/rooms/copy'
import { guardUpdate, pendingLeft } from '../../server/rooms/guard-update'
import type { Outcome } from '../../server/rooms/intake'
import type { Room } from '../../server/rooms/room'
import { mutate, twist } from '../kit/mutations'
import { ByHand, openRoom, peerOf } from '../kit/open-room'
import { type Dice, diceOf, PaperEditor } from '../kit/paper-editor'
import { element, letters, rawUpdate, sent, typed } from '../kit/raw-update'

const numRuns = Number(process.env.RUNS ?? 40)
const [an, binh, server] = [peerOf('an'), peerOf('bình'), peerOf('máy')]

/** Sends an update that may take long; what was told of it so far. */
function send(room: Room, update: Uint8Array, from = an) {
  const told = { outcome: 'later' as Outcome | 'later', isDurable: false, isWanted: true }
  told.outcome = room.receive(from, update, false, {
    durable: () => {
      told.isDurable = true
    },
    settled: (outcome) => {
      told.outcome = outcome
    },
    isWanted: () => told.isWanted,
  })
  return told
}

/** Someone's own copy of the paper, written on at random. */
function writer(dice: Dice, base: Uint8Array | null) {
  const doc = new Y.Doc()
  doc.clientID = 1 + dice(2 ** 31)
  if (base) Y.applyUpdate(doc, base)
  return { doc, editor: new PaperEditor(doc) }
}
const textOf = (doc: Y.Doc) => doc.getXmlFragment('default').toJSON()
const bytesOf = (doc: Y.Doc) => Buffer.from(Y.encodeStateAsUpdate(doc)).toString('hex')
const sameText = (one: Y.Doc, other: Y.Doc) => {
  expect(textOf(one)).toBe(textOf(other))
  expect(Y.equalSnapshots(Y.snapshot(one), Y.snapshot(other))).toBe(true)
}

/** A paper of some age, and a day's work of several people without the network, as one step 2. */
function dayOffline(dice: Dice, acts: number) {
  const first = writer(dice, null)
  for (let i = 0; i < 20; i++) first.editor.act(dice)
  const base = Y.encodeStateAsUpdate(first.doc)
  const away = [writer(dice, base), writer(dice, base), writer(dice, base)]
  for (const { editor } of away) for (let i = 0; i < acts; i++) editor.act(dice)
  // They met each other, not the server.
  const [one] = away as [(typeof away)[0]]
  for (const { doc } of away) Y.applyUpdate(one.doc, Y.encodeStateAsUpdate(doc))
  one.editor.refresh()
  for (let i = 0; i < acts; i++) one.editor.act(dice)
  const update = Y.encodeStateAsUpdate(one.doc, Y.encodeStateVectorFromUpdate(base))
  return { base, update }
}

describe('an update that takes long', () => {
  it('[G14][S10] ends as in one go, whatever others write between its slices', () => {
    let slices = 0
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 40 }), (seed, stride) => {
        const dice = diceOf(seed)
        const { base, update } = dayOffline(dice, 25)
        const turns = new ByHand(1 + dice(30), stride)
        const { room, log } = openRoom(turns)
        send(room, base, server)
        turns.finish()
        const colleague = writer(dice, base)
        const heard = { from: log.length }
        const told = send(room, update)
        let theirs = told
        while (turns.step()) {
          slices += 1
          // What a socket sends while its last update is under way waits.
          if (dice(3) > 0 || told.outcome !== 'later') continue
          if (theirs !== told && theirs.outcome === 'later') continue
          // The colleague sees what everybody was told, and writes on top of it.
          if (dice(2)) for (const one of log.slice(heard.from)) Y.applyUpdate(colleague.doc, one)
          if (dice(2)) heard.from = log.length
          colleague.editor.refresh()
          const before = Y.encodeStateVector(colleague.doc)
          for (let i = dice(4); i >= 0; i--) colleague.editor.act(dice)
          theirs = send(room, Y.encodeStateAsUpdate(colleague.doc, before), binh)
        }
        expect(told).toMatchObject({ outcome: 'taken', isDurable: true })
        expect(pendingLeft(room.doc)).toBe(false)
        // Everybody else's copy, the log read again, and one who is told all of it in one go.
        const again = rebuild({ snapshot: null, updates: log })
        expect(pendingLeft(again)).toBe(false)
        sameText(room.doc, again)
        for (const one of log) Y.applyUpdate(colleague.doc, one)
        colleague.doc.destroy()
        const whole = rebuild({ snapshot: null, updates: [base, update, ...log.slice(1)] })
        sameText(room.doc, whole)
        expect(room.copy.vector()).toEqual(Y.encodeStateVector(again))
      }),
      { numRuns, verbose: true },
    )
    expect(slices).toBeGreaterThan(numRuns * 20)
  }, 120_000)

  it('[G5][G14] whatever is wrong with it, wherever, it leaves no trace', () => {
    const counted = { taken: 0, gap: 0, refused: 0, later: 0 }
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const dice = diceOf(seed)
        const { base, update } = dayOffline(dice, 8)
        for (let i = 0; i < 12; i++) {
          const turns = new ByHand(1 + dice(20), 1 + dice(20))
          const { room, log } = openRoom(turns)
          send(room, base, server)
          turns.finish()
          const before = bytesOf(room.doc)
          const spoilt = dice(2)
            ? mutate(update, [update, base], dice)
            : twist(update, [...room.doc.store.clients.keys(), 1], dice)
          const verdict = guardUpdate(spoilt, 'an', {
            doc: rebuild({ snapshot: null, updates: log }),
            ownerOf: (client) =>
              before.length > 0 && room.doc.store.clients.has(client) ? 'máy' : undefined,
          })
          const told = send(room, spoilt)
          while (turns.step())
            if (told.outcome === 'later' && log.length === 1) expect(bytesOf(room.doc)).toBe(before)
          counted[told.outcome] += 1
          expect(told.outcome === 'taken').toBe(verdict.ok)
          expect(pendingLeft(room.doc)).toBe(false)
          if (verdict.ok) continue
          expect(bytesOf(room.doc)).toBe(before)
          expect(log).toHaveLength(1)
        }
      }),
      { numRuns, verbose: true },
    )
    expect(counted.later).toBe(0)
    expect(Math.min(counted.taken, counted.gap, counted.refused)).toBeGreaterThan(0)
  }, 120_000)
})

describe('while it is under way', () => {
  const own = 77
  /** Paragraphs of one author, one after the other, each with an empty text. */
  const paragraphs = (count: number) =>
    sent(
      own,
      0,
      ...Array.from({ length: 2 * count }, (_, i) =>
        i % 2
          ? typed({ parent: [own, i - 1] }, 6)
          : element(i ? { origin: [own, i - 2] } : {}, 'paragraph'),
      ),
    )
  const open = () => {
    const turns = new ByHand(5, 4)
    return { turns, ...openRoom(turns) }
  }
  /** Guarded to the end, and memory has a part of it. */
  const halfway = (room: Room, turns: ByHand, count = 40) => {
    const told = send(room, paragraphs(count))
    while (room.isWhole) expect(turns.step()).toBe(true)
    turns.step()
    expect(room.fragment.length).toBeGreaterThan(0)
    expect(room.fragment.length).toBeLessThan(count)
    return told
  }

  it('a socket that is gone before all has passed leaves nothing, afterwards all of it', () => {
    const { room, log, turns } = open()
    const told = send(room, paragraphs(40))
    turns.step()
    told.isWanted = false
    turns.finish()
    expect([log, bytesOf(room.doc)]).toEqual([[], bytesOf(new Y.Doc())])
    const again = halfway(room, turns)
    again.isWanted = false
    turns.finish()
    expect(log).toEqual([paragraphs(40)])
    expect(room.fragment.length).toBe(40)
  })

  it('[S12] a freeze waits until memory is whole', async () => {
    const { room, turns } = open()
    halfway(room, turns)
    let isSealed = false
    const sealing = room.seal().then(() => {
      isSealed = true
    })
    await Promise.resolve()
    expect(isSealed).toBe(false)
    turns.finish()
    await sealing
    expect(room.fragment.length).toBe(40)
  })

  it('[S17] a state that is asked for waits', () => {
    const { room, turns } = open()
    halfway(room, turns)
    let length = 0
    room.whenWhole(() => {
      length = room.fragment.length
    })
    expect(length).toBe(0)
    turns.finish()
    expect(length).toBe(40)
  })

  it('what builds on it, or goes on under its client IDs, is heard after it', () => {
    const { room, log, turns } = open()
    halfway(room, turns)
    const last = send(room, sent(9, 0, letters({ parent: [own, 79] }, 'x')), binh)
    const wrong = send(room, sent(own, 0, letters({ origin: [own, 3] }, 'x')))
    const next = send(room, sent(own, 80, element({ origin: [own, 78] }, 'paragraph')))
    const free = send(room, sent(8, 0, element({}, 'paragraph')), binh)
    expect([last, wrong, next, free].map(({ outcome }) => outcome)).toEqual([
      'later',
      'later',
      'later',
      'taken',
    ])
    turns.finish()
    expect([last.outcome, wrong.outcome, next.outcome]).toEqual(['taken', 'refused', 'taken'])
    expect(log).toHaveLength(4)
    sameText(room.doc, rebuild({ snapshot: null, updates: log }))
  })

  it('[G4] whose client IDs they are is asked again when all has passed', () => {
    const { room, log, turns } = open()
    const told = send(room, paragraphs(40))
    turns.step()
    const caret = encoding.createEncoder()
    for (const number of [1, own, 1]) encoding.writeVarUint(caret, number)
    encoding.writeVarString(caret, '{}')
    const user = { name: 'Bình', username: 'bình', role: 'member', color: '#123456' }
    expect(room.presence.receive(binh, encoding.toUint8Array(caret), user)).not.toBeNull()
    turns.finish()
    expect([told.outcome, log]).toEqual(['refused', []])
  })

  it('[G7] all that is deleted in one goes slice by slice, a long text before its paragraph', () => {
    const { room, log, turns } = open()
    send(room, paragraphs(1))
    turns.finish()
    const before = (i: number) => letters(i ? { right: [9, i - 1] } : { parent: [own, 1] }, 'x')
    send(room, sent(9, 0, ...Array.from({ length: 60 }, (_, i) => before(i))), binh)
    turns.finish()
    const told = send(room, rawUpdate([], [[own, 0, 1]]), binh)
    expect(told.outcome).toBe('later')
    const lengths: number[] = []
    while (turns.step()) {
      const text = (room.fragment.get(0) as Y.XmlElement | undefined)?.get(0)
      if (text) lengths.push((text as Y.XmlText).length)
    }
    expect(told.outcome).toBe('taken')
    for (const [i, length] of lengths.entries()) {
      expect((lengths[i - 1] ?? 60) - length).toBeLessThanOrEqual(4)
    }
    expect(room.fragment.length).toBe(0)
    sameText(room.doc, rebuild({ snapshot: null, updates: log }))
  })
})
