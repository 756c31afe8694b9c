// The record of a comment: replies, answers, edits, windows, what is announced, comments on a version.
import { once } from 'node:events'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type WebSocket from 'ws'
import { paperSchema } from '../../shared/document/schema'
import { find } from '../kit/bound-editor'
import { opened } from '../kit/frames'
import {
  closedWindow,
  must,
  type People,
  remark,
  type SeenSession,
  sessionAt,
  signInAll,
} from '../kit/session-maker'
import { type RunningServer, startServer } from '../kit/start-server'
import { refusal } from '../kit/visitor'

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

const threadsPath = ({ documents }: SeenSession) => `/api/documents/${documents.draft}/threads`
const commented = async (session: SeenSession, who: keyof People = 'thoa') =>
  (await must(people[who].post(threadsPath(session), remark))).id as string
const answer = (who: keyof People, id: string, verdict: string, reason?: string) =>
  people[who].post(`/api/threads/${id}/answer`, { verdict, reason })

describe('a thread', () => {
  it('about the whole paper needs no quote, and takes the three kinds only', async () => {
    const session = await sessionAt(people, 'draft')
    for (const kind of ['understanding', 'remark', 'proposal']) {
      const made = await must(people.truc.post(threadsPath(session), { kind, body: 'Ý kiến' }))
      expect(made).toMatchObject({ kind, author: 'truc', quote: '', detached: false })
    }
    for (const body of [
      { kind: 'praise', body: 'x' },
      { kind: 'remark' },
      { kind: 'remark', body: '  ' },
    ]) {
      expect(await refusal(people.truc.post(threadsPath(session), body))).toEqual([
        400,
        'unreadable-request',
      ])
    }
  })

  it('keeps its replies in order, under their authors’ names', async () => {
    const session = await sessionAt(people, 'draft')
    const id = await commented(session)
    const path = `/api/threads/${id}/replies`
    await must(people.dinh.post(path, { body: 'Tôi đồng ý.' }))
    await must(people.hanh.post(path, { body: 'Cảm ơn đồng chí.' }))
    const { replies } = await must(people.bao.post(path, { body: 'Đã ghi.' }))
    expect(replies).toMatchObject([
      { author: 'dinh', body: 'Tôi đồng ý.' },
      { author: 'hanh', body: 'Cảm ơn đồng chí.' },
      { author: 'bao', body: 'Đã ghi.' },
    ])
    expect(await refusal(people.khach.post(path, { body: 'x' }))).toEqual([403, 'not-yours'])
    expect(await refusal(people.kythuat.post(path, { body: 'x' }))).toEqual([403, 'not-yours'])
  })

  it('is answered again and again; earlier answers are kept', async () => {
    const session = await sessionAt(people, 'draft')
    const id = await commented(session)
    expect(await refusal(answer('hanh', id, 'declined'))).toEqual([400, 'reason-required'])
    expect(await refusal(answer('hanh', id, 'partly', '   '))).toEqual([400, 'reason-required'])
    expect(await refusal(answer('hanh', id, 'praised', 'x'))).toEqual([400, 'unreadable-request'])
    await must(answer('hanh', id, 'accepted'))
    await must(answer('bao', id, 'declined', 'Số liệu chưa chốt'))
    const thread = await must(answer('hanh', id, 'partly', 'Điều chỉnh'))
    expect(thread.state).toBe('answered')
    expect(thread.answers).toMatchObject([
      { author: 'hanh', verdict: 'accepted' },
      { author: 'bao', verdict: 'declined', reason: 'Số liệu chưa chốt' },
      { author: 'hanh', verdict: 'partly', reason: 'Điều chỉnh' },
    ])
  })

  it('[R9] is edited and withdrawn by its author until it is answered', async () => {
    const session = await sessionAt(people, 'draft')
    const [kept, answered] = [await commented(session), await commented(session)]
    const path = `/api/threads/${kept}`
    const edited = await must(people.thoa.patch(path, { body: 'Lời mới', kind: 'proposal' }))
    expect(edited).toMatchObject({ body: 'Lời mới', kind: 'proposal' })
    expect(edited.editedAt).not.toBeNull()
    expect(await refusal(people.nga.patch(path, { body: 'x' }))).toEqual([403, 'not-yours'])
    expect(await refusal(people.nga.send('DELETE', path))).toEqual([403, 'not-yours'])
    expect((await must(people.thoa.send('DELETE', path))).state).toBe('withdrawn')
    expect(await refusal(answer('hanh', kept, 'accepted'))).toEqual([409, 'comment-withdrawn'])
    await must(answer('hanh', answered, 'accepted'))
    const late = `/api/threads/${answered}`
    expect(await refusal(people.thoa.patch(late, { body: 'x' }))).toEqual([409, 'already-answered'])
    expect(await refusal(people.thoa.send('DELETE', late))).toEqual([409, 'already-answered'])
  })

  it('[R3][R4] is neither opened nor changed outside the window, and may still be answered', async () => {
    const session = await sessionAt(people, 'draft')
    const id = await commented(session)
    await must(
      people.nga.patch(`/api/sessions/${session.id}`, { windows: { draft: closedWindow } }),
    )
    const closed = [409, 'window-closed']
    expect(await refusal(people.dinh.post(threadsPath(session), remark))).toEqual(closed)
    expect(await refusal(people.thoa.patch(`/api/threads/${id}`, { body: 'x' }))).toEqual(closed)
    expect(await refusal(people.thoa.send('DELETE', `/api/threads/${id}`))).toEqual(closed)
    expect(await refusal(people.dinh.post(`/api/threads/${id}/replies`, { body: 'x' }))).toEqual(
      closed,
    )
    // Who is decided before when.
    expect(await refusal(people.khach.post(threadsPath(session), remark))).toEqual([
      403,
      'not-yours',
    ])
    await must(people.hanh.post(`/api/threads/${id}/replies`, { body: 'Đang xem' }))
    expect((await must(answer('hanh', id, 'accepted'))).body).toBe(remark.body)
  })
})

/** The threads announced on a socket so far. */
function listening(socket: WebSocket): { id: string; ground: string }[] {
  const heard: { id: string; ground: string }[] = []
  socket.on('message', (data) => {
    const event = JSON.parse(String(data))
    if (event.type === 'thread') heard.push(event.thread)
  })
  return heard
}
const untilHeard = async (socket: WebSocket, heard: { id: string }[], id: string) => {
  while (!heard.some((thread) => thread.id === id)) await once(socket, 'message')
}

describe('/live', () => {
  it('[L1] announces a thread and every change of it to who may read it', async () => {
    const session = await sessionAt(people, 'draft')
    const socket = people.truc.socket(`/live/${session.id}`)
    const heard = listening(socket)
    await opened(socket)
    const id = await commented(session)
    await untilHeard(socket, heard, id)
    heard.length = 0
    await must(people.dinh.post(`/api/threads/${id}/replies`, { body: 'Đồng ý' }))
    await untilHeard(socket, heard, id)
    heard.length = 0
    await must(answer('hanh', id, 'accepted'))
    await untilHeard(socket, heard, id)
    expect(heard.at(-1)).toMatchObject({ id, ground: 'draft', state: 'answered' })
    expect(heard.at(-1)).not.toHaveProperty('before')
    socket.terminate()
  })

  it('[L3] tells a guest of comments on versions, never of those on live papers', async () => {
    const session = await sessionAt(people, 'revising')
    const all = [
      ...(await must(people.nga.get(threadsPath(session)))).threads,
      ...(await must(people.nga.get(`/api/versions/${session.versions[0]?.id}/threads`))).threads,
    ] as { id: string; ground: string }[]
    const onDraft = all.find(({ ground }) => ground === 'draft')?.id ?? ''
    const onVersion = all.find(({ ground }) => ground === 'version')?.id ?? ''
    const guest = people.khach.socket(`/live/${session.id}`)
    const heard = listening(guest)
    await opened(guest)
    await must(answer('hanh', onDraft, 'accepted'))
    await must(answer('hanh', onVersion, 'accepted'))
    await untilHeard(guest, heard, onVersion)
    expect(heard.map(({ ground }) => ground)).toEqual(['version'])
    guest.terminate()
  })

  it('[L3] closes a socket that speaks', async () => {
    const session = await sessionAt(people, 'draft')
    const socket = people.nga.socket(`/live/${session.id}`)
    await opened(socket)
    socket.send('{}')
    const [code] = await once(socket, 'close')
    expect(code).toBe(4403)
  })
})

describe('a comment on a version', () => {
  it('stands by ProseMirror positions whose words are checked', async () => {
    const session = await sessionAt(people, 'frozen')
    const id = session.versions[0]?.id
    const { content } = await must(people.khach.get(`/api/versions/${id}`))
    const bare = JSON.parse(
      JSON.stringify(content, (key, value) => (key === 'number' ? undefined : value)),
    )
    const [from, to] = find(paperSchema.nodeFromJSON(bare), 'cương thử')
    const path = `/api/versions/${id}/threads`
    const right = { from, to, quote: 'cương thử', ...remark }
    expect(await must(people.khach.post(path, right))).toMatchObject({
      from,
      to,
      quote: 'cương thử',
      ground: 'version',
      author: 'khach',
      detached: false,
    })
    for (const wrong of [{ from: from + 1 }, { to: to + 1 }, { quote: 'khác' }, { to: 99_999 }]) {
      expect(await refusal(people.khach.post(path, { ...right, ...wrong }))).toEqual([
        409,
        'quote-mismatch',
      ])
    }
    expect((await must(people.khach.get(path))).threads).toHaveLength(1)
    const seen = await must(people.nga.get(`/api/versions/${id}`))
    expect(seen.content).toEqual(content)
  })
})
