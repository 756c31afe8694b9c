// A guest's own link, through the doors: one session, from the freeze to the archive, renewed, withdrawn, guessed.
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { earOn } from '../kit/notes'
import {
  act,
  must,
  type People,
  remark,
  type SeenSession,
  sessionAt,
  signInAll,
} from '../kit/session-maker'
import { type RunningServer, startServer } from '../kit/start-server'
import { refusal, Visitor } from '../kit/visitor'

let server: RunningServer
let people: People
let session: SeenSession
/** What the server wrote, so that a token is looked for in all of it. */
const onDisk = () =>
  readdirSync(server.dataDir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name)).toString('latin1'))
    .join('\n')

const wish = { name: 'Lý Thị Kim Oanh', position: 'Phó Bí thư Đảng ủy xã' }
const tokenOf = (link: string) => link.replace('/guest/', '')
const nobody = () => new Visitor(server.origin)
const look = (token: string) => nobody().get(`/api/guest-links/${token}`)
const invite = async (of = session) => {
  const made = await must(people.nga.post(`/api/sessions/${of.id}/guests`, wish))
  return { guest: made.guest, token: tokenOf(made.link) }
}
/** Enters by a link, as a browser without a login. */
async function enter(token: string): Promise<Visitor> {
  const { status, headers, body } = await nobody().post(`/api/guest-links/${token}`)
  if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`)
  return new Visitor(server.origin, headers.get('set-cookie')?.split(';')[0])
}

beforeAll(async () => {
  server = await startServer({ demo: true, env: { SIGN_IN_TRIES_PER_ADDRESS: '30' } })
  people = await signInAll(server.origin)
  session = await sessionAt(people, 'frozen')
})
afterAll(async () => {
  await server.stop()
  server.forget()
})

it('[V7] says whose it is and what for, and enters into this session alone', async () => {
  const other = await sessionAt(people, 'frozen')
  const { guest, token } = await invite()
  expect(guest).toMatchObject({ ...wish, way: 'link', hasCome: false })
  const shown = await must(look(token))
  expect(shown).toMatchObject({ name: wish.name, sessionId: session.id, isOpen: true })
  const link = await enter(token)
  const { sessions } = await must(link.get('/api/sessions'))
  expect(sessions.map(({ id }: SeenSession) => id)).toEqual([session.id])
  const { id: version = '' } = session.versions.at(-1) ?? {}
  await must(link.get(`/api/versions/${version}`))
  await must(link.post(`/api/versions/${version}/threads`, remark))
  expect(await refusal(link.get(`/api/versions/${other.versions.at(-1)?.id}`))).toEqual([
    403,
    'not-yours',
  ])
  expect(await refusal(link.get(`/api/sessions/${other.id}`))).toEqual([403, 'not-yours'])
  const { draft } = session.documents
  expect(await refusal(link.get(`/api/documents/${draft}/threads`))).toEqual([403, 'not-yours'])
  // Neither seated elsewhere, nor given posts, nor a password: each would be the link holder's.
  const seats = { guests: [guest.username] }
  const { username } = guest
  expect(await refusal(people.nga.patch(`/api/sessions/${other.id}`, { seats }))).toEqual([
    400,
    'unknown-person',
  ])
  expect(await refusal(people.nga.patch(`/api/people/${username}`, { posts: ['member'] }))).toEqual(
    [400, 'not-a-reader'],
  )
  expect(await refusal(people.nga.post(`/api/people/${username}/link`))).toEqual([403, 'not-yours'])
  const { guests } = await must(people.lam.get(`/api/sessions/${session.id}/guests`))
  expect(guests.find((one: typeof guest) => one.username === username).hasCome).toBe(true)
})

it('[V7] before the freeze its page says when the papers will be there, and lets nobody in', async () => {
  const early = await sessionAt(people, 'draft', { ready: true })
  const { token } = await invite(early)
  const shown = await must(look(token))
  expect([shown.isOpen, shown.papersAt]).toEqual([false, '2189-05-31T07:00:00.000Z'])
  expect(await refusal(nobody().post(`/api/guest-links/${token}`))).toEqual([409, 'not-now'])
  await act(people.tuan, early, 'freeze')
  expect((await must(look(token))).isOpen).toBe(true)
  const link = await enter(token)
  await act(people.nga, early, 'reopen', 'Bổ sung số liệu')
  expect(await refusal(link.get(`/api/sessions/${early.id}`))).toEqual([403, 'not-yours'])
})

it('[V7] follows the meeting and asks to speak, also after a restart', async () => {
  const held = await sessionAt(people, 'frozen', { ready: true })
  const { guest, token } = await invite(held)
  const link = await enter(token)
  await act(people.nga, held, 'open')
  await server.stop()
  const { port } = new URL(server.origin)
  server = await startServer({
    dataDir: server.dataDir,
    port: Number(port),
    env: { SIGN_IN_TRIES_PER_ADDRESS: '30' },
  })
  const again = await enter(token)
  for (const browser of [link, again]) await must(browser.get(`/api/sessions/${held.id}`))
  const { meeting } = await must(link.post(`/api/sessions/${held.id}/speakers`, {}))
  expect(meeting.speakers.at(-1).username).toBe(guest.username)
})

it('[V8] a new link ends the one before it and who came in by it, open lines too', async () => {
  const { guest, token } = await invite()
  const link = await enter(token)
  const { socket } = await earOn(link, session)
  const gone = once(socket, 'close')
  const path = `/api/sessions/${session.id}/guests/${guest.username}/link`
  const renewed = tokenOf((await must(people.lam.post(path))).link)
  expect((await gone)[0]).toBe(4401)
  expect(await refusal(look(token))).toEqual([404, 'link-used'])
  expect(await refusal(link.get('/api/me'))).toEqual([401, 'not-signed-in'])
  const anew = await enter(renewed)
  await must(anew.get(`/api/sessions/${session.id}`))
  await must(people.nga.send('DELETE', path))
  expect(await refusal(anew.get('/api/me'))).toEqual([401, 'not-signed-in'])
  expect(await refusal(nobody().post(`/api/guest-links/${renewed}`))).toEqual([404, 'link-used'])
})

it('[V8] ends with the archive, whoever came in by it with it', async () => {
  const late = await sessionAt(people, 'approved')
  const { token } = await invite(late)
  const link = await enter(token)
  await must(link.get(`/api/sessions/${late.id}`))
  await act(people.lam, late, 'archive')
  expect(await refusal(link.get('/api/me'))).toEqual([401, 'not-signed-in'])
  expect(await refusal(look(token))).toEqual([404, 'link-used'])
  expect(await refusal(people.nga.post(`/api/sessions/${late.id}/guests`, wish))).toEqual([
    409,
    'not-now',
  ])
})

it('[V8] is made by secretary and deputy, not for who has an account; only its hash is written down', async () => {
  const path = `/api/sessions/${session.id}/guests`
  for (const name of ['tuan', 'hanh', 'phuong', 'khach', 'kythuat'] as const) {
    expect([name, ...(await refusal(people[name].post(path, wish)))]).toEqual([
      name,
      403,
      'not-yours',
    ])
  }
  expect(await refusal(people.nga.post(`${path}/khach/link`))).toEqual([403, 'not-yours'])
  expect(await refusal(people.nga.post(`${path}/thoa/link`))).toEqual([404, 'not-found'])
  const { token } = await invite()
  await enter(token)
  expect(onDisk()).not.toContain(token)
  expect(server.complaints()).not.toContain(token)
  const page = await fetch(`${server.origin}/guest/${token}`)
  expect(page.headers.get('referrer-policy')).toBe('no-referrer')
  const foreign = { origin: 'http://evil.example' }
  const sent = nobody().send('POST', `/api/guest-links/${token}`, undefined, foreign)
  expect(await refusal(sent)).toEqual([403, 'foreign-origin'])
})

it('[V8] guessing ends with a pause, which a good link at the same address does not earn', async () => {
  const { token } = await invite()
  for (let i = 0; i < 5; i++) await must(look(token))
  const guesses = Array.from({ length: 40 }, (_, i) => `khong-co-that-${i}`)
  const answers = []
  for (const guess of guesses) answers.push((await refusal(look(guess))).join(' '))
  expect(answers[0]).toBe('404 link-used')
  expect(answers.at(-1)).toBe('429 too-many-tries')
})
