// A long day offline goes out in pieces, each of which the server takes by itself.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { statePieces } from '../../client/pieces/live/state-pieces'
import { pendingLeft } from '../../server/rooms/guard-update'
import { ByHand, openRoom, peerOf, unheard } from '../kit/open-room'
import { diceOf, PaperEditor } from '../kit/paper-editor'

const runs = Number(process.env.RUNS ?? 40)
const an = peerOf('an')

it(
  '[G15] every piece is taken in its turn, and together they are the whole',
  () => {
    let most = 0
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 100, max: 3000 }), (seed, bytes) => {
        const dice = diceOf(seed)
        const editors = [new Y.Doc(), new Y.Doc(), new Y.Doc()].map((doc) => new PaperEditor(doc))
        const { room, log } = openRoom(new ByHand(Number.POSITIVE_INFINITY, 1_000_000))
        const meet = () => {
          for (const { doc } of editors) {
            for (const other of editors) Y.applyUpdate(doc, Y.encodeStateAsUpdate(other.doc))
          }
          for (const editor of editors) editor.refresh()
        }
        for (let round = 0; round < 4; round++) {
          for (const editor of editors) for (let i = 0; i < 25; i++) editor.act(dice)
          meet()
          // The server knows of the first days only.
          const [first] = editors as [PaperEditor]
          if (round === dice(3)) room.receive(an, Y.encodeStateAsUpdate(first.doc), true, unheard)
        }
        const [{ doc }] = editors as [PaperEditor]
        const pieces = statePieces(doc, Y.encodeStateVector(room.doc), bytes)
        most = Math.max(most, pieces.length)
        for (const piece of pieces) {
          expect(room.receive(an, piece, false, unheard)).toBe('taken')
          expect(pendingLeft(room.doc)).toBe(false)
          // A colleague's editor shows it, and finds nothing there to take away or to fill up.
          const colleague = new Y.Doc()
          Y.applyUpdate(colleague, Y.encodeStateAsUpdate(room.doc))
          const told = colleague.getXmlFragment('default').toJSON()
          const editor = new PaperEditor(colleague)
          expect(colleague.getXmlFragment('default').toJSON()).toBe(told)
          if (told !== '') expect(() => editor.node.check()).not.toThrow()
        }
        expect(log.length).toBeGreaterThan(0)
        expect(room.fragment.toJSON()).toBe(doc.getXmlFragment('default').toJSON())
        expect(Y.equalSnapshots(Y.snapshot(room.doc), Y.snapshot(doc))).toBe(true)
      }),
      { numRuns: runs, verbose: true },
    )
    expect(most).toBeGreaterThan(5)
  },
  60_000 + runs * 2000,
)

it('what fits into a frame is one step 2, as it was', () => {
  const editor = new PaperEditor(new Y.Doc())
  const dice = diceOf(3)
  for (let i = 0; i < 200; i++) editor.act(dice)
  const vector = Uint8Array.of(0)
  expect(statePieces(editor.doc, vector)).toEqual([Y.encodeStateAsUpdate(editor.doc, vector)])
})
