// What is new to each person: only others' acts, only since the last look, only what one may read.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  act,
  must,
  type People,
  present,
  type SeenSession,
  sessionAt,
  signInAll,
} from '../kit/session-maker'
import { type RunningServer, startServer } from '../kit/start-server'
import { refusal, Visitor } from '../kit/visitor'

let server: RunningServer
let people: People
type Name = keyof People

beforeAll(async () => {
  server = await startServer({ demo: true })
  people = await signInAll(server.origin)
})
afterAll(async () => {
  await server.stop()
  server.forget()
})

// biome-ignore lint/suspicious/noExplicitAny: answers are read as a script would read them
type Json = any
const allNews = async (who: Name): Promise<Json[]> =>
  (await must(people[who].get('/api/news'))).papers
const paperNews = async (who: Name, documentId: string | undefined): Promise<Json> =>
  (await allNews(who)).find((paper) => paper.documentId === documentId)
/** `kind by` of each thing told, in order. */
const told = async (who: Name, documentId: string | undefined): Promise<string[]> =>
  ((await paperNews(who, documentId))?.items ?? []).map(({ kind, by }: Json) => `${kind} ${by}`)
const look = (who: Name, documentId: string | undefined, at?: string) =>
  people[who].put(`/api/documents/${documentId}/looked`, at === undefined ? {} : { at })
const comment = async (who: Name, documentId: string, body = 'Đề nghị xem lại.') =>
  (await must(people[who].post(`/api/documents/${documentId}/threads`, { kind: 'remark', body })))
    .id as string
const reply = (who: Name, thread: string, body: string) =>
  must(people[who].post(`/api/threads/${thread}/replies`, { body }))
const answer = (who: Name, thread: string, reason = 'Đã sửa') =>
  must(people[who].post(`/api/threads/${thread}/answer`, { verdict: 'accepted', reason }))

describe('[N7] what is new', () => {
  it('is what others did, each in its kind; one’s own acts are not', async () => {
    const { documents } = await sessionAt(people, 'draft')
    const id = documents.draft
    const thread = await comment('thoa', id, 'Xin @lam cho ý kiến')
    expect(await told('thoa', id)).toEqual([])
    expect(await told('lam', id)).toEqual(['mention thoa'])
    expect(await told('dinh', id)).toEqual(['comment thoa'])
    await reply('lam', thread, 'Tôi đồng ý, @dinh')
    await reply('dinh', thread, 'Gửi a@thoa.vn')
    await answer('hanh', thread, 'Xem lại sau')
    await answer('hanh', thread)
    // The last answer, and answers to one's own comment come first, then the newest.
    expect(await told('thoa', id)).toEqual(['answer hanh', 'reply dinh', 'reply lam'])
    expect(await told('dinh', id)).toEqual(['answer hanh', 'mention lam', 'comment thoa'])
    expect(await told('hanh', id)).toEqual(['reply dinh', 'reply lam', 'comment thoa'])
    expect(await paperNews('thoa', id)).toMatchObject({
      paper: 'draft',
      version: null,
      topic: 'Chuyên đề thử nghiệm',
      threads: [thread],
      items: [{ words: 'Đã sửa', verdict: 'accepted', author: 'thoa', thread }, {}, {}],
    })
  })

  it('ends with a look, for that paper and that person alone, and begins again after it', async () => {
    const { documents } = await sessionAt(people, 'draft')
    const thread = await comment('thoa', documents.draft)
    expect(await told('dinh', documents.outline)).toEqual(['comment thoa'])
    const { documentId } = await must(look('dinh', documents.draft))
    expect(documentId).toBe(documents.draft)
    expect(await told('dinh', documents.draft)).toEqual([])
    expect(await told('dinh', documents.outline)).toEqual(['comment thoa'])
    expect(await told('lam', documents.draft)).toEqual(['comment thoa'])
    await reply('lam', thread, 'Tôi đồng ý')
    expect(await told('dinh', documents.draft)).toEqual(['reply lam'])
    expect((await paperNews('dinh', documents.draft)).threads).toEqual([thread])
  })

  it('ends up to the time that was on the screen: what came after it stays new', async () => {
    const { documents } = await sessionAt(people, 'draft')
    const id = documents.draft
    await comment('thoa', id, 'trước')
    const seen = (await must(people.dinh.get(`/api/documents/${id}/threads`))).threads
    await comment('lam', id, 'sau')
    const at = seen[0].createdAt
    expect((await must(look('dinh', id, at))).at).toBe(at)
    expect(await told('dinh', id)).toEqual(['comment lam'])
    // Neither back in time nor ahead of it.
    expect((await must(look('dinh', id, '2020-01-01T00:00:00Z'))).at).toBe(at)
    const { at: now } = await must(look('dinh', id, '2100-01-01T00:00:00Z'))
    expect(now < '2100').toBe(true)
    await comment('thoa', id, 'mới nữa')
    expect(await told('dinh', id)).toEqual(['comment thoa'])
  })

  it('is agreement with one’s own comment, each colleague’s once', async () => {
    const { documents } = await sessionAt(people, 'draft')
    const id = documents.draft
    const thread = await comment('thoa', id)
    const agree = (who: Name, agrees = true) =>
      must(people[who].put(`/api/threads/${thread}/agreement`, { agrees }))
    await must(look('thoa', id))
    await agree('dinh')
    await agree('lam')
    expect(await told('thoa', id)).toEqual(['agreement dinh', 'agreement lam'])
    expect(await told('truc', id)).toEqual(['comment thoa'])
    await must(look('thoa', id))
    expect(await told('thoa', id)).toEqual([])
    await agree('phuong')
    expect(await told('thoa', id)).toEqual(['agreement phuong'])
    await agree('phuong', false)
    expect(await told('thoa', id)).toEqual([])
  })

  it('[T9] is not told again when a comment is carried from its version to the draft', async () => {
    const session = await sessionAt(people, 'frozen')
    const version = session.versions[0]?.id
    const { draft } = session.documents
    for (const who of ['dinh', 'lam'] as const) await must(look(who, draft))
    const made = await must(
      people.thoa.post(`/api/versions/${version}/threads`, { kind: 'remark', body: 'Ý kiến' }),
    )
    await must(look('dinh', version))
    await act(people.nga, session, 'reopen', 'Bổ sung')
    expect(await told('dinh', draft)).toEqual([])
    expect(await told('lam', version)).toEqual([])
    expect(await paperNews('lam', draft)).toMatchObject({ paper: 'draft', threads: [made.id] })
    await must(look('lam', draft))
    expect(await told('lam', draft)).toEqual([])
  })

  it('leaves out what was withdrawn', async () => {
    const { documents } = await sessionAt(people, 'draft')
    const thread = await comment('thoa', documents.draft)
    await reply('lam', thread, 'Tôi đồng ý')
    await must(people.thoa.send('DELETE', `/api/threads/${thread}`))
    expect(await told('dinh', documents.draft)).toEqual([])
    expect(await told('thoa', documents.draft)).toEqual([])
  })

  it('[R5] [R6] is only what one may read: versions for a guest, nothing for a technician', async () => {
    const session = await sessionAt(people, 'frozen')
    const version = session.versions[0]?.id as string
    await must(
      people.thoa.post(`/api/versions/${version}/threads`, { kind: 'remark', body: 'Ý kiến' }),
    )
    const guests = await allNews('khach')
    expect(guests.every(({ paper }) => paper === 'version')).toBe(true)
    expect(await paperNews('khach', version)).toMatchObject({
      paper: 'version',
      version: 1,
      sessionId: session.id,
      items: [{ kind: 'comment', by: 'thoa' }],
    })
    expect(await told('nga', session.documents.draft)).toEqual(['comment thoa'])
    expect(await allNews('kythuat')).toEqual([])
    await must(look('khach', version))
    expect(await told('khach', version)).toEqual([])
    const beforeItsTime = await sessionAt(people, 'draft')
    expect(await refusal(look('khach', beforeItsTime.documents.draft))).toEqual([403, 'not-yours'])
  })

  it('tells of no more than a hundred things, and of every comment that has some', async () => {
    const { documents } = await sessionAt(people, 'draft')
    const id = documents.draft
    for (const who of ['thoa', 'lam', 'phuong', 'truc'] as const) await must(look(who, id))
    const mine = await comment('dinh', id)
    await answer('hanh', mine)
    for (let i = 0; i < 101; i++) await comment(i % 2 ? 'thoa' : 'lam', id, `Ý kiến ${i}`)
    const papers = await allNews('dinh')
    expect(papers.flatMap(({ items }) => items)).toHaveLength(100)
    // The paper with an answer to one's own comment comes first, and in it the answer.
    expect(papers[0]).toMatchObject({ documentId: id })
    expect(papers[0].items[0]).toMatchObject({ kind: 'answer', thread: mine })
    expect(papers[0].threads).toHaveLength(102)
  })

  it('[H1] [H2] is refused in order', async () => {
    const { documents } = await sessionAt(people, 'draft')
    const path = `/api/documents/${documents.draft}/looked`
    expect(await refusal(people.kythuat.put(path, { at: 'hôm qua' }))).toEqual([
      400,
      'unreadable-request',
    ])
    const { status, body } = await fetch(`${server.origin}${path}`, { method: 'PUT' }).then(
      async (response) => ({ status: response.status, body: await response.json() }),
    )
    expect([status, body.refused]).toEqual([401, 'not-signed-in'])
    expect((await fetch(`${server.origin}/api/news`)).status).toBe(401)
    expect(await refusal(look('kythuat', 'no-such-paper'))).toEqual([404, 'not-found'])
    expect(await refusal(look('kythuat', documents.draft))).toEqual([403, 'not-yours'])
  })

  it('of the past is not told to who comes for the first time', async () => {
    // The sample sessions were commented on months ago; the people of the sample joined today.
    const old: SeenSession = await people.nga.sessionAt('archived')
    expect(await told('truc', old.documents.draft)).toEqual([])
    const session = await sessionAt(people, 'frozen')
    await must(people.tuan.put(`/api/sessions/${session.id}/attendance`, present))
    await act(people.nga, session, 'open')
    const made = await must(
      people.nga.post('/api/people', { name: 'Người Mới', username: 'moi', posts: ['member'] }),
    )
    const token = made.link.split('/').at(-1)
    const joined = await new Visitor(server.origin).post(`/api/invitations/${token}`, {
      password: 'mat khau moi 1',
    })
    const cookie = joined.headers.get('set-cookie')?.split(';')[0] ?? ''
    const get = (path: string) => fetch(server.origin + path, { headers: { cookie } })
    expect(await (await get('/api/news')).json()).toEqual({ papers: [] })
  })

  it('[H5] is the same after a kill', async () => {
    const { documents } = await sessionAt(people, 'draft')
    await comment('thoa', documents.draft)
    await must(look('dinh', documents.draft))
    await comment('lam', documents.draft)
    const before = await allNews('dinh')
    const { dataDir } = server
    await server.kill()
    server = await startServer({ demo: true, dataDir })
    people = await signInAll(server.origin)
    expect(await allNews('dinh')).toEqual(before)
    expect(await told('dinh', documents.draft)).toEqual(['comment lam'])
  })
})
