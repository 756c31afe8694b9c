// What /live says of a session: the last word of many at once is the newest, and how long it was quiet before one came.
import { once } from 'node:events'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { pathOf, speaks } from '../kit/meeting'
import { earOn, wordsIn } from '../kit/notes'
import {
  act,
  conclusion,
  must,
  type People,
  remark,
  sessionAt,
  signInAll,
  threadsOf,
  writeInto,
} from '../kit/session-maker'
import { type RunningServer, startServer } from '../kit/start-server'

let server: RunningServer
let people: People

beforeAll(async () => {
  server = await startServer({ demo: true })
  people = await signInAll(server.origin)
})
afterAll(async () => {
  await server.stop()
  server.forget()
})

it('[L1] however many change a session at once, what is announced last is what stands', async () => {
  const session = await sessionAt(people, 'inSession')
  const path = pathOf(session)
  const opinions: string[] = []
  for (let i = 0; i < 8; i++) opinions.push(await speaks(people, session, 'thoa', `Ý kiến ${i}.`))
  await must(people.tuan.put(path('conclusion'), { conclusion }))
  await act(people.nga, session, 'close')
  const threads = (await threadsOf(people.hanh, session)).filter(({ state }) => state === 'open')
  const { socket, heard } = await earOn(people.truc, session)
  const accepted = { verdict: 'accepted', reason: '' }
  await Promise.all([
    ...opinions.flatMap((id, i) => [
      must(people.hanh.post(`/api/opinions/${id}/answer`, accepted)),
      must(people.nga.patch(path('').slice(0, -1), { topic: `Chuyên đề ${i}` })),
    ]),
    ...threads.map(({ id }) => must(people.hanh.post(`/api/threads/${id}/answer`, accepted))),
  ])
  const now = await must(people.truc.get(path('').slice(0, -1)))
  const told = () =>
    heard.map((frame) => JSON.parse(frame)).filter(({ type }) => type === 'session')
  while (told().length < 2 * opinions.length + threads.length) await once(socket, 'message')
  expect(told().at(-1).session).toEqual(now)
  expect(now).toMatchObject({ openOpinionCount: 0, openThreadCount: 0 })
  socket.terminate()
})

it('[L1] however many say the same as a comment at once, what is announced last is what stands', async () => {
  const session = await sessionAt(people, 'draft')
  const at = `/api/documents/${session.documents.draft}/threads`
  const { id } = await must(people.thoa.post(at, { kind: 'remark', body: 'Nêu rõ kinh phí.' }))
  const { socket, heard } = await earOn(people.truc, session)
  const others = (['lam', 'truc', 'dinh', 'tuan', 'nga', 'phuong', 'bao'] as const).map(
    (account) => people[account],
  )
  const rounds = 6
  const told = () => heard.map((frame) => JSON.parse(frame)).filter(({ type }) => type === 'thread')
  for (let round = 1; round <= rounds; round++) {
    const agrees = round % 2 === 1
    const answers = await Promise.all(
      others.map((one) => must(one.put(`/api/threads/${id}/agreement`, { agrees }))),
    )
    while (told().length < round * others.length) await once(socket, 'message')
    const [now] = (await must(people.truc.get(at))).threads
    expect(now.agreed).toHaveLength(agrees ? others.length : 0)
    expect(told().at(-1).thread).toEqual(now)
    // Whoever hears or is answered out of turn knows what is newer.
    expect(Math.max(...answers.map(({ revision }) => revision))).toBe(now.revision)
  }
  socket.terminate()
})

it('[L1] an answer to many comments and a reply to one of them: what is announced last is what stands', async () => {
  const session = await sessionAt(people, 'draft')
  const { draft } = session.documents
  const { socket, heard } = await earOn(people.truc, session)
  for (let round = 1; round <= 5; round++) {
    const quote = `câu thứ ${round}`
    await writeInto(people.hanh, draft, `Đây là ${quote}.`)
    const { documentId: _, ...place } = await wordsIn(people.thoa, draft, quote)
    const open = async (more: object) =>
      (await must(people.thoa.post(`/api/documents/${draft}/threads`, { ...remark, ...more }))).id
    const ids = [await open({}), await open(place)]
    await Promise.all([
      must(
        people.hanh.post(`/api/sessions/${session.id}/answers`, {
          verdict: 'accepted',
          reason: '',
          threads: ids,
        }),
      ),
      must(people.lam.post(`/api/threads/${ids[0]}/replies`, { body: 'Tôi cũng nghĩ vậy.' })),
    ])
    const told = () =>
      heard
        .map((frame) => JSON.parse(frame))
        .filter(({ type, thread }) => type === 'thread' && thread.id === ids[0])
    while (told().length < 3) await once(socket, 'message')
    const { threads } = await must(people.truc.get(`/api/documents/${draft}/threads`))
    const now = threads.find(({ id }: { id: string }) => id === ids[0])
    expect(now).toMatchObject({ state: 'answered', revision: 2 })
    expect(told().at(-1).thread).toEqual(now)
  }
  socket.terminate()
})

it('[L5] who comes is told for how long nothing was announced', async () => {
  const session = await sessionAt(people, 'draft')
  const quiet = async () => {
    const socket = people.truc.socket(`/live/${session.id}?beat`)
    const [frame] = await once(socket, 'message')
    const { type, quietMs } = JSON.parse(String(frame))
    expect(type).toBe('beat')
    return { socket, quietMs }
  }
  const early = await quiet()
  const started = performance.now()
  await act(people.phuong, session, 'pass')
  const late = await quiet()
  expect(late.quietMs).toBeLessThanOrEqual(performance.now() - started + 1)
  const later = await quiet()
  expect(later.quietMs).toBeGreaterThanOrEqual(late.quietMs)
  for (const { socket } of [early, late, later]) socket.terminate()
  // Without asking for it nobody is told.
  const plain = await earOn(people.truc, session)
  await act(people.tuan, session, 'freeze')
  while (plain.heard.length === 0) await once(plain.socket, 'message')
  expect(plain.heard.join()).not.toContain('quietMs')
  plain.socket.terminate()
})
