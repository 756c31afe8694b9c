// kill -9 while people type, again and again: what was acknowledged is there, and all copies agree.
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BoundEditor } from '../kit/bound-editor'
import {
  must,
  type People,
  remark,
  type SeenSession,
  sessionAt,
  signInAll,
  writeInto,
} from '../kit/session-maker'
import { type RunningServer, startServer } from '../kit/start-server'
import type { StockClient } from '../kit/visitor'

const rounds = 5
const quoted = '31 giáo viên tham gia'

let server: RunningServer
let people: People
let draft: SeenSession
let submitted: SeenSession
let thread: string

beforeAll(async () => {
  server = await startServer({ demo: true })
  people = await signInAll(server.origin)
  draft = await sessionAt(people, 'draft')
  submitted = await sessionAt(people, 'submitted')
  await writeInto(people.hanh, draft.documents.draft, `Nhà trường có ${quoted} tập huấn.`)
  const editor = new BoundEditor(await people.thoa.open(draft.documents.draft).synced())
  const path = `/api/documents/${draft.documents.draft}/threads`
  thread = (await must(people.thoa.post(path, { ...editor.quote(quoted), ...remark }))).id
  editor.leave()
})

afterAll(async () => {
  await server.stop()
  server.forget()
})

/** The digests of a session's versions, as said and as computed from the bytes. */
async function digests(): Promise<string[]> {
  const { versions } = await must(people.nga.get(`/api/sessions/${submitted.id}`))
  return Promise.all(
    versions.map(async ({ id, sha256 }: { id: string; sha256: string }) => {
      const response = await fetch(`${server.origin}/api/versions/${id}/bytes`, {
        headers: { cookie: people.nga.cookie },
      })
      const bytes = new Uint8Array(await response.arrayBuffer())
      return `${sha256} ${createHash('sha256').update(bytes).digest('hex')}`
    }),
  )
}

/** Types until told to stop; remembers what was acknowledged, over all connections. */
function typing(client: StockClient, name: string) {
  const acknowledged: string[] = []
  const all: string[] = []
  let isOver = false
  let pending: { word: string; frame: number }[] = []
  client.provider.messageHandlers[100] = wrap(client, () => {
    acknowledged.push(...pending.filter(({ frame }) => frame <= client.saved).map((p) => p.word))
    pending = pending.filter(({ frame }) => frame > client.saved)
    if (!isOver) write()
  })
  client.provider.on('status', ({ status }: { status: string }) => {
    // What was on its way is in the step 2 of the next connection; its count begins anew.
    if (status === 'disconnected') pending = []
  })
  function write() {
    const word = `[${name}.${all.length}]`
    const before = client.sent
    client.write(word)
    all.push(word)
    if (client.sent > before) pending.push({ word, frame: client.sent })
  }
  write()
  return {
    acknowledged,
    all,
    stop: () => {
      isOver = true
    },
  }
}

type Handler = StockClient['provider']['messageHandlers'][number]
/** The client's own ear for `saved`, and then ours. */
function wrap(client: StockClient, then: () => void): Handler {
  const own = client.provider.messageHandlers[100] as Handler
  return (...heard) => {
    own(...heard)
    then()
  }
}

describe('after kill -9', () => {
  it(`[T6] everything acknowledged in ${rounds} rounds is there, comments and versions stand, copies agree`, async () => {
    const before = await digests()
    expect(before).toHaveLength(2)
    for (const line of before) expect(new Set(line.split(' ')).size).toBe(1)
    const port = Number(new URL(server.origin).port)
    const names = ['hanh', 'bao', 'hanh', 'bao'] as const
    const clients = await Promise.all(
      names.map((name) => people[name].open(draft.documents.draft).synced()),
    )
    const typists = clients.map((client, i) => typing(client, `k${i}`))
    const total = () => typists.reduce((sum, { acknowledged }) => sum + acknowledged.length, 0)

    for (let round = 0; round < rounds; round++) {
      const goal = total() + 20
      await new Promise<void>((resolve) => {
        const check = () => {
          if (total() < goal) return
          for (const client of clients) client.doc.off('update', check)
          resolve()
        }
        for (const client of clients) client.doc.on('update', check)
      })
      await server.kill()
      // A copy that was nowhere near: what it reads comes from the disk alone.
      const acknowledged = typists.flatMap((typist) => typist.acknowledged)
      for (const client of clients) client.provider.disconnect()
      server = await startServer({ demo: true, dataDir: server.dataDir, port })
      const fresh = new BoundEditor(await people.truc.open(draft.documents.draft).synced())
      const text = fresh.client.text.toString()
      expect(acknowledged.filter((word) => !text.includes(word))).toEqual([])
      expect(fresh.marked(thread)).toBe(quoted)
      fresh.leave()
      expect(await digests()).toEqual(before)
      for (const client of clients) client.provider.connect()
    }

    for (const typist of typists) typist.stop()
    await Promise.all(clients.map((client) => client.synced()))
    await Promise.all(clients.map((client) => client.allSaved()))
    const all = typists.flatMap((typist) => typist.all)
    const has = (text: string) => all.every((word) => text.includes(word))
    await Promise.all(clients.map((client) => client.until(has)))
    const fresh = await people.truc.open(draft.documents.draft).synced()
    const texts = [...clients, fresh].map((client) => client.text.toString())
    expect(new Set(texts).size).toBe(1)
    // Each word once: nothing was written twice on the way back.
    for (const word of all) expect(texts[0]?.split(word)).toHaveLength(2)
    const { threads } = await must(
      people.truc.get(`/api/documents/${draft.documents.draft}/threads`),
    )
    expect(threads).toMatchObject([{ id: thread, quote: quoted, detached: false }])
    for (const client of [...clients, fresh]) client.leave()
  })
})
