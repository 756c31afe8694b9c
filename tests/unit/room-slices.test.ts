// A large update is taken over many turns while others write: all of it or nothing, as if in one go.
// `RUNS=500 npx vitest run tests/unit/room-slices.test.ts` is the long run.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { rebuild } from '../../server/rooms/copy'
import { guardUpdate, pendingLeft } from '../../server/rooms/guard-update'
import type { Outcome } from '../../server/rooms/intake'
import type { Room } from '../../server/rooms/room'
import { mutate, twist } from '../kit/mutations'
import { ByHand, openRoom, peerOf } from '../kit/open-room'
import { type Dice, diceOf, PaperEditor } from '../kit/paper-editor'

const numRuns = Number(process.env.RUNS ?? 60)
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
