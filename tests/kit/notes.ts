// Private notes through the doors: writing them, finding their words, and listening for what leaks.
import type WebSocket from 'ws'
import * as Y from 'yjs'
import { sampleNames } from './domain-table'
import { opened } from './frames'
import { must, type People, type SeenSession } from './session-maker'
import type { Visitor } from './visitor'

export type Name = keyof People
/** So that it is found wherever it may leak. */
export const secret = 'điều chỉ mình tôi biết 7f3a91c2'

// biome-ignore lint/suspicious/noExplicitAny: answers are read as a script would read them
export type SeenNote = any
export const notesPath = ({ id }: SeenSession) => `/api/sessions/${id}/notes`
export const noteOf = async (
  by: Visitor,
  session: SeenSession,
  more: object = {},
): Promise<SeenNote> => must(by.post(notesPath(session), { kind: 'note', body: secret, ...more }))
export const notesOf = async (by: Visitor, session: SeenSession): Promise<SeenNote[]> =>
  (await must(by.get(notesPath(session)))).notes
export const others = (author: Name) => sampleNames.filter((name) => name !== author)

/** The relative positions of some words in a paper, as an editor sends them. */
export async function wordsIn(by: Visitor, documentId: string, quote: string) {
  const client = await by.open(documentId).synced()
  const plain = (text: Y.XmlText) =>
    (text.toDelta() as { insert: string }[]).map(({ insert }) => insert).join('')
  const text = (client.text.toArray() as Y.XmlElement[])
    .flatMap((block) => block.toArray())
    .find((one) => one instanceof Y.XmlText && plain(one).includes(quote)) as Y.XmlText
  const at = plain(text).indexOf(quote)
  const relative = (index: number) =>
    Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(text, index))
  const found = { documentId, from: relative(at), to: relative(at + quote.length), quote }
  client.leave()
  return found
}

/** Every frame of a session's /live, as text. */
export async function earOn(
  by: Visitor,
  session: SeenSession,
): Promise<{ socket: WebSocket; heard: string[] }> {
  const socket = by.socket(`/live/${session.id}`)
  const heard: string[] = []
  socket.on('message', (data) => heard.push(String(data)))
  await opened(socket)
  return { socket, heard }
}
