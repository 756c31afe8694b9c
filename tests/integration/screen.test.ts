// The screens at the doors: one place for all, in one order; the look shared; what may be shown; the pointer.
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { earOn } from '../kit/notes'
import { must, type People, type SeenSession, sessionAt, signInAll } from '../kit/session-maker'
import { type RunningServer, startServer } from '../kit/start-server'
import { refusal } from '../kit/visitor'

let server: RunningServer
let people: People
let session: SeenSession
const path = (rest: string) => `/api/sessions/${session.id}/${rest}`
const step = (paragraph: number, more: object = {}) => ({
  version: session.versions[0]?.id,
  paragraph,
  ...more,
})
const placeNow = async () =>
  (await must(people.khach.get(`/api/sessions/${session.id}`))).projection
const screenNow = async () => (await must(people.khach.get(`/api/sessions/${session.id}`))).screen

beforeAll(async () => {
  server = await startServer({ demo: true })
  people = await signInAll(server.origin)
  session = await sessionAt(people, 'inSession')
})
afterAll(async () => {
  await server.stop()
  server.forget()
})

it('[K1][L6] steps from many windows reach every listener in one order, each with a greater number', async () => {
  await must(people.nga.put(path('projection'), step(1, { handedTo: 'hanh' })))
  const ears = await Promise.all([people.khach, people.truc].map((one) => earOn(one, session)))
  const windows = [people.nga, people.hanh, people.nga]
  const steps = Array.from({ length: 30 }, (_, i) =>
    must((windows[i % 3] ?? people.nga).put(path('projection'), step(i + 1))),
  )
  const answered = (await Promise.all(steps)).map(({ projection }) => projection)
  for (const { socket, heard } of ears) {
    while (heard.length < steps.length) await once(socket, 'message')
    socket.terminate()
    const told = heard.map((frame) => JSON.parse(frame))
    expect(told.map(({ type }) => type)).toEqual(steps.map(() => 'projection'))
    const numbers = told.map(({ projection }) => projection.seq)
    expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b))
    expect(told.at(-1).projection).toEqual(await placeNow())
    for (const one of answered) {
      expect(told.map(({ projection }) => projection)).toContainEqual(one)
    }
  }
})

it('[K1] a step made on an older place is overtaken, and moves nothing', async () => {
  const { seq } = await placeNow()
  const made = await must(people.nga.put(path('projection'), step(7, { after: seq })))
  expect(await refusal(people.nga.put(path('projection'), step(3, { after: seq })))).toEqual([
    409,
    'overtaken',
  ])
  expect(await placeNow()).toEqual(made.projection)
})

it('[K1] the chair takes the projector back at once, and the place stays where its holder went', async () => {
  const { seq } = await must(
    people.nga.put(path('projection'), step(2, { handedTo: 'hanh' })),
  ).then(({ projection }) => projection)
  await must(people.hanh.put(path('projection'), step(9)))
  await must(people.nga.put(path('projection'), step(2, { after: seq, handedTo: null })))
  expect(await placeNow()).toMatchObject({ paragraph: 9, handedTo: null })
  const late = people.hanh.put(path('projection'), step(10))
  expect(await refusal(late)).toEqual([403, 'not-yours'])
})

it('[K1] the place may be the head of the paper, a table, or far into a long paragraph', async () => {
  for (const place of [step(0), step(4, { unit: 12 }), step(5, { share: 0.5 })]) {
    await must(people.nga.put(path('projection'), place))
    expect(await placeNow()).toMatchObject(place)
  }
  for (const place of [step(-1), step(1, { share: 2 }), step(1.5)]) {
    expect(await refusal(people.nga.put(path('projection'), place))).toEqual([
      400,
      'unreadable-request',
    ])
  }
})

it('[K3] two windows that set different things of the screen keep both', async () => {
  const set = (wish: object) => must(people.nga.put(path('screen'), wish))
  const ear = await earOn(people.truc, session)
  await Promise.all([set({ theme: 'dark' }), set({ size: 2 }), set({ layout: 'scroll' })])
  while (ear.heard.length < 3) await once(ear.socket, 'message')
  ear.socket.terminate()
  const { screen } = JSON.parse(ear.heard.at(-1) ?? '')
  expect(screen).toMatchObject({ theme: 'dark', size: 2, layout: 'scroll', isBlank: false })
  expect(await screenNow()).toEqual(screen)
  expect(await refusal(people.nga.put(path('screen'), { size: 9 }))).toEqual([
    400,
    'unreadable-request',
  ])
})

it('[K4] what is shown is of this session and for everyone: no comment of a live paper', async () => {
  const show = (kind: string, id = '') => people.nga.put(path('screen'), { showing: { kind, id } })
  const remark = { kind: 'remark', body: 'Nên nói rõ hơn.' }
  const { id } = await must(
    people.thoa.post(`/api/versions/${session.versions[0]?.id}/threads`, remark),
  )
  await must(show('comment', id))
  expect((await screenNow()).showing).toEqual({ kind: 'comment', id })
  const drafts = await must(people.nga.get(`/api/documents/${session.documents.draft}/threads`))
  const vote = await must(people.tuan.post(path('votes'), { question: 'Đồng ý?', way: 'secret' }))
  await must(show('vote', vote.id))
  await must(show('programme'))
  await must(show('minutes', session.documents.minutes))
  const absent = [404, 'not-found']
  expect(await refusal(show('comment', drafts.threads[0].id))).toEqual(absent)
  expect(await refusal(show('comment', 'ai-biet'))).toEqual(absent)
  expect(await refusal(show('vote', id))).toEqual(absent)
  expect(await refusal(show('minutes', session.documents.draft))).toEqual(absent)
  expect((await screenNow()).showing.kind).toBe('minutes')
})

it('[K3] the pointer is told and written nowhere; place and look stand after a restart', async () => {
  const ear = await earOn(people.khach, session)
  const files = () =>
    readdirSync(server.dataDir, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
  const before = files()
  const pointer = { ...step(2), at: 77_123 }
  await must(people.nga.put(path('pointer'), { pointer }))
  while (ear.heard.length < 1) await once(ear.socket, 'message')
  ear.socket.terminate()
  expect(JSON.parse(ear.heard[0] ?? '')).toEqual({ type: 'pointer', pointer })
  expect(files()).toEqual(before)
  const words = { ...step(2), from: 0, to: 9 }
  await must(people.nga.put(path('screen'), { highlight: words, isBlank: true }))
  const [place, screen] = [await placeNow(), await screenNow()]
  await server.kill()
  server = await startServer({ demo: true, dataDir: server.dataDir })
  people = await signInAll(server.origin)
  expect([await placeNow(), await screenNow()]).toEqual([place, screen])
  const next = await must(people.nga.put(path('projection'), step(1)))
  expect(next.projection.seq).toBeGreaterThan(place.seq)
})
