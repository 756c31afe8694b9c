// Refusals about comments come in their order; windows close while requests are under way; another cell finds nothing.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Thread, triesAt, triesOn } from '../kit/comment-tries'
import { moveToSecondCell } from '../kit/second-cell'
import {
  act,
  closedWindow,
  must,
  type People,
  remark,
  sessionAt,
  signInAll,
  threadsOf,
} from '../kit/session-maker'
import { type RunningServer, startServer } from '../kit/start-server'
import { signIn, Visitor } from '../kit/visitor'

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

const closed = { outline: closedWindow, draft: closedWindow }

/** A session in its draft, and a comment of thoa's on it. */
async function commented() {
  const session = await sessionAt(people, 'draft', { ready: true })
  const threads = await threadsOf(people.nga, session)
  const { id } = threads.find(({ ground }) => ground === 'draft') as { id: string }
  return { session, id, path: `/api/threads/${id}` }
}

const good: Record<string, unknown> = {
  edit: { body: 'Khác' },
  agreement: { agrees: true },
  replies: { body: 'Khác' },
  place: { from: {}, to: {}, quote: 'chữ' },
  answer: { verdict: 'accepted', reason: '' },
}

describe('refusals', () => {
  it('[H2] come in the order 400, 401, 404, 403, 409', async () => {
    const { session, id, path } = await commented()
    const frozen = await sessionAt(people, 'frozen')
    const nobody = new Visitor(server.origin)
    const refusal = async (sent: ReturnType<Visitor['send']>) => {
      const { status, body } = await sent
      return `${status} ${body.refused}`
    }
    const calls: [string, string, unknown][] = [
      ['PATCH', '/api/threads/ID', good.edit],
      ['PUT', '/api/threads/ID/agreement', good.agreement],
      ['POST', '/api/threads/ID/replies', good.replies],
      ['PUT', '/api/threads/ID/place', good.place],
      ['POST', '/api/threads/ID/answer', good.answer],
      ['POST', '/api/sessions/SESSION/answers', { ...(good.answer as object), threads: ['ID'] }],
    ]
    const filled = (text: string, id: string) =>
      text.replaceAll('ID', id).replaceAll('SESSION', session.id)
    for (const [method, path, body] of calls) {
      const send = (visitor: Visitor, id: string, sent = JSON.stringify(body)) =>
        refusal(visitor.send(method, filled(path, id), filled(sent, id)))
      expect([path, await send(nobody, 'none', '{"body":7')]).toEqual([
        path,
        '400 unreadable-request',
      ])
      expect([path, await send(nobody, 'none')]).toEqual([path, '401 not-signed-in'])
      expect([path, await send(people.kythuat, 'none')]).toEqual([path, '404 not-found'])
      expect([path, await send(people.kythuat, id)]).toEqual([path, '403 not-yours'])
    }
    for (const [method, path] of [
      ['GET', '/api/threads/none/passage'],
      ['DELETE', '/api/threads/none'],
      ['GET', '/api/documents/none/threads'],
      ['GET', '/api/versions/none/threads'],
    ] as const) {
      expect(await refusal(nobody.send(method, path))).toBe('401 not-signed-in')
      expect(await refusal(people.kythuat.send(method, path))).toBe('404 not-found')
    }
    // A session's answer takes its own comments only, and all or none.
    const wish = { ...(good.answer as object), threads: [id] }
    const together = (id: string, more: string[] = []) =>
      refusal(
        people.hanh.post(`/api/sessions/${id}/answers`, {
          ...wish,
          threads: [...wish.threads, ...more],
        }),
      )
    expect(await together(frozen.id)).toBe('404 not-found')
    expect(await together('none')).toBe('404 not-found')
    expect(await together(session.id, ['none'])).toBe('404 not-found')
    const answered = (await threadsOf(people.nga, session)).find((thread) => thread.id === id)
    expect(answered?.state).toBe('open')
    await must(people.thoa.send('DELETE', path))
    expect(await together(session.id, ['none'])).toBe('404 not-found')
    expect(await together(session.id)).toBe('409 comment-withdrawn')
  })

  it('[R12][R2] saying the same as oneself is nobody’s, in the window and after it', async () => {
    const { session, path } = await commented()
    const say = () => people.thoa.put(`${path}/agreement`, { agrees: true })
    expect((await say()).status).toBe(403)
    await must(people.nga.patch(`/api/sessions/${session.id}`, { windows: closed }))
    expect((await say()).status).toBe(403)
  })

  it('[R12] once it is said, saying it again changes nothing; answered, it is over', async () => {
    const { path } = await commented()
    const say = (agrees: boolean) => people.truc.put(`${path}/agreement`, { agrees })
    await Promise.all([say(true), say(true), say(true)].map(must))
    await must(people.dinh.put(`${path}/agreement`, { agrees: true }))
    const { agreed } = await must(say(true))
    expect(agreed.toSorted()).toEqual(['dinh', 'truc'])
    expect((await must(say(false))).agreed).toEqual(['dinh'])
    await must(people.hanh.post(`${path}/answer`, good.answer))
    expect((await say(true)).body).toEqual({ refused: 'already-answered' })
  })

  it('[R14] an answered comment is placed anew by who answers, no longer by its author', async () => {
    const { path } = await commented()
    const place = (visitor: Visitor) => visitor.put(`${path}/place`, good.place)
    expect((await place(people.thoa)).body).toEqual({ refused: 'words-stand' })
    await must(people.hanh.post(`${path}/answer`, good.answer))
    expect((await place(people.thoa)).body).toEqual({ refused: 'already-answered' })
    expect((await place(people.hanh)).body).toEqual({ refused: 'words-stand' })
    expect((await place(people.dinh)).status).toBe(403)
  })
})

describe('a window that closes while requests are under way', () => {
  it('[R4] takes each whole or not at all, and none after it is closed', async () => {
    const session = await sessionAt(people, 'draft', { ready: true })
    const path = `/api/documents/${session.documents.draft}/threads`
    const own = (await must(people.truc.post(path, remark))).id as string
    const before = (await must(people.nga.get(path))).threads.length
    const posts = () => [
      ...Array.from({ length: 12 }, (_, i) =>
        people.dinh.post(path, { ...remark, body: `Ý ${i}` }),
      ),
      ...Array.from({ length: 6 }, (_, i) =>
        people.lam.post(`/api/threads/${own}/replies`, { body: `Lời ${i}` }),
      ),
    ]
    const early = posts()
    const closing = people.nga.patch(`/api/sessions/${session.id}`, { windows: closed })
    const late = posts()
    await must(closing)
    const after = await Promise.all(posts())
    const outcomes = await Promise.all([...early, ...late])
    for (const { status, body } of outcomes) {
      if (status !== 201) expect([status, body.refused]).toEqual([409, 'window-closed'])
    }
    expect(after.map(({ body }) => body.refused)).toEqual(after.map(() => 'window-closed'))
    const { threads } = await must(people.nga.get(path))
    const opened = outcomes.filter(({ status, body }) => status === 201 && !body.replies.length)
    const replied = outcomes.filter(({ status, body }) => status === 201 && body.id === own)
    expect(threads.length - before).toBe(opened.filter(({ body }) => body.id !== own).length)
    const { replies } = threads.find(({ id }: { id: string }) => id === own)
    expect(replies).toHaveLength(replied.length)
  })
})

describe('another cell', () => {
  it('[R11] finds no thread, paper, version or session of this one', async () => {
    let own = await startServer({ demo: true })
    const signed = people
    people = await signInAll(own.origin)
    const session = await act(
      people.nga,
      await sessionAt(people, 'frozen', { ready: true }),
      'open',
    )
    const threads = (await threadsOf(people.nga, session)) as unknown as Thread[]
    await own.stop()
    moveToSecondCell(own.dataDir, ['lam', 'bao'])
    own = await startServer({ demo: true, dataDir: own.dataDir })
    for (const name of ['lam', 'bao'] as const) {
      const stranger = await signIn(own.origin, name)
      const tries = [
        ...threads.flatMap((thread) => triesOn(session, thread)),
        ...(['outline', 'draft', 'version'] as const).flatMap((ground) => triesAt(session, ground)),
      ]
      expect(tries.length).toBeGreaterThan(30)
      for (const each of tries) {
        const { status, body } = await each.send(stranger)
        expect([name, each.name, status, body]).toEqual([
          name,
          each.name,
          404,
          { refused: 'not-found' },
        ])
      }
    }
    people = signed
    await own.stop()
    own.forget()
  })
})
