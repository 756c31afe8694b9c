// A long log is made short when the server stops, when its paper empties, and when it is opened after a kill.
import { afterEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { frameThat, step1Frame } from '../kit/frames'
import { type RunningServer, startServer } from '../kit/start-server'
import { signIn } from '../kit/visitor'

const words = 120

describe('a log of many updates', () => {
  let server: RunningServer
  afterEach(async () => {
    await server.stop()
    server.forget()
  })

  /** Writes a paragraph letter by letter; resolves with the text when all is on disk. */
  async function write(documentId: string): Promise<string> {
    const hanh = await signIn(server.origin, 'hanh')
    const client = await hanh.open(documentId).synced()
    const text = client.write('')
    for (let i = 0; i < words; i++) text.insert(text.length, `${i} `)
    await client.allSaved()
    const written = client.text.toString()
    client.leave()
    return written
  }

  /** What a newcomer is sent until it is told that this is all: the text and the number of messages. */
  async function openedBy(documentId: string): Promise<{ text: string; messages: number }> {
    const bao = await signIn(server.origin, 'bao')
    const socket = bao.socket(`/sync/${documentId}`)
    const doc = new Y.Doc()
    let messages = 0
    socket.on('open', () => socket.send(step1Frame()))
    await frameThat(socket, ({ syncType, payload }) => {
      if (syncType !== 1 && syncType !== 2) return false
      messages += 1
      Y.applyUpdate(doc, payload)
      return syncType === 1
    })
    socket.terminate()
    return { text: doc.getXmlFragment('default').toString(), messages }
  }

  const paperOf = async () =>
    (await (await signIn(server.origin, 'hanh')).sessionAt('outline')).documents.outline

  it('[S16] is one state after a stop', async () => {
    server = await startServer({ demo: true })
    const paper = await paperOf()
    const text = await write(paper)
    expect(await server.stop()).toBe(0)
    server = await startServer({ demo: true, dataDir: server.dataDir })
    expect(await openedBy(paper)).toEqual({ text, messages: 1 })
  })

  it('[S16] is made one state when it is first opened after a kill', async () => {
    server = await startServer({ demo: true })
    const paper = await paperOf()
    const text = await write(paper)
    await server.kill()
    server = await startServer({ demo: true, dataDir: server.dataDir })
    expect(await openedBy(paper)).toEqual({ text, messages: 1 })
  })

  it('[S16] is sent as state and a few updates while people write', async () => {
    server = await startServer({ demo: true })
    const paper = await paperOf()
    await openedBy(paper)
    const text = await write(paper)
    const opened = await openedBy(paper)
    expect(opened.text).toBe(text)
    expect(opened.messages).toBeLessThanOrEqual(52)
  })
})
