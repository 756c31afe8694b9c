// Private notes: nobody but their author ever gets them, by whatever door.
import { once } from 'node:events'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { paperSchema } from '../../shared/document/schema'
import { find } from '../kit/bound-editor'
import { stageNames } from '../kit/domain-table'
import { earOn, noteOf, notesOf, notesPath, others, secret, wordsIn } from '../kit/notes'
import { must, type People, remark, sessionAt, signInAll } from '../kit/session-maker'
import { type RunningServer, startServer } from '../kit/start-server'
import { refusal, Visitor } from '../kit/visitor'

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

describe('a note to oneself', () => {
  it('[N2] stands at words of a live paper, at words of a version, or at none', async () => {
    const session = await sessionAt(people, 'frozen')
    const { draft } = session.documents
    const at = await wordsIn(people.dinh, draft, 'cương thử')
    const note = await noteOf(people.dinh, session, at)
    expect(note).toMatchObject({
      ...at,
      author: 'dinh',
      sessionId: session.id,
      before: 'Đề ',
      after: ' nghiệm',
      releasedAt: null,
      editedAt: null,
    })
    const version = session.versions[0]?.id as string
    const { content } = await must(people.dinh.get(`/api/versions/${version}`))
    const bare = JSON.parse(
      JSON.stringify(content, (key, value) => (key === 'number' ? undefined : value)),
    )
    const [from, to] = find(paperSchema.nodeFromJSON(bare), 'thử nghiệm')
    const inVersion = { documentId: version, from, to, quote: 'thử nghiệm' }
    expect(await noteOf(people.khach, session, inVersion)).toMatchObject({
      from,
      to,
      author: 'khach',
    })
    expect(await noteOf(people.dinh, session)).toMatchObject({ documentId: null, quote: '' })
    expect(await noteOf(people.dinh, session, { documentId: draft })).toMatchObject({ from: null })
    expect(await notesOf(people.dinh, session)).toHaveLength(3)
    expect(await notesOf(people.khach, session)).toHaveLength(1)

    for (const wrong of [
      { ...at, quote: 'khác' },
      { ...at, documentId: null },
      { ...inVersion, from: from + 1 },
    ]) {
      expect(
        await refusal(people.dinh.post(notesPath(session), { kind: 'note', body: 'x', ...wrong })),
      ).toEqual([409, 'quote-mismatch'])
    }
  })

  it('[N2] is changed and deleted by its author at any time, at every stage', async () => {
    for (const stage of stageNames) {
      const session = await sessionAt(people, stage)
      const { id } = await noteOf(people.truc, session)
      const changed = await must(
        people.truc.patch(`/api/notes/${id}`, { kind: 'speech', body: 'Ý' }),
      )
      expect(changed).toMatchObject({ kind: 'speech', body: 'Ý', author: 'truc' })
      expect(changed.editedAt).not.toBeNull()
      expect(await notesOf(people.truc, session)).toEqual([changed])
      await must(people.truc.send('DELETE', `/api/notes/${id}`))
      expect(await notesOf(people.truc, session)).toEqual([])
      expect(await refusal(people.truc.patch(`/api/notes/${id}`, { body: 'x' }))).toEqual([
        404,
        'not-found',
      ])
    }
  })

  it('[N3] reaches nobody else by any door, whatever their post', async () => {
    const session = await sessionAt(people, 'frozen')
    const { outline, draft } = session.documents
    const version = session.versions[0]?.id as string
    const ears = await Promise.all(
      others('dinh')
        .filter((name) => name !== 'kythuat')
        .map((name) => earOn(people[name], session)),
    )
    const at = await wordsIn(people.dinh, draft, 'cương thử')
    const { id } = await noteOf(people.dinh, session, { ...at, kind: 'speech' })
    await noteOf(people.dinh, session, { documentId: version })
    await must(people.dinh.patch(`/api/notes/${id}`, { body: `${secret} sửa` }))
    const doors = [
      '/api/sessions',
      '/api/people',
      '/api/news',
      '/api/me',
      `/api/sessions/${session.id}`,
      notesPath(session),
      ...[outline, draft].map((one) => `/api/documents/${one}/threads`),
      ...['', '/bytes', '/threads'].map((rest) => `/api/versions/${version}${rest}`),
      `/api/sessions/${session.id}/answers`,
      `/api/documents/${draft}/answers`,
      '/metrics',
    ]
    for (const name of others('dinh')) {
      for (const door of doors) {
        const { body } = await people[name].get(door)
        expect([name, door, JSON.stringify(body).includes('7f3a91c2')]).toEqual([name, door, false])
      }
      const own = await people[name].get(notesPath(session))
      expect([name, own.status, own.body]).toEqual(
        name === 'kythuat' ? [name, 403, { refused: 'not-yours' }] : [name, 200, { notes: [] }],
      )
      for (const sent of [
        people[name].patch(`/api/notes/${id}`, { body: 'x' }),
        people[name].send('DELETE', `/api/notes/${id}`),
        people[name].post(`/api/notes/${id}/release`),
      ]) {
        expect([name, ...(await refusal(sent))]).toEqual([name, 404, 'not-found'])
      }
    }
    // The paper itself bears no trace of it either.
    const reader = await people.hanh.open(draft).synced()
    expect(JSON.stringify(reader.text.toJSON())).not.toMatch(/7f3a91c2|<comment/)
    reader.leave()

    // What comes after it has come: every frame before that has been heard.
    await must(people.thoa.post(`/api/versions/${version}/threads`, { ...remark, body: 'dấu mốc' }))
    for (const { socket, heard } of ears) {
      while (!heard.some((frame) => frame.includes('dấu mốc'))) await once(socket, 'message')
      expect(heard.join('\n')).not.toContain('7f3a91c2')
      expect(heard.join('\n')).not.toContain('"type":"note"')
      socket.terminate()
    }
  })

  it('[N3] reaches nobody else after its author lost the account, and no longer the author', async () => {
    const session = await sessionAt(people, 'draft')
    const made = await must(
      people.nga.post('/api/people', { name: 'Người Đi', username: 'di', posts: ['member'] }),
    )
    const joined = await new Visitor(server.origin).post(
      `/api/invitations/${made.link.split('/').at(-1)}`,
      { password: 'mat khau moi 1' },
    )
    const gone = new Visitor(server.origin, joined.headers.get('set-cookie')?.split(';')[0])
    const { id } = await must(gone.post(notesPath(session), { kind: 'speech', body: secret }))
    await must(people.nga.patch('/api/people/di', { posts: ['technician'] }))
    for (const sent of [
      gone.get(notesPath(session)),
      gone.patch(`/api/notes/${id}`, { body: 'x' }),
      gone.send('DELETE', `/api/notes/${id}`),
    ]) {
      expect(await refusal(sent)).toEqual([403, 'not-yours'])
    }
    expect(await notesOf(people.nga, session)).toEqual([])
  })

  it('[H2] is refused in order: 400, 401, 404, 403, 409', async () => {
    const session = await sessionAt(people, 'draft')
    const { id } = await noteOf(people.dinh, session, { kind: 'speech' })
    const nobody = new Visitor(server.origin)
    expect(await refusal(nobody.post(notesPath(session), { kind: 'praise', body: 'x' }))).toEqual([
      400,
      'unreadable-request',
    ])
    for (const body of [{ kind: 'note' }, { kind: 'note', body: '  ' }, { body: 'x' }]) {
      expect((await people.dinh.post(notesPath(session), body)).status).toBe(400)
    }
    const good = { kind: 'note', body: 'x' }
    expect(await refusal(nobody.post(notesPath(session), good))).toEqual([401, 'not-signed-in'])
    expect(await refusal(nobody.get(notesPath(session)))).toEqual([401, 'not-signed-in'])
    expect(await refusal(nobody.post(`/api/notes/${id}/release`))).toEqual([401, 'not-signed-in'])
    expect(await refusal(people.kythuat.post('/api/sessions/none/notes', good))).toEqual([
      404,
      'not-found',
    ])
    expect(await refusal(people.kythuat.post(notesPath(session), good))).toEqual([403, 'not-yours'])
    // A guest comes with the first version, and never to a live paper.
    expect(await refusal(people.khach.post(notesPath(session), good))).toEqual([403, 'not-yours'])
    const frozen = await sessionAt(people, 'frozen')
    const onDraft = { ...good, documentId: frozen.documents.draft }
    expect(await refusal(people.khach.post(notesPath(frozen), onDraft))).toEqual([403, 'not-yours'])
    // A paper of another session.
    expect(await refusal(people.dinh.post(notesPath(session), onDraft))).toEqual([404, 'not-found'])
    expect(await refusal(people.dinh.post(`/api/notes/${id}/release`))).toEqual([409, 'not-now'])
  })
})
