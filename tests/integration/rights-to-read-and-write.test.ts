// Who reads and who writes each paper at each stage: through /sync, /live and the reading calls.
import { once } from 'node:events'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type WebSocket from 'ws'
import {
  type DomainAct,
  expected,
  type SampleName,
  sampleNames,
  samplePeople,
  stageNames,
} from '../kit/domain-table'
import {
  frameThat,
  opened,
  paragraphUpdate,
  step1Frame,
  tryFrames,
  updateFrame,
} from '../kit/frames'
import { must, type People, type SeenSession, sessionAt, signInAll } from '../kit/session-maker'
import { type RunningServer, startServer } from '../kit/start-server'
import { closeOf } from '../kit/visitor'

const papers = ['outline', 'draft', 'minutes'] as const
const writeActs: Record<(typeof papers)[number], DomainAct> = {
  outline: 'writeOutline',
  draft: 'writeDraft',
  minutes: 'writeMinutes',
}

let server: RunningServer
let people: People
let sessions: SeenSession[]
const at = (stage: string) => sessions.find((each) => each.stage === stage) as SeenSession
const readsLive = (name: SampleName) =>
  expected('readPapers', samplePeople[name], 'draft') === 'yes'
const readsSession = (name: SampleName, stage: (typeof stageNames)[number]) =>
  readsLive(name) || expected('readAsGuest', samplePeople[name], stage) === 'yes'

beforeAll(async () => {
  server = await startServer({ demo: true })
  people = await signInAll(server.origin)
  sessions = (await must(people.nga.get('/api/sessions'))).sessions
})

afterAll(async () => {
  await server.stop()
  server.forget()
})

/** The paper's text as the secretary reads it. */
async function textOf(documentId: string): Promise<string> {
  const reader = await people.nga.open(documentId).synced()
  const text = reader.text.toString()
  reader.leave()
  return text
}

describe('writing', () => {
  it.each(stageNames)(
    '[S6] %s: a frame of who may not write closes with 4403 and changes nothing, the others write',
    async (stage) => {
      for (const paper of papers) {
        const documentId = at(stage).documents[paper]
        const mayWrite = (name: SampleName) =>
          expected(writeActs[paper], samplePeople[name], stage) === 'yes'
        const before = await textOf(documentId)
        const attempt = async (name: SampleName) => {
          const frame = updateFrame(paragraphUpdate(`lời của ${name}`))
          return [name, await tryFrames(people[name].socket(`/sync/${documentId}`), [frame])]
        }
        const denied = sampleNames.filter((name) => !mayWrite(name))
        expect([paper, await Promise.all(denied.map(attempt))]).toEqual([
          paper,
          denied.map((name) => [name, 4403]),
        ])
        expect(await textOf(documentId)).toBe(before)
        const allowed = sampleNames.filter(mayWrite)
        expect([paper, await Promise.all(allowed.map(attempt))]).toEqual([
          paper,
          allowed.map((name) => [name, 'saved']),
        ])
        const after = await textOf(documentId)
        for (const name of allowed) expect(after).toContain(`lời của ${name}`)
      }
    },
  )

  it('[R7] everyone as co-authors lets whoever reads papers write the draft, and nobody else', async () => {
    const session = await sessionAt(people, 'draft', { seats: { coAuthors: 'everyone' } })
    const outcomes = await Promise.all(
      sampleNames.map(async (name) => {
        const frame = updateFrame(paragraphUpdate(`lời của ${name}`))
        const socket = people[name].socket(`/sync/${session.documents.draft}`)
        return [name, await tryFrames(socket, [frame])]
      }),
    )
    expect(outcomes).toEqual(sampleNames.map((name) => [name, readsLive(name) ? 'saved' : 4403]))
  })
})

describe('reading', () => {
  it.each(stageNames)(
    '[R5][R6] %s: live papers open to the posts of the cell, to guest and technician never',
    async (stage) => {
      const { documents } = at(stage)
      const outcomes = await Promise.all(
        sampleNames.flatMap((name) =>
          papers.map(async (paper) => {
            const socket = people[name].socket(`/sync/${documents[paper]}`)
            const closed = once(socket, 'close').then(([code]) => code as number)
            const answered = frameThat(socket, ({ syncType }) => syncType === 1).then(() => 'text')
            await Promise.race([opened(socket), closed])
            if (socket.readyState === socket.OPEN) socket.send(step1Frame())
            const outcome = await Promise.race([answered, closed])
            socket.terminate()
            return [name, paper, outcome]
          }),
        ),
      )
      expect(outcomes).toEqual(
        sampleNames.flatMap((name) =>
          papers.map((paper) => [name, paper, readsLive(name) ? 'text' : 4403]),
        ),
      )
    },
  )

  it.each(stageNames)(
    '%s: records, comments and versions open to who may read them',
    async (stage) => {
      const session = at(stage)
      const refusedWith403Or409 = async (path: string, name: SampleName) => {
        const { status, body } = await people[name].get(path)
        return status === 200 ? 'yes' : [403, 409].includes(status) ? 'no' : { status, body }
      }
      for (const name of sampleNames) {
        const reads = readsSession(name, stage) ? 'yes' : 'no'
        const live = readsLive(name) ? 'yes' : 'no'
        const ask = (path: string) => refusedWith403Or409(`/api${path}`, name)
        expect([name, await ask(`/sessions/${session.id}`)]).toEqual([name, reads])
        for (const paper of ['outline', 'draft'] as const) {
          const seen = await ask(`/documents/${session.documents[paper]}/threads`)
          expect([name, paper, seen]).toEqual([name, paper, live])
        }
        for (const { id } of session.versions) {
          for (const rest of ['', '/bytes', '/threads']) {
            const seen = await ask(`/versions/${id}${rest}`)
            expect([name, rest, seen]).toEqual([name, rest, reads])
          }
        }
      }
    },
  )

  it('[R5][R6] lists: a technician sees none, a guest those with the seat from frozen on', async () => {
    const stagesSeen = async (name: SampleName) => {
      const { sessions: seen } = await must(people[name].get('/api/sessions'))
      return [...new Set(seen.map(({ stage }: SeenSession) => stage))].sort()
    }
    expect(await stagesSeen('kythuat')).toEqual([])
    expect(await stagesSeen('khach')).toEqual([...stageNames.slice(3)].sort())
    expect(await stagesSeen('truc')).toEqual([...stageNames].sort())
  })

  it('[R5] a guest without the seat in a session is refused there', async () => {
    const session = await sessionAt(people, 'frozen', { seats: { guests: [] } })
    const version = session.versions[0]?.id
    for (const path of [`/sessions/${session.id}`, `/versions/${version}`]) {
      const { status } = await people.khach.get(`/api${path}`)
      expect([path, status]).toEqual([path, 403])
    }
    const { sessions: seen } = await must(people.khach.get('/api/sessions'))
    expect(seen.map(({ id }: SeenSession) => id)).not.toContain(session.id)
    expect((await closeOf(people.khach.socket(`/live/${session.id}`))).code).toBe(4403)
  })

  it.each(stageNames)(
    '[L3] %s: whoever may read the session hears of it, the others are closed with 4403',
    async (stage) => {
      const { id } = at(stage)
      const sockets = sampleNames.map((name) => ({
        name,
        socket: people[name].socket(`/live/${id}`),
      }))
      const heard = sockets.map(({ socket }) => firstSession(socket))
      const closed = sockets.map(({ socket }) => closeOf(socket).then(({ code }) => code))
      const outsiders = sampleNames.filter((name) => !readsSession(name, stage))
      await Promise.all(sockets.map(({ socket }) => opened(socket)))
      await Promise.all(outsiders.map((name) => closed[sampleNames.indexOf(name)]))
      await must(people.nga.patch(`/api/sessions/${id}`, { place: `Phòng ${stage}` }))
      const outcomes = await Promise.all(
        sockets.map(async ({ name }, i) => [name, await Promise.race([heard[i], closed[i]])]),
      )
      for (const { socket } of sockets) socket.terminate()
      expect(outcomes).toEqual(
        sampleNames.map((name) => [name, readsSession(name, stage) ? `Phòng ${stage}` : 4403]),
      )
    },
  )
})

/** The place named in the first `session` event. */
function firstSession(socket: WebSocket): Promise<string> {
  return new Promise((resolve) => {
    socket.on('message', (data) => {
      const event = JSON.parse(String(data))
      if (event.type === 'session') resolve(event.session.place)
    })
  })
}
