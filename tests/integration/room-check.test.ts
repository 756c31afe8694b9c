// The check of the room, through the doors: phones that come through, a mark's way round, the rehearsal.
import { once } from 'node:events'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { earOn } from '../kit/notes'
import {
  act,
  must,
  type People,
  type SeenSession,
  sessionAt,
  signInAll,
} from '../kit/session-maker'
import { type RunningServer, startServer } from '../kit/start-server'
import { refusal, Visitor } from '../kit/visitor'

let server: RunningServer
let people: People
let session: SeenSession
const path = (rest: string) => `/api/sessions/${session.id}/${rest}`

beforeAll(async () => {
  server = await startServer({ demo: true })
  people = await signInAll(server.origin)
  session = await sessionAt(people, 'frozen', { ready: true })
})
afterAll(async () => {
  await server.stop()
  server.forget()
})

type Ear = Awaited<ReturnType<typeof earOn>>
const heard = async ({ socket, heard: frames }: Ear, words: string) => {
  while (!frames.some((frame) => frame.includes(words))) await once(socket, 'message')
}

it('[V10] a phone that opens the code is counted once, live, and signs in to nothing', async () => {
  const ear = await earOn(people.nga, session)
  const { token, phones } = await must(people.nga.post(path('check')))
  expect(phones).toBe(0)
  // Another window counts the same phones.
  expect((await must(people.tuan.post(path('check')))).token).toBe(token)
  const phone = new Visitor(server.origin)
  const say = (id: string) => phone.post(`/api/reach/${token}`, { phone: id })
  for (const id of ['a', 'a', 'b']) {
    const { headers, body } = await say(id)
    expect(Math.abs(Date.parse(body.now) - Date.now())).toBeLessThan(60_000)
    expect(headers.get('set-cookie')).toBeNull()
  }
  await heard(ear, '{"type":"reached","phones":2}')
  expect((await must(people.lam.post(path('check')))).phones).toBe(2)
  expect(await refusal(phone.post('/api/reach/khong-co', { phone: 'a' }))).toEqual([
    404,
    'link-used',
  ])
  expect(await refusal(phone.post(`/api/reach/${token}`, { phone: '' }))).toEqual([
    400,
    'unreadable-request',
  ])
  await Promise.all(Array.from({ length: 210 }, (_, i) => must(say(`p${i}`))))
  expect((await must(people.nga.post(path('check')))).phones).toBe(200)
  ear.socket.terminate()
})

it('[V10] a mark goes the way of the chair’s step, for those who prepare the meeting', async () => {
  const ear = await earOn(people.hanh, session)
  const { at } = await must(people.nga.post(path('echo'), { mark: 'm1' }))
  await heard(ear, JSON.stringify({ type: 'echo', mark: 'm1', at }))
  ear.socket.terminate()
  for (const name of ['thoa', 'khach', 'kythuat'] as const) {
    expect(await refusal(people[name].post(path('echo'), { mark: 'm' }))).toEqual([
      403,
      'not-yours',
    ])
  }
})

it('[V9] tells addresses to those whose business the cell is', async () => {
  const { base, reachable } = await must(people.thoa.get('/api/addresses'))
  // This server listens on the loopback alone: no phone gets through, and it says so.
  expect([base, reachable]).toEqual([server.origin, []])
  for (const name of ['khach', 'kythuat'] as const) {
    expect(await refusal(people[name].get('/api/addresses'))).toEqual([403, 'not-yours'])
  }
})

it('[V11] a rehearsal records nothing, and the meeting begins at the start', async () => {
  const version = session.versions.at(-1)?.id
  const step = (paragraph: number) =>
    must(people.nga.put(path('projection'), { version, paragraph, handedTo: 'hanh' }))
  const before = await must(people.nga.get(`/api/sessions/${session.id}`))
  await must(people.nga.put(path('screen'), { isBlank: true }))
  const { stage, history, meeting, projection: left } = await step(1).then(() => step(3))
  expect({ stage, history, meeting }).toEqual({
    stage: 'frozen',
    history: before.history,
    meeting: before.meeting,
  })
  await act(people.nga, session, 'open')
  const { projection, screen } = await must(people.thoa.get(`/api/sessions/${session.id}`))
  expect(projection).toMatchObject({ version, paragraph: 1, handedTo: 'hanh' })
  expect(projection.seq).toBeGreaterThan(left.seq)
  expect(screen.isBlank).toBe(false)
})
