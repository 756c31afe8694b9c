// A day offline that is more than a frame may hold: it goes in pieces, and nobody waits for it.
import { afterAll, beforeAll, expect, it } from 'vitest'
import * as Y from 'yjs'
import { stateFrames } from '../../client/pieces/live/state-pieces'
import { copyOf, expectNothingPending, xmlOf } from '../kit/after-faults'
import { frameThat, opened, readFrame } from '../kit/frames'
import { diceOf } from '../kit/paper-editor'
import { type RunningServer, startServer } from '../kit/start-server'
import { closeOf, signIn, type Visitor } from '../kit/visitor'

const edits = 35_000
const frameLimit = 1024 * 1024

let server: RunningServer
let hanh: Visitor
let bao: Visitor
let draft: string

beforeAll(async () => {
  server = await startServer({ demo: true })
  ;[hanh, bao] = await Promise.all([signIn(server.origin, 'hanh'), signIn(server.origin, 'bao')])
  draft = (await hanh.sessionAt('draft')).documents.draft
})
afterAll(async () => {
  await server.stop()
  server.forget()
})

/** Letters here and there in a long paper, words made bold, some taken away. */
function workAllDay(doc: Y.Doc): void {
  const dice = diceOf(7)
  const texts = Array.from({ length: 500 }, () => new Y.XmlText('chuyên đề '.repeat(20)))
  const paragraphs = texts.map((text) => {
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [text])
    return paragraph
  })
  doc.getXmlFragment('default').push(paragraphs)
  // In one transaction, or every edit would be merged and told by itself.
  doc.transact(() => {
    for (let i = 0; i < edits; i++) {
      const text = texts[dice(texts.length)] as Y.XmlText
      const at = dice(text.length - 2)
      const kind = dice(20)
      if (kind < 16) text.insert(at, 'ý')
      else if (kind < 19) text.delete(at, 1)
      else text.format(at, 1, { bold: {} })
    }
  })
}

it('[G15][S2] is taken whole, saved, and shown to everybody', async () => {
  const colleague = await bao.open(draft).synced()
  const doc = await copyOf(hanh, draft)
  // A client ID of fewer bytes, as one in sixteen is, would make all of it less than a frame.
  doc.clientID = 0xf000_0000
  workAllDay(doc)
  const socket = hanh.socket(`/sync/${draft}`)
  const asked = frameThat(socket, ({ type, syncType }) => type === 0 && syncType === 0)
  await opened(socket)
  const { payload: vector } = await asked
  expect(Y.encodeStateAsUpdate(doc, vector).length).toBeGreaterThan(frameLimit)
  const frames = stateFrames(doc, vector)
  expect(frames.length).toBeGreaterThan(3)
  expect(frames.map((frame) => readFrame(frame).syncType).lastIndexOf(1)).toBe(frames.length - 1)
  const saved = frameThat(socket, ({ type, payload }) => {
    return type === 100 && payload[0] === frames.length
  })
  for (const frame of frames) {
    expect(frame.length).toBeLessThan(frameLimit / 2)
    socket.send(frame)
  }
  const lost = closeOf(socket).then(({ code }) => code)
  expect(await Promise.race([saved.then(() => 'saved'), lost])).toBe('saved')
  socket.terminate()
  const text = xmlOf(doc)
  await colleague.until(() => xmlOf(colleague.doc) === text)
  expectNothingPending(colleague.doc)
  colleague.leave()
  const port = Number(new URL(server.origin).port)
  await server.kill()
  server = await startServer({ demo: true, dataDir: server.dataDir, port })
  expect(xmlOf(await copyOf(bao, draft))).toBe(text)
}, 300_000)
