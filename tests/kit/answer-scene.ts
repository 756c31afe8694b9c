// A draft with comments whose answers put wording into it: presenter's editor, a reader's, the calls.
import type * as Y from 'yjs'
import { paperSchema } from '../../shared/document/schema'
import { BoundEditor } from './bound-editor'
import { flatOf, marksOf, type SeenThread, threadsIn, untilIn, wishFor } from './marked-paper'
import { must, type People, remark, type SeenSession, sessionAt } from './session-maker'
import type { Visitor } from './visitor'

export const words = '31 giáo viên tham gia'
export const sentence = `Nhà trường có ${words} tập huấn trong học kỳ.`

export interface Scene {
  readonly people: People
  readonly session: SeenSession
  readonly draft: string
  readonly writer: BoundEditor
  readonly reader: BoundEditor
}

export const paragraph = (text: string) =>
  paperSchema.node('paragraph', null, [paperSchema.text(text)])

export async function openScene(people: People, ...texts: string[]): Promise<Scene> {
  const session = await sessionAt(people, 'draft')
  const { draft } = session.documents
  const writer = new BoundEditor(await people.hanh.open(draft).synced())
  const blocks = texts.map(paragraph)
  writer.dispatch(writer.tr.replaceWith(0, writer.doc.content.size, blocks))
  await writer.client.allSaved()
  const reader = new BoundEditor(await people.thoa.open(draft).synced())
  return { people, session, draft, writer, reader }
}

export function leave({ writer, reader }: Scene): void {
  for (const editor of [writer, reader]) editor.leave()
}

/** The mark has come to the writer too. */
export async function comment(place: Scene, quoted = words, nth = 0): Promise<string> {
  const { before: _b, after: _a, ...wish } = wishFor(place.writer.client.doc, quoted, nth)
  const path = `/api/documents/${place.draft}/threads`
  const { id } = await must(place.people.thoa.post(path, { ...wish, ...remark }))
  await untilIn(
    place.writer.client.doc,
    () => id in marksOf(place.writer.client.doc),
    () => id,
  )
  return id
}

/** An answer whose wording goes into the text. */
export const accept = (visitor: Visitor, id: string, wording: string, more: object = {}) =>
  visitor.post(`/api/threads/${id}/answer`, {
    verdict: 'accepted',
    reason: '',
    wording,
    apply: true,
    ...more,
  })
export const textOf = ({ client }: BoundEditor) => flatOf(client.doc).text
export const untilText = ({ client }: BoundEditor, text: string) =>
  untilIn(
    client.doc,
    () => flatOf(client.doc).text === text,
    () => flatOf(client.doc).text,
  )
export const passageOf = async ({ people }: Scene, id: string) =>
  (await must(people.truc.get(`/api/threads/${id}/passage`))).words
export async function stateOf({ people, draft }: Scene, id: string) {
  const thread = (await threadsIn(people.truc, draft)).find((each) => each.id === id)
  return thread as SeenThread
}

/** Each run of the text with the names of its marks; comments by their thread. */
export function runsOf(doc: Y.Doc): [string, string[]][] {
  const deltas = flatOf(doc).spans.flatMap(({ text }) => text.toDelta()) as {
    insert: string
    attributes?: Record<string, { thread?: string }>
  }[]
  return deltas.map(({ insert, attributes = {} }) => [
    insert,
    Object.entries(attributes)
      .map(([key, value]) => value.thread ?? key)
      .toSorted(),
  ])
}
