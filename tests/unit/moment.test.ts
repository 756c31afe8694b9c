// Who wrote which letters of a text: every letter once, whoever wrote it and however it was composed.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { withAuthors } from '../../client/screens/history/authors'
import { momentOf } from '../../server/rooms/moment'
import { textOf } from '../../server/rooms/room'
import { canonical } from '../../shared/document/canonical'
import { type PaperNode, plainText } from '../../shared/document/outline'
import { anyEdit, edit, nodesOf } from '../kit/random-paper'

const isTextblock = ({ type }: PaperNode) => type === 'paragraph' || type === 'heading'
const lettersOf = (node: PaperNode) =>
  (node.content ?? []).reduce((sum, { text = '' }) => sum + text.length, 0)

describe('a moment of a text', () => {
  it('[D6] names the author of every letter, once', () => {
    fc.assert(
      fc.property(fc.array(anyEdit, { minLength: 1, maxLength: 30 }), (edits) => {
        const docs = [new Y.Doc(), new Y.Doc(), new Y.Doc()]
        for (const one of edits) {
          const doc = docs[one.author] as Y.Doc
          edit(doc, one)
          for (const other of docs) Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
        }
        const names = new Map(docs.map(({ clientID }, i) => [clientID, `person-${i}`]))
        const [doc] = docs as [Y.Doc]
        const { text, written } = momentOf(doc, (id) => names.get(id) ?? null, textOf)
        expect(text).toEqual(canonical(textOf(doc)))
        const blocks = nodesOf(text).filter(isTextblock)
        expect(written.map((all) => all.reduce((sum, [, n]) => sum + n, 0))).toEqual(
          blocks.map(lettersOf),
        )
        const shown = withAuthors(text, written)
        expect(plainText(shown)).toBe(plainText(text))
        const authors = nodesOf(shown).flatMap((node) => (node.text ? [node.marks?.at(-1)] : []))
        expect(authors.every((mark) => mark?.type === 'author')).toBe(true)
      }),
    )
  })

  it('[D6] tells two authors of one sentence apart, and letters composed of two are the first one’s', () => {
    const doc = new Y.Doc()
    const other = new Y.Doc()
    edit(doc, { author: 0, kind: 'insert', at: 0, text: 'hoa\u0300 bình' })
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
    const run = (other.getXmlFragment('default').get(0) as Y.XmlElement).get(0) as Y.XmlText
    run.insert(run.length, ' mãi')
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other))
    const name = (id: number) => (id === doc.clientID ? 'a' : 'b')
    const { written } = momentOf(doc, name, textOf)
    expect(written).toEqual([
      [
        ['a', 8],
        ['b', 4],
      ],
    ])
  })
})
