// What is posted again because its answer was lost is done once: the same answer, and nothing twice.
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import {
  type People,
  type SeenSession,
  sessionAt,
  signInAll,
  threadsOf,
} from '../kit/session-maker'
import { type RunningServer, startServer } from '../kit/start-server'
import { signIn, type Visitor } from '../kit/visitor'

let server: RunningServer
let people: People
let session: SeenSession
let path = ''

beforeAll(async () => {
  server = await startServer({ demo: true })
  people = await signInAll(server.origin)
})
beforeEach(async () => {
  session = await sessionAt(people, 'draft')
  path = `/api/documents/${session.documents.draft}/threads`
})
afterAll(async () => {
  await server.stop()
  server.forget()
})

const comment = { kind: 'remark', body: 'Nêu rõ kinh phí.' }
const send = (visitor: Visitor, key: string, to = path, body: object = comment) =>
  visitor.send('POST', to, body, { 'idempotency-key': key })
const count = async () => (await threadsOf(people.nga, session)).filter(onDraft).length
const onDraft = ({ ground }: { ground: string }) => ground === 'draft'

it('[H6] the second gets the answer of the first, and what others did since is not in it', async () => {
  const first = await send(people.thoa, 'a')
  await people.truc.post(`/api/threads/${first.body.id}/replies`, { body: 'Đồng ý.' })
  const second = await send(people.thoa, 'a')
  expect([second.status, second.body]).toEqual([201, first.body])
  expect(second.headers.get('content-type')).toBe(first.headers.get('content-type'))
  expect(await count()).toBe(1)
})

it('[H6] those under way at once are one', async () => {
  const answers = await Promise.all(Array.from({ length: 8 }, () => send(people.thoa, 'b')))
  expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1)
  expect(await count()).toBe(1)
})

it('[H6] another key, another person, another login and another address are their own', async () => {
  const again = await signIn(server.origin, 'thoa')
  const first = await send(people.thoa, 'c')
  await send(people.thoa, 'd')
  await send(people.truc, 'c')
  await send(again, 'c')
  expect(await count()).toBe(4)
  const reply = (body: string) =>
    send(people.thoa, 'c', `/api/threads/${first.body.id}/replies`, { body })
  expect((await reply('Một.')).body.replies).toHaveLength(1)
})

it('[H6] a refusal is not remembered, nor is what comes without a key or with too long a one', async () => {
  const refused = await send(people.thoa, 'e', path, { ...comment, quote: 'không có', from: 1 })
  expect(refused.status).toBeGreaterThanOrEqual(400)
  expect((await send(people.thoa, 'e')).status).toBe(201)
  for (const key of ['', 'x'.repeat(65)]) {
    await send(people.thoa, key)
    await send(people.thoa, key)
  }
  expect(await count()).toBe(5)
})

it('[H6] the oldest are forgotten', async () => {
  const echo = (i: number) =>
    send(people.nga, `e${i}`, `/api/sessions/${session.id}/echo`, { mark: `${i}` })
  await send(people.thoa, 'f')
  for (let i = 0; i < 500; i++) await echo(i)
  await send(people.thoa, 'f')
  expect(await count()).toBe(2)
})
