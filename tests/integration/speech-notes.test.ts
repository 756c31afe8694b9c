// Speech notes: their author's alone until released in the meeting, everyone's and unchangeable after it.
import { once } from 'node:events'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sampleNames, stageNames } from '../kit/domain-table'
import { earOn, type Name, noteOf, notesOf, notesPath, others, wordsIn } from '../kit/notes'
import { act, must, type People, sessionAt, signInAll, writeInto } from '../kit/session-maker'
import { type RunningServer, startServer } from '../kit/start-server'
import { closeOf, refusal } from '../kit/visitor'

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

describe('[N4] a speech note', () => {
  it('is released in the meeting by its author, to everyone who may read the session', async () => {
    const session = await sessionAt(people, 'inSession')
    const quoted = await wordsIn(people.dinh, session.documents.draft, 'cương thử')
    const speech = await noteOf(people.dinh, session, { ...quoted, kind: 'speech' })
    const plain = await noteOf(people.dinh, session)
    expect(await refusal(people.dinh.post(`/api/notes/${plain.id}/release`))).toEqual([
      409,
      'not-a-speech',
    ])
    const ears = await Promise.all(
      sampleNames.filter((name) => name !== 'kythuat').map((name) => earOn(people[name], session)),
    )
    const deaf = people.kythuat.socket(`/live/${session.id}`)
    const refused = closeOf(deaf)
    const released = await must(people.dinh.post(`/api/notes/${speech.id}/release`))
    expect(released).toEqual({ ...speech, releasedAt: released.releasedAt })
    for (const { socket, heard } of ears) {
      while (!heard.some((frame) => frame.includes(speech.id))) await once(socket, 'message')
      expect(
        heard.filter((frame) => frame.includes('"type":"note"')).map((frame) => JSON.parse(frame)),
      ).toEqual([{ type: 'note', note: released }])
      expect(heard.join('\n')).not.toContain(plain.id)
      socket.terminate()
    }
    expect((await refused).code).toBe(4403)
    for (const name of others('dinh')) {
      if (name === 'kythuat') continue
      expect([name, await notesOf(people[name], session)]).toEqual([name, [released]])
    }
    expect(await notesOf(people.dinh, session)).toEqual([released, plain])
    expect((await people.kythuat.get(notesPath(session))).status).toBe(403)
  })

  it('can be neither changed, deleted nor released again, by anybody', async () => {
    const session = await sessionAt(people, 'inSession')
    const { id } = await noteOf(people.khach, session, { kind: 'speech' })
    const released = await must(people.khach.post(`/api/notes/${id}/release`))
    const tries = (who: Name) => [
      people[who].patch(`/api/notes/${id}`, { body: 'x' }),
      people[who].send('DELETE', `/api/notes/${id}`),
      people[who].post(`/api/notes/${id}/release`),
    ]
    for (const sent of tries('khach')) expect(await refusal(sent)).toEqual([409, 'note-released'])
    for (const sent of tries('nga')) expect(await refusal(sent)).toEqual([403, 'not-yours'])
    await must(people.tuan.put(`/api/sessions/${session.id}/conclusion`, { conclusion: [task] }))
    await act(people.nga, session, 'close')
    for (const sent of tries('khach').slice(0, 2)) {
      expect(await refusal(sent)).toEqual([409, 'note-released'])
    }
    expect(await notesOf(people.truc, session)).toEqual([released])
  })

  it('is released at no other stage', async () => {
    for (const stage of stageNames.filter((name) => name !== 'inSession')) {
      const session = await sessionAt(people, stage)
      const { id } = await noteOf(people.thoa, session, { kind: 'speech' })
      expect([stage, ...(await refusal(people.thoa.post(`/api/notes/${id}/release`)))]).toEqual([
        stage,
        409,
        'not-now',
      ])
      expect(await notesOf(people.nga, session)).toEqual([])
    }
  })

  it('[H5] and private notes are the same after a kill', async () => {
    const session = await sessionAt(people, 'inSession')
    const { id } = await noteOf(people.thoa, session, { kind: 'speech' })
    await must(people.thoa.post(`/api/notes/${id}/release`))
    await noteOf(people.thoa, session)
    await writeInto(people.tuan, session.documents.minutes, 'Biên bản')
    const before = [await notesOf(people.thoa, session), await notesOf(people.nga, session)]
    const { dataDir } = server
    await server.kill()
    server = await startServer({ demo: true, dataDir })
    people = await signInAll(server.origin)
    expect([await notesOf(people.thoa, session), await notesOf(people.nga, session)]).toEqual(
      before,
    )
    expect(before.map(({ length }) => length)).toEqual([2, 1])
  })
})

const task = {
  ...{ id: 'c1', kind: 'task', body: 'Báo cáo', answer: '' },
  ...{ responsible: 'thoa', dueOn: '2189-07-01' },
}
