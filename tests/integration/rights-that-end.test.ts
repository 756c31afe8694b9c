// Rights that end, or begin, while a socket is open: within one second, by the right close code.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import WebSocket from 'ws'
import { frameThat, opened, paragraphUpdate, step1Frame, updateFrame } from '../kit/frames'
import {
  act,
  must,
  type People,
  type SeenSession,
  sessionAt,
  signInAll,
  writeInto,
} from '../kit/session-maker'
import { type RunningServer, startServer } from '../kit/start-server'
import { closeOf, signIn } from '../kit/visitor'

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

const textNow = async (documentId: string) => {
  const reader = await people.nga.open(documentId).synced()
  const text = reader.text.toString()
  reader.leave()
  return text
}

describe('a right that ends', () => {
  /** The close code, or that it came by no act but by a look now and then: a busy machine is not that slow. */
  const atOnce = (closed: Promise<{ code: number }>) =>
    Promise.race([
      closed.then(({ code }) => code),
      new Promise((resolve) => setTimeout(resolve, 15_000, 'much later than one second')),
    ])

  it('[R10][S7] with the login closes its sockets with 4401 within a second', async () => {
    const leaving = await signIn(server.origin, 'hanh')
    const sync = leaving.socket(`/sync/${draft}`)
    const live = leaving.socket(`/live/${session.id}`)
    const other = people.hanh.socket(`/sync/${draft}`)
    await Promise.all([opened(sync), opened(live), opened(other)])
    const closed = [closeOf(sync), closeOf(live)]
    await must(leaving.post('/api/logout'))
    expect(await Promise.all(closed.map(atOnce))).toEqual([4401, 4401])
    expect(other.readyState).toBe(WebSocket.OPEN)
    other.terminate()
  })

  it('[R10][S7] with the seat closes the writer with 4409; it comes back as a reader', async () => {
    const own = await sessionAt(people, 'draft')
    const writer = await people.bao.open(own.documents.draft).synced()
    const closed = writer.refused()
    await must(people.nga.patch(`/api/sessions/${own.id}`, { seats: { coAuthors: [] } }))
    expect(await atOnce(closed)).toBe(4409)
    const reader = await people.bao.open(own.documents.draft).synced()
    const refused = reader.refused()
    reader.write('không còn quyền')
    expect((await refused).code).toBe(4403)
    await must(people.nga.patch(`/api/sessions/${own.id}`, { seats: { coAuthors: ['bao'] } }))
    await writeInto(people.bao, own.documents.draft, 'có lại quyền')
    expect(await textNow(own.documents.draft)).toContain('có lại quyền')
    for (const client of [writer, reader]) client.leave()
  })

  it('[S8] and comes back with reopening: the open socket of the reader is asked for step 1', async () => {
    const own = await sessionAt(people, 'frozen')
    const socket = people.hanh.socket(`/sync/${own.documents.draft}`)
    await opened(socket)
    socket.send(step1Frame())
    await frameThat(socket, ({ syncType }) => syncType === 1)
    const asked = frameThat(socket, ({ syncType }) => syncType === 0)
    await act(people.lam, own, 'reopen', 'Cần sửa số liệu')
    await asked
    socket.send(updateFrame(paragraphUpdate('viết tiếp')))
    await frameThat(socket, ({ type }) => type === 100)
    expect(await textNow(own.documents.draft)).toContain('viết tiếp')
    socket.terminate()
  })

  it('[R10][S7] with the account closes its sockets with 4401 within a second', async () => {
    const socket = people.dinh.socket(`/sync/${draft}`)
    await opened(socket)
    const closed = closeOf(socket)
    await must(people.nga.patch('/api/people/dinh', { disabled: true }))
    expect(await atOnce(closed)).toBe(4401)
    expect((await people.dinh.get('/api/me')).status).toBe(401)
    await must(people.nga.patch('/api/people/dinh', { disabled: false }))
  })
})
