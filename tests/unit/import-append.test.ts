// [I3] Imported blocks stand behind what is there, whatever is written meanwhile, in one piece and in the importer's name.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { dropBefore, placeAtEnd, takeIn } from '../../server/rooms/append'
import { textOf } from '../../server/rooms/room'
import { weave } from '../../server/word/weave'
import { canonical } from '../../shared/document/canonical'
import type { PaperNode } from '../../shared/document/outline'
import { ByHand, openRoom, peerOf, unheard } from '../kit/open-room'
import { anyForm } from '../kit/random-form'
import { anyEdit, anyPaper, edit } from '../kit/random-paper'

const blocks = (doc: PaperNode) =>
  canonical(doc).content?.map((one) => JSON.stringify(unnumbered(one)))
function unnumbered({ number: _, ...node }: PaperNode): PaperNode {
  return node.content ? { ...node, content: node.content.map(unnumbered) } : node
}
/** As the schema fills it in. */
const read = (doc: Y.Doc) => textOf(doc)

async function grown(edits: readonly Parameters<typeof edit>[1][]) {
  const { room, log } = openRoom()
  const author = new Y.Doc()
  for (const one of edits) author.transact(() => edit(author, one))
  room.receive(peerOf('bao'), Y.encodeStateAsUpdate(author), false, unheard)
  return { room, log, author }
}

describe('imported blocks', () => {
  it('stand behind a paper of any history, and move nothing in it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyEdit, { maxLength: 20 }), anyPaper, async (edits, paper) => {
        const { room } = await grown(edits)
        const before = blocks(read(room.doc)) ?? []
        const update = weave({ ...placeAtEnd(room), content: paper.content ?? [] })
        await takeIn(room, 'hanh', update)
        const after = blocks(read(room.doc)) ?? []
        expect(after.slice(0, before.length)).toEqual(before)
        expect(after).toHaveLength(before.length + (paper.content?.length ?? 0))
      }),
      { numRuns: Number(process.env.RUNS ?? 25), seed: Number(process.env.SEED ?? 2026) },
    )
  })

  it('come out the same for everybody who wrote at the same time', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyEdit, { minLength: 1, maxLength: 10 }),
        fc.array(anyEdit, { maxLength: 10 }),
        anyForm,
        async (edits, meanwhile, paper) => {
          const { room, log, author } = await grown(edits)
          const place = placeAtEnd(room)
          // A colleague writes on while the worker weaves.
          const vector = Y.encodeStateVector(author)
          for (const one of meanwhile) author.transact(() => edit(author, one))
          room.receive(peerOf('bao'), Y.encodeStateAsUpdate(author, vector), false, unheard)
          await takeIn(room, 'hanh', weave({ ...place, content: paper.content ?? [] }))
          for (const update of log) Y.applyUpdate(author, update)
          expect(blocks(read(author))).toEqual(blocks(read(room.doc)))
          const reopened = new Y.Doc()
          for (const update of log) Y.applyUpdate(reopened, update)
          expect(blocks(read(reopened))).toEqual(blocks(read(room.doc)))
        },
      ),
      { numRuns: Number(process.env.RUNS ?? 25), seed: Number(process.env.SEED ?? 2026) },
    )
  })

  it('belong to the person who imports', async () => {
    const { room } = await grown([])
    const place = placeAtEnd(room)
    await takeIn(room, 'hanh', weave({ ...place, content: [{ type: 'paragraph' }] }))
    expect(room.authors().get(place.clientId)).toBe('hanh')
  })

  it('take the place of an empty shell, and of nothing that was written meanwhile', async () => {
    for (const isWritten of [false, true]) {
      const { room } = openRoom(new ByHand())
      await room.edit(() => room.fragment.insert(0, [new Y.XmlElement('paragraph')]))
      const place = placeAtEnd(room)
      if (isWritten)
        await room.edit(() =>
          (room.fragment.get(0) as Y.XmlElement).insert(0, [new Y.XmlText('chữ')]),
        )
      const content = [{ type: 'paragraph', content: [{ type: 'text', text: 'mới' }] }]
      await takeIn(room, 'hanh', weave({ ...place, content }))
      await dropBefore(room, place.clientId, (doc) => !JSON.stringify(doc).includes('chữ'))
      expect(room.fragment.length).toBe(isWritten ? 2 : 1)
    }
  })
})
