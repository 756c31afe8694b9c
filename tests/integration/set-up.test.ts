// The first start of an empty folder, the links that bring people in, signing in, and how the program ends.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { must } from '../kit/session-maker'
import { type RunningServer, startServer } from '../kit/start-server'
import { type Answer, signIn, Visitor } from '../kit/visitor'

const secretaryPassword = 'mật khẩu của bí thư'
const setUp = {
  cell: { name: 'Chi bộ Trường', parentName: 'Đảng bộ Phường', place: 'Hà Nội' },
  person: { name: 'Nguyễn Thị Bí Thư', username: 'bithu', password: secretaryPassword },
}

let server: RunningServer
let stranger: Visitor
let token: string
let secretary: Visitor

const said = ({ status, body }: Answer) => [status, body.refused]
const cookieOf = ({ headers }: Answer) => headers.get('set-cookie') ?? ''
const visitorOf = (answer: Answer) =>
  new Visitor(server.origin, cookieOf(answer).split(';')[0] ?? '')

beforeAll(async () => {
  server = await startServer({ env: { SIGN_IN_TRIES: '4', DEMO_PASSWORD: '' } })
  stranger = new Visitor(server.origin)
  token = /\/setup\/([\w-]+)/.exec(server.printed.join('\n'))?.[1] ?? ''
})

afterAll(async () => {
  await server.stop()
  server.forget()
})

describe('set-up', () => {
  it('prints a one-time link on an empty folder, and nobody has an account yet', async () => {
    expect(token.length).toBeGreaterThan(20)
    expect(said(await stranger.post('/api/login', { username: 'nga', password: 'x' }))).toEqual([
      401,
      'bad-credentials',
    ])
    expect(said(await stranger.get('/api/me'))).toEqual([401, 'not-signed-in'])
    expect((await stranger.get(`/api/setup/${token}`)).status).toBe(200)
    expect(said(await stranger.get('/api/setup/wrong'))).toEqual([404, 'link-used'])
  })

  it('prints the link again after a restart as long as it was not used', async () => {
    await server.stop()
    server = await startServer({ dataDir: server.dataDir, env: { SIGN_IN_TRIES: '4' } })
    stranger = new Visitor(server.origin)
    token = /\/setup\/([\w-]+)/.exec(server.printed.join('\n'))?.[1] ?? ''
    expect((await stranger.get(`/api/setup/${token}`)).status).toBe(200)
  })

  it('makes the cell and its first secretary, once; another cell is impossible', async () => {
    const weak = { ...setUp, person: { ...setUp.person, password: 'ngan' } }
    expect(said(await stranger.post(`/api/setup/${token}`, weak))).toEqual([400, 'weak-password'])
    const both = await Promise.all([
      stranger.post(`/api/setup/${token}`, setUp),
      stranger.post(`/api/setup/${token}`, setUp),
    ])
    expect(both.filter(({ status }) => status < 300)).toHaveLength(1)
    secretary = visitorOf(both.find(({ status }) => status < 300) as Answer)
    const me = await must(secretary.get('/api/me'))
    expect(me).toMatchObject({
      person: { username: 'bithu', posts: ['secretary'] },
      cell: { name: 'Chi bộ Trường' },
    })
    expect((await stranger.post(`/api/setup/${token}`, setUp)).status).toBe(404)
    expect((await stranger.get(`/api/setup/${token}`)).status).toBe(404)
  })
})

describe('an invitation', () => {
  it('is good once, and only the newest', async () => {
    const asked = { name: 'Trần Văn Đảng', username: 'dang', posts: ['member'] }
    const { link } = await must(secretary.post('/api/people', asked))
    expect(link).toMatch(/^\/join\//)
    const first = link.replace('/join/', '/api/invitations/')
    const { link: newer } = await must(secretary.post('/api/people/dang/link'))
    const second = newer.replace('/join/', '/api/invitations/')
    expect(said(await stranger.get(first))).toEqual([404, 'link-used'])
    expect((await stranger.get(second)).status).toBe(200)
    expect(said(await stranger.post(second, { password: 'ngan' }))).toEqual([400, 'weak-password'])
    const joined = await Promise.all([
      stranger.post(second, { password: 'mật khẩu của Đảng' }),
      stranger.post(second, { password: 'mật khẩu của kẻ khác' }),
    ])
    expect(joined.map(({ status }) => status).sort()).toEqual([200, 404])
    const me = await must(visitorOf(joined.find((a) => a.status === 200) as Answer).get('/api/me'))
    expect(me.person).toMatchObject({ username: 'dang', active: true })
    expect(said(await stranger.get(second))).toEqual([404, 'link-used'])
    expect(said(await secretary.post('/api/people', asked))).toEqual([409, 'username-taken'])
  })

  it('leaves the last secretary in office', async () => {
    for (const change of [{ posts: ['member'] }, { disabled: true }]) {
      expect(said(await secretary.patch('/api/people/bithu', change))).toEqual([
        409,
        'last-secretary',
      ])
    }
  })
})

describe('signing in', () => {
  it('[H4] sets a cookie HttpOnly, SameSite=Lax, and a new one at every sign-in', async () => {
    const credentials = { username: 'bithu', password: secretaryPassword }
    const preset = new Visitor(server.origin, 'sid=chosen-by-the-attacker')
    const [one, two] = [
      await preset.post('/api/login', credentials),
      await preset.post('/api/login', credentials),
    ]
    for (const answer of [one, two]) {
      expect(cookieOf(answer)).toMatch(/^sid=[\w-]{40,};/)
      expect(cookieOf(answer)).toMatch(/; HttpOnly/i)
      expect(cookieOf(answer)).toMatch(/; SameSite=Lax/i)
      expect(cookieOf(answer)).toMatch(/; Path=\//i)
      expect(cookieOf(answer)).not.toContain('chosen-by-the-attacker')
      expect(JSON.stringify(answer.body)).not.toContain('argon2')
    }
    expect(cookieOf(one)).not.toBe(cookieOf(two))
    expect((await preset.get('/api/me')).status).toBe(401)
    const first = visitorOf(one)
    await must(first.post('/api/logout'))
    expect((await first.get('/api/me')).status).toBe(401)
    expect((await visitorOf(two).get('/api/me')).status).toBe(200)
  })

  it('[H4] again from a browser that was signed in ends the login before', async () => {
    const before = await signIn(server.origin, 'bithu', secretaryPassword)
    const answer = await before.post('/api/login', {
      username: 'bithu',
      password: secretaryPassword,
    })
    expect(answer.status).toBe(200)
    expect((await before.get('/api/me')).status).toBe(401)
  })

  it('is paused after too many tries on one account, also with the right password', async () => {
    const tryWith = (username: string, password: string, from: string) =>
      stranger.send('POST', '/api/login', { username, password }, { 'x-forwarded-for': from })
    const statuses: number[] = []
    for (let i = 0; i < 8; i++) {
      statuses.push((await tryWith('dang', `sai ${i}`, `10.0.0.${i}`)).status)
    }
    expect(statuses.slice(0, 4)).toEqual([401, 401, 401, 401])
    expect(statuses.at(-1)).toBe(429)
    const right = await tryWith('dang', 'mật khẩu của Đảng', '10.1.1.1')
    expect(said(right)).toEqual([429, 'too-many-tries'])
    expect(
      (await stranger.post('/api/login', { username: 'bithu', password: secretaryPassword }))
        .status,
    ).toBe(200)
  })
})

describe('a request', () => {
  it.each([
    ['a foreign Origin', { origin: 'http://evil.example' }],
    ['a null Origin', { origin: 'null' }],
    ['a cross-site Sec-Fetch-Site', { 'sec-fetch-site': 'cross-site' }],
    ['another port of the same host', { origin: 'http://127.0.0.1:1' }],
    [
      'plain text and a foreign Origin',
      { origin: 'http://x.example', 'content-type': 'text/plain' },
    ],
  ])('[H3] with %s is refused', async (_, headers) => {
    for (const [method, path] of [
      ['POST', '/api/login'],
      ['POST', '/api/sessions'],
      ['PATCH', '/api/people/bithu'],
      ['DELETE', '/api/threads/none'],
    ] as const) {
      const answer = await secretary.send(
        method,
        path,
        {},
        headers as unknown as Record<string, string>,
      )
      expect(said(answer)).toEqual([403, 'foreign-origin'])
    }
  })

  it('[H3] of our own pages is let through', async () => {
    const own = { origin: server.origin, 'sec-fetch-site': 'same-origin' }
    expect((await secretary.send('PATCH', '/api/people/bithu', {}, own)).status).toBe(200)
  })

  it('[H1][H2] that cannot be parsed is 400 before anything else is asked', async () => {
    for (const body of ['{', '[]', '"x"', '', '{"username":1,"password":{}}']) {
      const answer = await stranger.send('POST', '/api/login', body)
      expect(said(answer)).toEqual([400, 'unreadable-request'])
    }
    const broken = await secretary.send('POST', '/api/sessions', '{"topic":')
    expect(said(broken)).toEqual([400, 'unreadable-request'])
    expect(said(await secretary.post('/api/sessions', { topic: '' }))).toEqual([
      400,
      'unreadable-request',
    ])
    expect(said(await secretary.get('/api/sessions/none'))).toEqual([404, 'not-found'])
    expect(said(await stranger.get('/api/sessions/none'))).toEqual([401, 'not-signed-in'])
  })
})

describe('the process', () => {
  it('refuses a second one on the same folder in one clear line', async () => {
    const second = startServer({ dataDir: server.dataDir })
    const message = await second.then(
      () => 'started',
      (error: Error) => error.message,
    )
    expect(message).toMatch(/^exit 1: /)
    expect(
      message
        .replace(/^exit 1: /, '')
        .trim()
        .split('\n'),
    ).toHaveLength(1)
    expect((await stranger.get('/healthz')).status).toBe(200)
  })

  it('exits 0 on SIGTERM with sockets open, and has kept everything', async () => {
    const { id } = await must(secretary.post('/api/sessions', { topic: 'Chuyên đề' }))
    const socket = secretary.socket(`/live/${id}`)
    const closed = new Promise((resolve) => socket.on('close', resolve))
    await new Promise((resolve) => socket.on('open', resolve))
    const began = Date.now()
    expect(await server.stop()).toBe(0)
    expect(Date.now() - began).toBeLessThan(10_000)
    expect(await closed).toBe(4503)
    server = await startServer({ dataDir: server.dataDir })
    const again = new Visitor(server.origin, secretary.cookie)
    expect((await must(again.get(`/api/sessions/${id}`))).topic).toBe('Chuyên đề')
    expect(server.printed.join('\n')).not.toContain('/setup/')
  })
})
