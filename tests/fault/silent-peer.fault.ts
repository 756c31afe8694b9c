// Peers that fall silent without a word: found within 20 s, and gone from the others' screens.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import WebSocket from 'ws'
import { FrameProxy } from '../kit/frame-proxy'
import { awarenessFrame, opened } from '../kit/frames'
import { type RunningServer, startServer } from '../kit/start-server'
import { closeOf, type StockClient, signIn, type Visitor } from '../kit/visitor'

/** A generous bound above the 20 s: the clocks of a busy machine. */
const foundWithinMs = 22_000

describe.concurrent('[S14] silence', () => {
  let server: RunningServer
  let proxy: FrameProxy
  let hanh: Visitor
  let bao: Visitor
  let draft: string
  let sessionId: string

  beforeAll(async () => {
    server = await startServer({ demo: true })
    proxy = await FrameProxy.before(server.origin)
    ;[hanh, bao] = await Promise.all([signIn(server.origin, 'hanh'), signIn(server.origin, 'bao')])
    const session = await hanh.sessionAt('draft')
    draft = session.documents.draft
    sessionId = session.id
  })
  afterAll(async () => {
    await proxy.close()
    await server.stop()
    server.forget()
  })

  const silentSocket = (path: string) =>
    new WebSocket(`${server.origin.replace(/^http/, 'ws')}${path}`, {
      headers: { cookie: hanh.cookie },
      autoPong: false,
    })

  /** Resolves when the watcher's list of who is here holds this client, or holds it no more. */
  function presence(watcher: StockClient, clientId: number, isHere: boolean): Promise<void> {
    const { awareness } = watcher.provider
    return new Promise((resolve) => {
      const look = () => {
        if (awareness.getStates().has(clientId) !== isHere) return
        awareness.off('change', look)
        resolve()
      }
      awareness.on('change', look)
      look()
    })
  }

  it('[A6] a peer that answers no ping is ended within 20 s, and its caret goes', async () => {
    const watcher = await bao.open(draft).synced()
    const socket = silentSocket(`/sync/${draft}`)
    await opened(socket)
    socket.send(awarenessFrame(4711, 1, { cursor: null }))
    await presence(watcher, 4711, true)
    const since = performance.now()
    const closed = closeOf(socket)
    await presence(watcher, 4711, false)
    expect((await closed).code).toBe(1006)
    expect(performance.now() - since).toBeLessThan(foundWithinMs)
    watcher.leave()
  }, 60_000)

  it('[L4] so is one that only listens', async () => {
    const socket = silentSocket(`/live/${sessionId}`)
    await opened(socket)
    const since = performance.now()
    expect((await closeOf(socket)).code).toBe(1006)
    expect(performance.now() - since).toBeLessThan(foundWithinMs)
  }, 60_000)

  it('a peer that answers is left alone', async () => {
    const watcher = await bao.open(draft).synced()
    let losses = 0
    watcher.provider.on('connection-close', () => {
      losses += 1
    })
    const socket = silentSocket(`/sync/${draft}`)
    await closeOf(socket)
    // As long as the silent one was borne, the other was pinged too.
    expect(losses).toBe(0)
    expect(watcher.provider.wsconnected).toBe(true)
    watcher.leave()
  }, 60_000)

  it('a half-open line is noticed at both ends; nothing is called saved, and nothing is lost', async () => {
    const client = proxy.visitor(bao).open(draft)
    await client.synced()
    client.write('trước khi im lặng')
    await client.allSaved()
    const watcher = await hanh.open(draft).synced()
    const { clientID } = client.doc
    await presence(watcher, clientID, true)
    const since = performance.now()
    proxy.swallow()
    const saved = client.saved
    client.write('vào im lặng')
    await presence(watcher, clientID, false)
    expect(performance.now() - since).toBeLessThan(foundWithinMs)
    // The stock client gives up after 30 s of silence.
    await new Promise<void>((resolve) => {
      client.provider.on('connection-close', () => resolve())
    })
    expect(client.saved).toBe(saved)
    expect(client.saved).toBeLessThan(client.sent)
    proxy.calm()
    await watcher.until((text) => text.includes('vào im lặng'))
    await client.synced()
    await client.allSaved()
    expect(client.text.toString()).toBe(watcher.text.toString())
    client.leave()
    watcher.leave()
  }, 90_000)
})
