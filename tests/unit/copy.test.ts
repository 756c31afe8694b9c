// What a room sends of its text: stored bytes as they are, and "synced" only when all has come.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { bareDoc, docOf } from '../../server/rooms/bare-doc'
import { Copy, mostTail, mostTailBytes } from '../../server/rooms/copy'
import type { Logged } from '../../server/stores/contract'
import { anyEdit, type Edit, edit } from '../kit/random-paper'
import { payloadsIn } from '../kit/wire'

/** The update inside a message, behind its two types and its length. */
function updateIn(message: Buffer): Uint8Array {
  const start = message.subarray(2).findIndex((byte) => byte < 0x80) + 3
  return message.subarray(start)
}

const [sync, step2, update] = [0, 1, 2]

/** Takes frames as a client does; says when it was told that this is all. */
function take(doc: Y.Doc, frames: Buffer | null): number[] {
  return payloadsIn(frames as Buffer).map((message) => {
    expect(message[0]).toBe(sync)
    Y.applyUpdate(doc, updateIn(message))
    return message[1] as number
  })
}

function logOf(edits: readonly Edit[], inSnapshot: number) {
  const author = new Y.Doc()
  const updates: Uint8Array[] = []
  author.on('update', (one: Uint8Array) => updates.push(one))
  let snapshot: Logged['snapshot'] = null
  edits.forEach((one, i) => {
    if (i === inSnapshot && i > 0) {
      const vector = i % 2 === 0 ? Y.encodeStateVector(author) : null
      snapshot = { update: Y.encodeStateAsUpdate(author), vector }
      updates.length = 0
    }
    edit(author, one)
  })
  return { author, logged: { epoch: 0, last: 0, clients: new Map(), snapshot, updates } }
}

const someEdits = fc.array(anyEdit, { minLength: 1, maxLength: 30 })
const textOf = (doc: Y.Doc) => doc.getXmlFragment('default').toString()

describe('the copy of a paper', () => {
  it('[S5] gives a newcomer the whole text, its step 2 last, and builds nothing for it', () => {
    fc.assert(
      fc.property(someEdits, fc.nat(30), (edits, inSnapshot) => {
        const { author, logged } = logOf(edits, inSnapshot)
        let isBuilt = false
        const copy = new Copy(logged, () => {
          isBuilt = true
        })
        const newcomer = new Y.Doc()
        const types = take(newcomer, copy.answer(Uint8Array.of(0)))
        expect(types.slice(0, -1).every((type) => type === update)).toBe(true)
        expect(types.at(-1)).toBe(step2)
        expect(textOf(newcomer)).toBe(textOf(author))
        expect(copy.vector()).toEqual(Y.encodeStateVector(author))
        expect([...copy.clientIds()]).toEqual([...author.store.clients.keys()])
        expect(isBuilt).toBe(false)
      }),
    )
  })

  it('[S5] gives everybody what they lack, however much is written meanwhile', () => {
    const step = fc.record({
      edit: anyEdit,
      asks: fc.boolean(),
      times: fc.integer({ min: 1, max: 40 }),
    })
    fc.assert(
      fc.property(someEdits, fc.nat(30), fc.array(step, { maxLength: 12 }), (edits, at, steps) => {
        const { author, logged } = logOf(edits, at)
        const copy = new Copy(logged, () => undefined)
        author.on('update', (one: Uint8Array) => {
          Y.applyUpdate(copy.doc, one)
          copy.note(one)
        })
        const late = new Y.Doc()
        for (const { edit: change, asks, times } of steps) {
          for (let i = 0; i < times; i++) edit(author, change)
          expect(copy.vector()).toEqual(Y.encodeStateVector(author))
          const newcomer = new Y.Doc()
          const types = take(newcomer, copy.answer(Uint8Array.of(0)))
          expect(types.length).toBeLessThanOrEqual(mostTail + 1)
          expect(types.indexOf(step2 as number)).toBe(types.length - 1)
          expect(textOf(newcomer)).toBe(textOf(author))
          if (!asks) continue
          const vector = Y.encodeStateVector(late)
          take(late, copy.answer(vector))
          expect(textOf(late)).toBe(textOf(author))
          expect(late.store.pendingStructs).toBeNull()
          // A crowd with the same vector is answered with the same bytes.
          expect(copy.answer(vector)).toBe(copy.answer(vector))
        }
      }),
    )
  })

  it('[S16] shows a newcomer what everybody sees, however the writers crossed', () => {
    // In one paragraph; each author has a part of what the others wrote when it writes.
    const step = fc.record({
      edit: fc.record({
        author: fc.nat(2),
        kind: fc.constantFrom('type' as const, 'erase' as const, 'bold' as const),
        at: fc.nat(1000),
        text: fc.constantFrom('a', 'ba', 'đồng chí'),
      }),
      hears: fc.nat(3),
    })
    const steps = fc.array(step, { minLength: 4, maxLength: 20 })
    // More than is made one update while others wait.
    const long = { author: 0, kind: 'insert', at: 1, text: 'x'.repeat(70_000) } as const
    const whereLong = fc.constantFrom('nowhere', 'at first', 'at last')
    fc.assert(
      fc.property(steps, fc.nat(20), whereLong, (taken, inSnapshot, isLong) => {
        const first = bareDoc()
        edit(first, { author: 0, kind: 'insert', at: 0, text: 'chữ' })
        if (isLong === 'at first') edit(first, long)
        const log = [Y.encodeStateAsUpdate(first)]
        const authors = [0, 1, 2].map(() => ({ doc: bareDoc(), heard: 0 }))
        const last = isLong === 'at last' ? [{ edit: long, hears: 0 }] : []
        for (const { edit: change, hears } of [...taken, ...last]) {
          const author = authors[change.author] as (typeof authors)[number]
          const upTo = Math.min(log.length, Math.max(1, author.heard + hears))
          for (const one of log.slice(author.heard, upTo)) Y.applyUpdate(author.doc, one)
          author.heard = upTo
          const keep = (one: Uint8Array) => log.push(one)
          author.doc.on('update', keep)
          edit(author.doc, change)
          author.doc.off('update', keep)
        }
        const stored = Math.min(log.length - 1, inSnapshot)
        const update = Y.encodeStateAsUpdate(docOf(log.slice(0, stored)))
        const snapshot = stored > 0 ? { update, vector: null } : null
        const updates = log.slice(stored)
        const logged = { epoch: 0, last: 0, clients: new Map(), snapshot, updates }
        const newcomer = new Y.Doc()
        take(newcomer, new Copy(logged, () => undefined).answer(Uint8Array.of(0)))
        expect(newcomer.store.pendingStructs).toBeNull()
        expect(textOf(newcomer)).toBe(textOf(docOf(log)))
      }),
      { numRuns: 1000 },
    )
  })

  it('[S16] holds no more of what was written than a megabyte beside the document', () => {
    const { logged } = logOf([{ author: 0, kind: 'insert', at: 0, text: 'chữ' }], 0)
    const copy = new Copy(logged, () => undefined)
    const author = new Y.Doc()
    const updates: Uint8Array[] = []
    author.on('update', (one: Uint8Array) => updates.push(one))
    const text = author.getMap('other')
    for (let i = 0; i < 6; i++) text.set('lời', `${i}`.repeat(mostTailBytes / 4))
    for (const one of updates) {
      Y.applyUpdate(copy.doc, one)
      copy.note(one)
    }
    const held = copy.parts().reduce((sum, { length }) => sum + length, 0)
    expect(held).toBeLessThan(mostTailBytes)
    const newcomer = new Y.Doc()
    take(newcomer, copy.answer(Uint8Array.of(0)))
    expect(newcomer.getMap('other').get('lời')).toBe(text.get('lời'))
  })

  it('has no answer to bytes that are no state vector', () => {
    const { logged } = logOf([{ author: 0, kind: 'insert', at: 0, text: 'chữ' }], 0)
    const copy = new Copy(logged, () => undefined)
    expect(copy.answer(Uint8Array.of(5, 1))).toBeNull()
    expect(copy.answer(Uint8Array.of())).toBeNull()
  })
})
