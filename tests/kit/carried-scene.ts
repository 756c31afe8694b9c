// A draft in which the same words stand in many places, its versions, and comments on their words.
import type { Node } from '@tiptap/pm/model'
import type * as Y from 'yjs'
import { paperSchema } from '../../shared/document/schema'
import { BoundEditor } from './bound-editor'
import { flatOf, piecesOf, type SeenThread } from './marked-paper'
import { act, must, type People, remark, type SeenSession, sessionAt } from './session-maker'
import type { Visitor } from './visitor'

const text = (words: string, ...marks: string[]) =>
  paperSchema.text(
    words,
    marks.map((name) => paperSchema.mark(name)),
  )
const block = (name: string, ...content: Node[]) => paperSchema.node(name, null, content)
export const paragraph = (words: string) => block('paragraph', text(words))
const cell = (words: string) => block('tableCell', paragraph(words))

/** "nêu gương" stands in every block; before it stand a rule, a line break, a list and a table. */
export const blocks = [
  block('heading', text('Phần thứ nhất nêu gương')),
  paragraph('Đảng viên nêu gương.'),
  block('paragraph', text('Dòng một'), block('hardBreak'), text('dòng hai nêu gương ở đây')),
  paperSchema.node('horizontalRule'),
  paragraph('Đảng viên nêu gương.'),
  paragraph('Đảng viên nêu gương.'),
  block(
    'bulletList',
    block('listItem', paragraph('nêu gương')),
    block('listItem', paragraph('nêu gương')),
  ),
  block('table', block('tableRow', cell('nêu gương'), cell('nêu gương'))),
  block('paragraph'),
  block('paragraph', text('Cuối '), text('cùng nêu', 'bold'), text(' gương, hết.')),
]
export const words = 'nêu gương'
export const timesThere = 10

export async function draftWith(people: People, content: readonly Node[]): Promise<SeenSession> {
  const session = await sessionAt(people, 'draft')
  const editor = new BoundEditor(await people.hanh.open(session.documents.draft).synced())
  editor.dispatch(editor.tr.replaceWith(0, editor.doc.content.size, content as Node[]))
  await editor.client.allSaved()
  editor.leave()
  return session
}

export async function freeze(people: People, session: SeenSession): Promise<SeenSession> {
  await act(people.phuong, session, 'pass')
  return act(people.tuan, session, 'freeze')
}

export interface Placed {
  readonly from: number
  readonly to: number
  readonly quote: string
}

/** Every place of some words in a version, by ProseMirror positions, in order. */
export async function placesIn(
  visitor: Visitor,
  version: string,
  quote: string,
): Promise<Placed[]> {
  const { content } = await must(visitor.get(`/api/versions/${version}`))
  const bare = JSON.stringify(content, (key, value) => (key === 'number' ? undefined : value))
  const found: Placed[] = []
  paperSchema.nodeFromJSON(JSON.parse(bare)).descendants((node, pos) => {
    if (!node.isTextblock) return
    const words = node.textBetween(0, node.content.size, '\n', '\n')
    for (let at = words.indexOf(quote); at >= 0; at = words.indexOf(quote, at + 1)) {
      found.push({ from: pos + 1 + at, to: pos + 1 + at + quote.length, quote })
    }
  })
  return found
}

export const commentAt = async (
  visitor: Visitor,
  version: string,
  place: Placed,
): Promise<string> =>
  (await must(visitor.post(`/api/versions/${version}/threads`, { ...place, ...remark }))).id

export const lastOf = ({ versions }: SeenSession) => versions.at(-1)?.id as string

export async function draftOf(visitor: Visitor, { documents }: SeenSession) {
  const client = await visitor.open(documents.draft).synced()
  client.leave()
  return client.doc
}

/** Thread → which of all the places of its words bears its mark. */
export function nths(doc: Y.Doc, quote: string): Map<string, number[]> {
  const flat = flatOf(doc).text
  const places: number[] = []
  for (let at = flat.indexOf(quote); at >= 0; at = flat.indexOf(quote, at + 1)) places.push(at)
  return new Map(
    [...piecesOf(doc)].map(([id, pieces]) => [id, pieces.map(([from]) => places.indexOf(from))]),
  )
}

export const listed = (threads: readonly SeenThread[], ids: readonly string[]) =>
  ids.map((id) => threads.find((thread) => thread.id === id)?.detached)
