// The door /sync: what stock clients get, what attackers are refused, how rights end on open sockets.
import { once } from 'node:events'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import WebSocket from 'ws'
import { Awareness, applyAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import {
  awarenessFrame,
  frameThat,
  opened,
  paragraphUpdate,
  readFrame,
  step1Frame,
  tryFrames,
  updateFrame,
} from '../kit/frames'
import { type People, type SeenSession, signInAll, writeInto } from '../kit/session-maker'
import { type RunningServer, startServer } from '../kit/start-server'
import { closeOf, type StockClient, Visitor } from '../kit/visitor'

let server: RunningServer
let people: People
let session: SeenSession
let draft: string

beforeAll(async () => {
  server = await startServer({ demo: true })
  people = await signInAll(server.origin)
  session = await people.nga.sessionAt('draft')
  draft = session.documents.draft
})

afterAll(async () => {
  await server.stop()
  server.forget()
})

const textNow = async (documentId = draft) => {
  const reader = await people.nga.open(documentId).synced()
  const text = reader.text.toString()
  reader.leave()
  return text
}
const until = (client: StockClient, holds: () => boolean) =>
  new Promise<void>((resolve) => {
    const check = () => holds() && resolve()
    client.provider.awareness.on('change', check)
    client.doc.on('update', check)
    check()
  })
const leaveAll = (...clients: StockClient[]) => {
  for (const client of clients) client.leave()
}

describe('stock clients', () => {
  it('[S1][S10] two writers and two sockets of one person converge', async () => {
    const clients = await Promise.all(
      [people.hanh, people.bao, people.hanh].map((visitor) => visitor.open(draft).synced()),
    )
    for (let round = 0; round < 10; round++) {
      clients.forEach((client, i) => {
        client.write(`vòng ${round} của ${i}.`)
      })
    }
    await Promise.all(clients.map((client) => client.allSaved()))
    const words = clients.flatMap((_, i) =>
      Array.from({ length: 10 }, (_each, round) => `vòng ${round} của ${i}.`),
    )
    await Promise.all(
      clients.map((client) => client.until((text) => words.every((w) => text.includes(w)))),
    )
    const texts = clients.map((client) => client.text.toString())
    expect(new Set([...texts, await textNow()]).size).toBe(1)
    leaveAll(...clients)
  })

  it('[S2] saved(n) counts the writing frames of the connection and never runs ahead', async () => {
    const socket = people.hanh.socket(`/sync/${draft}`)
    const counts: number[] = []
    socket.on('message', (data: Buffer) => {
      const frame = readFrame(new Uint8Array(data))
      if (frame.type === 100) counts.push(frame.payload[0] ?? 0)
    })
    await opened(socket)
    for (let i = 1; i <= 5; i++) {
      socket.send(updateFrame(paragraphUpdate(`lần ${i}`)))
      while (counts.at(-1) !== i) await frameThat(socket, ({ type }) => type === 100)
    }
    expect([...counts].sort()).toEqual(counts)
    expect(Math.max(...counts)).toBe(5)
    expect(await textNow()).toContain('lần 5')
    socket.terminate()
  })

  it('[S6] a reader gets the text and is never asked for step 2', async () => {
    const socket = people.thoa.socket(`/sync/${draft}`)
    const kinds: string[] = []
    const doc = new Y.Doc()
    socket.on('message', (data: Buffer) => {
      const frame = readFrame(new Uint8Array(data))
      kinds.push(`${frame.type}.${frame.syncType}`)
      if (frame.syncType) Y.applyUpdate(doc, frame.payload)
    })
    await opened(socket)
    socket.send(step1Frame())
    await frameThat(socket, ({ syncType }) => syncType === 1)
    await writeInto(people.hanh, draft, 'để người đọc thấy')
    while (!doc.getXmlFragment('default').toString().includes('để người đọc thấy')) {
      await new Promise<void>((resolve) => doc.once('update', () => resolve()))
    }
    expect(kinds).not.toContain('0.0')
    socket.terminate()
  })

  it('awareness of who left disappears, and the name is the server’s', async () => {
    const [hanh, thoa] = await Promise.all([
      people.hanh.open(draft).synced(),
      people.thoa.open(draft).synced(),
    ])
    const stateOf = () => thoa.provider.awareness.getStates().get(hanh.doc.clientID)
    hanh.provider.awareness.setLocalState({ user: { name: 'Nguyễn Thị Hồng Nga' }, cursor: null })
    await until(thoa, () => stateOf() !== undefined)
    expect(JSON.stringify(stateOf())).toContain('Trần Thị Hạnh')
    expect(JSON.stringify(stateOf())).not.toContain('Hồng Nga')
    hanh.leave()
    await until(thoa, () => stateOf() === undefined)
    thoa.leave()
  })
})

describe('awareness', () => {
  it('cannot be forged for another client: neither name nor clock reaches anybody', async () => {
    const victim = await people.hanh.open(draft).synced()
    const onlooker = await people.thoa.open(draft).synced()
    victim.provider.awareness.setLocalState({ user: { name: 'x' }, step: 1 })
    const seen = () => onlooker.provider.awareness.getStates().get(victim.doc.clientID)
    await until(onlooker, () => seen()?.step === 1)
    const forger = people.bao.socket(`/sync/${draft}`)
    await opened(forger)
    const forged = { user: { name: 'Kẻ giả' }, step: 99 }
    forger.send(awarenessFrame(victim.doc.clientID, 2 ** 31 - 2, forged))
    forger.send(awarenessFrame(4242, 1, { user: { name: 'Bí thư' }, step: 7 }))
    const ofForger = () => onlooker.provider.awareness.getStates().get(4242)
    await until(onlooker, () => ofForger()?.step === 7)
    expect(JSON.stringify(ofForger())).toContain('Phạm Quốc Bảo')
    expect(seen()?.step).toBe(1)
    victim.provider.awareness.setLocalStateField('step', 2)
    await until(onlooker, () => seen()?.step === 2)
    forger.terminate()
    await until(onlooker, () => ofForger() === undefined)
    leaveAll(victim, onlooker)
  })

  it('[S10] is echoed to a sender who hears nothing else', async () => {
    // A paper in which nobody is, or still is.
    const socket = people.thoa.socket(`/sync/${session.documents.outline}`)
    await opened(socket)
    const echoed = frameThat(socket, ({ type, payload }) => {
      if (type !== 1) return false
      const awareness = new Awareness(new Y.Doc())
      applyAwarenessUpdate(awareness, payload, null)
      const found = awareness.getStates().has(777)
      awareness.destroy()
      return found
    })
    socket.send(awarenessFrame(777, 1, { user: {} }))
    await echoed
    socket.terminate()
  })
})

describe('a refused frame', () => {
  it('[S6] of a reader closes with 4403; nobody receives it, the text stays', async () => {
    const before = await textNow()
    const writer = await people.hanh.open(draft).synced()
    const reader = people.thoa.open(draft)
    const refused = reader.refused()
    await reader.synced()
    reader.write('lời của người đọc')
    expect((await refused).code).toBe(4403)
    expect(await textNow()).toBe(before)
    expect(writer.text.toString()).toBe(before)
    leaveAll(writer, reader)
  })

  it('[S7] captured from a writer is refused from a reader', async () => {
    const frame = updateFrame(paragraphUpdate('bắt được'))
    const socket = () => people.thoa.socket(`/sync/${draft}`)
    expect(await tryFrames(people.bao.socket(`/sync/${draft}`), [frame])).toBe('saved')
    const before = await textNow()
    expect(await tryFrames(socket(), [frame])).toBe(4403)
    const step2 = new Uint8Array(frame)
    step2[1] = 1
    expect(await tryFrames(socket(), [step2])).toBe(4403)
    expect(await textNow()).toBe(before)
  })

  const bytes = (...values: number[]) => new Uint8Array(values)
  it.each([
    ['an empty frame', new Uint8Array(0), 4400],
    ['an unknown type', bytes(6, 1, 1), 4400],
    ['an unknown sync type', bytes(0, 9, 0), 4400],
    ['an update that is none', bytes(0, 2, 3, 255, 255, 255), 4400],
    ['a count beyond its bytes', bytes(0, 2, 6, 1, 255, 255, 255, 15, 77), 4400],
    ['our own saved', bytes(100, 1), 4400],
    ['an auth frame', bytes(2, 0), 4400],
    ['random bytes', bytes(0, 2, 200, 1, 7, 7, 7, 7, 7, 7, 7, 7), 4400],
    ['a step 1 that is none', bytes(0, 0, 3, 255, 255, 255), 4400],
    ['more than 1 MiB', new Uint8Array(1_048_577), 1009],
  ])('[S1][S13] %s closes', async (_, frame, code) => {
    const before = await textNow()
    expect(await tryFrames(people.hanh.socket(`/sync/${draft}`), [frame])).toBe(code)
    expect(await textNow()).toBe(before)
  })

  it('[S1] as text closes', async () => {
    const socket = people.hanh.socket(`/sync/${draft}`)
    await opened(socket)
    socket.send('{"type":"hello"}')
    expect((await closeOf(socket)).code).toBe(4400)
  })

  it('[S3] that breaks the WebSocket protocol, from a stranger, does not end the server', async () => {
    const socket = new WebSocket(`${server.origin.replace('http', 'ws')}/sync/${draft}`)
    const closed = once(socket, 'close')
    socket.on('upgrade', (response) => {
      // Reserved bits set: no extension was agreed.
      response.socket.write(Buffer.from([0xf2, 0x80, 0, 0, 0, 0]))
    })
    socket.on('error', () => socket.terminate())
    await closed
    expect((await people.nga.get('/healthz')).status).toBe(200)
  })
})

describe('the door', () => {
  const path = () => `/sync/${draft}`

  it.each([
    ['a stranger', () => new Visitor(server.origin).socket(path()), 4401],
    ['a made-up cookie', () => new Visitor(server.origin, 'sid=abc').socket(path()), 4401],
    ['the guest', () => people.khach.socket(path()), 4403],
    ['the technician', () => people.kythuat.socket(path()), 4403],
    ['an unknown document', () => people.hanh.socket('/sync/nowhere'), 4403],
    ['another schema version', () => people.hanh.socket(`${path()}?schema=999`), 4409],
  ])('[S3][S9] answers %s with 101, then closes', async (_, socketOf, code) => {
    const socket = socketOf()
    const frames: unknown[] = []
    socket.on('message', (data) => frames.push(data))
    const upgraded = once(socket, 'upgrade')
    const closed = closeOf(socket)
    await upgraded
    expect((await closed).code).toBe(code)
    expect(frames).toEqual([])
  })

  it.each([
    ['a foreign Origin', { origin: 'http://evil.example' }],
    ['a null Origin', { origin: 'null' }],
    ['a cross-site Sec-Fetch-Site', { 'sec-fetch-site': 'cross-site' }],
  ])('[S4] refuses %s with 403 before the 101', async (_, headers) => {
    for (const door of [path(), `/live/${session.id}`]) {
      const socket = people.hanh.socket(door, headers as unknown as Record<string, string>)
      const [, response] = await once(socket, 'unexpected-response')
      expect(response.statusCode).toBe(403)
      socket.on('error', () => undefined)
      socket.terminate()
    }
  })

  it('[S4] lets the own Origin in', async () => {
    const socket = people.hanh.socket(path(), { origin: server.origin })
    await opened(socket)
    socket.terminate()
  })
})
