// Each limit with its refusal, sent over raw lines to a server with small limits.
import { once } from 'node:events'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type WebSocket from 'ws'
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
import { RawLine, upgradeRequest, wsFrame } from '../kit/raw-line'
import { type People, type SeenSession, signInAll, writeInto } from '../kit/session-maker'
import { type RunningServer, startServer } from '../kit/start-server'
import { closeOf, Visitor } from '../kit/visitor'

const limits = {
  MAX_FRAME_BYTES: 100_000,
  MAX_FRAMES_PER_SECOND: 100,
  MAX_BYTES_PER_SECOND: 500_000,
  MAX_CONNECTIONS_PER_PERSON: 3,
  AUTHENTICATE_WITHIN_MS: 1000,
  REQUEST_WITHIN_MS: 2000,
}
/** A read of a socket holds so much at most; what it holds is heard before the socket rests. */
const chunk = 65_536

let server: RunningServer
let people: People
let session: SeenSession
let draft: string

beforeAll(async () => {
  const env = Object.fromEntries(Object.entries(limits).map(([name, n]) => [name, String(n)]))
  server = await startServer({ demo: true, env })
  people = await signInAll(server.origin)
  session = await people.nga.sessionAt('draft')
  draft = session.documents.draft
})

afterAll(async () => {
  await server.stop()
  server.forget()
})

const path = () => `/sync/${draft}`
const textNow = async (documentId = draft) => {
  const reader = await people.nga.open(documentId).synced()
  const text = reader.text.toString()
  reader.leave()
  return text
}
const host = () => new URL(server.origin).host
const stranger = () => new Visitor(server.origin)

/** Resolves with `saved(n)` once it reaches `count`. */
const savedUpTo = (socket: WebSocket, count: number) =>
  frameThat(socket, ({ type, payload }) => type === 100 && (payload[0] ?? 0) >= count)

describe('the size of a frame', () => {
  it('[C] closes with 1009 beyond the limit, in one piece or in many', async () => {
    const whole = new Uint8Array(limits.MAX_FRAME_BYTES + 1)
    expect(await tryFrames(people.hanh.socket(path()), [whole])).toBe(1009)
    const line = await RawLine.open(people.hanh, path())
    const piece = new Uint8Array(1000)
    line.write(wsFrame(piece, { fin: false }))
    for (let i = 0; i < 100; i++) line.write(wsFrame(piece, { opcode: 0, fin: false }))
    await line.ended
    expect(line.closeCode).toBe(1009)
    line.destroy()
  })

  it('[C] closes with 1009 when a header announces more, before the rest is sent', async () => {
    const line = await RawLine.open(people.hanh, path())
    line.write(wsFrame(new Uint8Array(1), { announced: 2 ** 40 }))
    await line.ended
    expect(line.closeCode).toBe(1009)
    line.destroy()
  })
})

describe('how fast a socket may send', () => {
  it('[C] frames wait beyond so many a second; none is dropped', async () => {
    const socket = people.bao.socket(path())
    const colleague = people.hanh.socket(path())
    await Promise.all([opened(socket), opened(colleague)])
    const frames = 600
    const size = 700
    const state = (i: number) => ({ step: i, pad: 'x'.repeat(size) })
    const last = frameThat(colleague, ({ type, payload }) => {
      return type === 1 && Buffer.from(payload).includes(`"step":${frames}`)
    })
    const begun = performance.now()
    for (let i = 1; i <= frames; i++) socket.send(awarenessFrame(4242, i, state(i)))
    await last
    // At once: a second's worth, the chunk that overdraws it, and the one that the last frame is in.
    const atOnce = limits.MAX_FRAMES_PER_SECOND + 2 * (chunk / size)
    const least = ((frames - atOnce) / limits.MAX_FRAMES_PER_SECOND) * 1000
    expect(performance.now() - begun).toBeGreaterThan(least)
    socket.terminate()
    colleague.terminate()
  })

  it('[C] bytes wait beyond so many a second; none is dropped', async () => {
    const socket = people.hanh.socket(path())
    await opened(socket)
    const updates = Array.from({ length: 20 }, (_, i) =>
      updateFrame(paragraphUpdate(`khối ${i} ${'x'.repeat(90_000)}`)),
    )
    const saved = savedUpTo(socket, updates.length)
    const begun = performance.now()
    for (const update of updates) socket.send(update)
    await saved
    const atOnce = limits.MAX_BYTES_PER_SECOND + 2 * limits.MAX_FRAME_BYTES
    const least = ((20 * 90_000 - atOnce) / limits.MAX_BYTES_PER_SECOND) * 1000
    expect(performance.now() - begun).toBeGreaterThan(least)
    const text = await textNow()
    for (let i = 0; i < updates.length; i++) expect(text).toContain(`khối ${i} `)
    socket.terminate()
  })

  it('[C] state requests beyond five at once close with 4508; an honest one is answered', async () => {
    const socket = people.thoa.socket(path())
    const answers: number[] = []
    socket.on('message', (data: Buffer) => {
      const { syncType } = readFrame(new Uint8Array(data))
      if (syncType === 1) answers.push(syncType)
    })
    await opened(socket)
    const closed = closeOf(socket)
    for (let i = 0; i < 500; i++) socket.send(step1Frame())
    expect((await closed).code).toBe(4508)
    expect(answers).toHaveLength(5)
    const reader = await people.thoa.open(draft).synced()
    reader.leave()
  })

  it('[C] pings by the hundred end the line, a few are answered', async () => {
    const line = await RawLine.open(people.thoa, path())
    const ponged = new Promise<void>((resolve) => {
      line.heard = (opcode) => opcode === 10 && resolve()
    })
    line.write(wsFrame(Buffer.from('a'), { opcode: 9 }))
    await ponged
    const ping = wsFrame(new Uint8Array(125), { opcode: 9 })
    line.write(Buffer.concat(new Array(2000).fill(ping)))
    await line.ended
    line.destroy()
  })
})

describe('how many sockets a person may have', () => {
  it('[C] counts both doors and those who come at once; beyond closes with 4529', async () => {
    const sockets = Array.from({ length: 10 }, (_, i) =>
      people.phuong.socket(i % 2 ? path() : `/live/${session.id}`),
    )
    const codes: number[] = []
    const full = new Promise<void>((resolve) => {
      for (const socket of sockets) {
        socket.on('close', (code) => {
          codes.push(code)
          if (codes.length === 10 - limits.MAX_CONNECTIONS_PER_PERSON) resolve()
        })
      }
    })
    await full
    expect(codes).toEqual(new Array(7).fill(4529))
    const open = sockets.filter(({ readyState, OPEN }) => readyState === OPEN)
    expect(open).toHaveLength(3)
    expect((await closeOf(people.phuong.socket(path()))).code).toBe(4529)
    // Others are not touched, and whoever leaves makes room.
    const other = await people.thoa.open(draft).synced()
    other.leave()
    open[0]?.close()
    await closeOf(open[0] as WebSocket)
    const again = await people.phuong.open(draft).synced()
    again.leave()
    for (const socket of open.slice(1)) {
      socket.close()
      await closeOf(socket)
    }
  })
})

describe('one document a socket', () => {
  it('[C] a frame names none, and what names one in front is refused', async () => {
    const { outline } = session.documents
    const before = await textNow(outline)
    const name = Buffer.from(outline)
    const update = updateFrame(paragraphUpdate('vào đề cương'))
    for (const frame of [
      Buffer.concat([Uint8Array.of(name.length), name, update]),
      Buffer.concat([update, Uint8Array.of(name.length), name]),
      Buffer.concat([name, update]),
    ]) {
      expect(await tryFrames(people.hanh.socket(path()), [new Uint8Array(frame)])).toBe(4400)
    }
    for (const other of [`${path()}/${outline}`, `${path()}%2F${outline}`, `/sync//${outline}`]) {
      const line = await RawLine.open(people.hanh, other)
      await line.ended
      expect([404, 101]).toContain(line.status)
      if (line.status === 101) expect(line.closeCode).toBe(4403)
      line.destroy()
    }
    await writeInto(people.hanh, draft, 'vào dự thảo')
    expect(await textNow(outline)).toBe(before)
  })
})

// Every one of them waits for the server's clock: they wait together.
describe.concurrent('how long the doors wait', () => {
  const headers = (rest = '') => `POST /api/login HTTP/1.1\r\nHost: ${host()}\r\n${rest}`

  it.each([
    ['says nothing', () => ''],
    ['never ends its headers', () => headers('X-A: ')],
    ['never ends an upgrade', () => upgradeRequest(path(), host()).slice(0, -2)],
    [
      'never ends its body',
      () => headers('Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{"us'),
    ],
  ])('[C] a line that %s is ended', async (_, opening) => {
    const line = new RawLine(server.origin)
    await once(line.socket, 'connect')
    line.write(opening())
    const trickle = setInterval(() => opening() && line.write('a'), 100)
    await line.ended
    clearInterval(trickle)
    line.destroy()
    expect((await people.nga.get('/healthz')).status).toBe(200)
  })

  it.each([
    ['a stranger', stranger, () => path(), 4401],
    ['who may not read', () => people.khach, () => path(), 4403],
    ['a stranger at /live', stranger, () => `/live/${session.id}`, 4401],
  ])('[S3] %s who answers no close is dropped, unheard', async (_, visitor, door, code) => {
    const before = await textNow()
    // Its frames come together with the request, before anybody could have looked at the cookie. The
    // kernel takes them at once: a write that is cut short ends the line before the answer is read.
    const flood = Buffer.concat(
      Array.from({ length: 100 }, () => wsFrame(updateFrame(paragraphUpdate('của người lạ')))),
    )
    const line = await RawLine.open(visitor(), door(), flood)
    expect(line.status).toBe(101)
    await line.ended
    line.destroy()
    expect(line.closeCode).toBe(code)
    expect(await textNow()).toBe(before)
  })

  it('[S3] a refused writer who answers no close is dropped', async () => {
    const line = await RawLine.open(people.hanh, path())
    line.write(wsFrame(Uint8Array.of(6)))
    await line.ended
    expect(line.closeCode).toBe(4400)
    line.destroy()
  })

  it('[S4] who is turned away before the 101 and keeps the line open is dropped', async () => {
    const line = new RawLine(server.origin)
    await once(line.socket, 'connect')
    const request = upgradeRequest(path(), host(), people.hanh.cookie)
    line.write(request.replace('\r\n\r\n', '\r\nOrigin: http://evil.example\r\n\r\n'))
    await line.ended
    expect(line.status).toBe(403)
    line.destroy()
  })

  it('[S14] a peer that answers no ping is gone within 20 s, also in the midst of a frame', async () => {
    const [silent, halfway] = await Promise.all([
      RawLine.open(people.hanh, path()),
      RawLine.open(people.bao, path()),
    ])
    halfway.write(wsFrame(new Uint8Array(0), { announced: limits.MAX_FRAME_BYTES }))
    const trickle = setInterval(() => halfway.write(new Uint8Array(1)), 500)
    const live = await RawLine.open(people.thoa, `/live/${session.id}`)
    await Promise.all([silent.ended, halfway.ended, live.ended])
    clearInterval(trickle)
    for (const line of [silent, halfway, live]) line.destroy()
  })
})
