// Who may do what, at which stage: every account tries every act at every stage through the HTTP door.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type Cast,
  castWithOtherChair,
  expected,
  moveNames,
  sampleNames,
  samplePeople,
  stageNames,
} from '../kit/domain-table'
import {
  must,
  openWindows,
  type People,
  type SeenSession,
  sessionAt,
  signInAll,
  threadsOf,
} from '../kit/session-maker'
import { type RunningServer, startServer } from '../kit/start-server'
import {
  answerTry,
  commentTries,
  complaint,
  editTries,
  picture,
  type SeenThread,
  sessionTries,
  tryAllowed,
  tryDenied,
} from '../kit/tries'
import { refusal } from '../kit/visitor'

let server: RunningServer
let people: People
/** The sample sessions, and new ones where the chair is not the secretary. */
let sampled: SeenSession[]
let otherChair: SeenSession[]

const casts = [
  ['the secretary in the chair', samplePeople as Cast, () => sampled],
  ['another chair', castWithOtherChair, () => otherChair],
] as const

beforeAll(async () => {
  server = await startServer({ demo: true })
  people = await signInAll(server.origin)
  const { sessions } = await must(people.nga.get('/api/sessions'))
  sampled = await Promise.all(
    stageNames.map(async (stage) => {
      const session = sessions.find((each: SeenSession) => each.stage === stage)
      // Open windows: what is refused is refused for the stage or the person.
      return must(people.nga.patch(`/api/sessions/${session.id}`, { windows: openWindows }))
    }),
  )
  otherChair = await Promise.all(
    stageNames.map((stage) => sessionAt(people, stage, { seats: { chair: 'dinh' } })),
  )
  // A comment of thoa, or of the guest, wherever one may be made now.
  await Promise.all(
    [...sampled, ...otherChair].map(async (session) => {
      if (session.stage === 'outline') await commentTries[0]?.send(people.thoa, session)
      if (session.stage === 'draft') await commentTries[1]?.send(people.thoa, session)
      if (session.stage === 'frozen') await commentTries[2]?.send(people.khach, session)
      if (session.stage === 'inSession') await commentTries[2]?.send(people.khach, session)
    }),
  )
})

afterAll(async () => {
  await server.stop()
  server.forget()
})

describe.each(casts)('with %s', (_, cast, sessions) => {
  it.each(stageNames)(
    '[R2][R3] %s: what the table denies is refused and changes nothing',
    async (stage) => {
      const session = sessions()[stageNames.indexOf(stage)] as SeenSession
      const before = await picture(people, session)
      const complaints = await tryDenied(people, cast, session, sessionTries)
      const comments = commentTries.slice(0, session.versions.length > 0 ? 3 : 2)
      complaints.push(...(await tryDenied(people, cast, session, comments)))
      for (const thread of await threadsOf(people.nga, session)) {
        complaints.push(...(await tryDenied(people, cast, session, [answerTry(thread.id)])))
      }
      expect(complaints).toEqual([])
      expect(await picture(people, session)).toEqual(before)
    },
  )

  it.each(stageNames)(
    '[R9] %s: a comment is edited by its author, at its stage, and by nobody else',
    async (stage) => {
      const session = sessions()[stageNames.indexOf(stage)] as SeenSession
      const before = await picture(people, session)
      const complaints: string[] = []
      for (const thread of (await threadsOf(people.nga, session)) as SeenThread[]) {
        for (const name of sampleNames) {
          for (const each of editTries(thread)) {
            const isAuthor = name === thread.author
            const wanted = isAuthor ? expected(each.act, cast[name], stage) : 'not-yours'
            if (wanted === 'yes') continue
            const answer = await each.send(people[name], session)
            // An answered comment may be refused for that.
            if (wanted === 'not-now' && answer.body.refused === 'already-answered') continue
            complaints.push(...complaint(answer, wanted, `${name} ${each.name} ${thread.ground}`))
          }
        }
      }
      expect(complaints).toEqual([])
      expect(await picture(people, session)).toEqual(before)
    },
  )

  it.each(stageNames)('%s: what the table allows is done', async (stage) => {
    const session = sessions()[stageNames.indexOf(stage)] as SeenSession
    const withoutMoves = sessionTries.filter(
      ({ act }) => !(moveNames as readonly string[]).includes(act),
    )
    const complaints = await tryAllowed(people, cast, session, withoutMoves)
    complaints.push(...(await tryAllowed(people, cast, session, commentTries)))
    const threads = (await threadsOf(people.nga, session)) as SeenThread[]
    for (const thread of threads.filter(({ state }) => state === 'open')) {
      const author = thread.author as keyof Cast
      const mine = { [author]: cast[author] }
      const onlyAuthor = Object.fromEntries(
        sampleNames.map((name) => [name, mine[name] ?? []]),
      ) as unknown as Cast
      complaints.push(...(await tryAllowed(people, onlyAuthor, session, editTries(thread))))
    }
    const left = await threadsOf(people.nga, session)
    for (const { id, state } of left) {
      if (state === 'withdrawn') continue
      complaints.push(...(await tryAllowed(people, cast, session, [answerTry(id)])))
    }
    expect(complaints).toEqual([])
  })
})

describe('a move', () => {
  it.each(moveNames)('%s is done by each who may', async (move) => {
    const doers = sampleNames.flatMap((name) =>
      stageNames
        .filter((stage) => expected(move, castWithOtherChair[name], stage) === 'yes')
        .map((stage) => ({ name, stage })),
    )
    expect(doers.length).toBeGreaterThan(0)
    const outcomes = await Promise.all(
      doers.map(async ({ name, stage }) => {
        const session = await sessionAt(people, stage, { seats: { chair: 'dinh' }, ready: true })
        const path = `/api/sessions/${session.id}/moves`
        const answer = await people[name].post(path, { act: move, reason: 'Có lý do' })
        return complaint(answer, 'yes', `${name} ${move} at ${stage}`)
      }),
    )
    expect(outcomes.flat()).toEqual([])
  })
})

describe('the conclusion after the session', () => {
  it.each(['revising', 'submitted', 'approved'] as const)(
    '%s: takes answers and tasks from those whose they are, and never other words',
    async (stage) => {
      const session = await sessionAt(people, stage, { seats: { chair: 'dinh' } })
      const path = `/api/sessions/${session.id}/conclusion`
      for (const name of sampleNames) {
        const roles = castWithOtherChair[name]
        const { conclusion: before } = await must(people.nga.get(`/api/sessions/${session.id}`))
        const [text, task] = before
        const sent = [
          { ...text, body: 'Khác', answer: `Tiếp thu, ${name}` },
          { ...task, body: 'Khác', responsible: name, dueOn: '2189-08-01' },
          { ...task, id: 'c3' },
        ]
        const { status } = await people[name].put(path, { conclusion: sent })
        const { conclusion: after } = await must(people.nga.get(`/api/sessions/${session.id}`))
        const answers = stage === 'revising' && expected('answer', roles, stage) === 'yes'
        const assigns = expected('assignTasks', roles, stage) === 'yes'
        expect([name, status === 200]).toEqual([name, answers || assigns])
        expect(after).toEqual([
          answers ? { ...text, answer: `Tiếp thu, ${name}` } : text,
          assigns ? { ...task, responsible: name, dueOn: '2189-08-01' } : task,
        ])
      }
    },
  )

  it('[Z13] a dialog left open when the meeting ends is not told that its new words are saved', async () => {
    const session = await sessionAt(people, 'revising')
    const path = `/api/sessions/${session.id}/conclusion`
    const { conclusion: seen } = await must(people.nga.get(`/api/sessions/${session.id}`))
    const [text, task] = seen
    const more = [text, { ...task, responsible: 'thoa' }, { ...task, id: 'c3' }]
    expect(await refusal(people.nga.put(path, { conclusion: more, seen }))).toEqual([
      409,
      'not-now',
    ])
    const filled = await must(people.nga.put(path, { conclusion: more.slice(0, 2), seen }))
    expect(filled.conclusion).toEqual([text, { ...task, responsible: 'thoa' }])
  })
})

describe('the projector', () => {
  it('is moved by the presenter while the chair has handed it over, and by nobody else', async () => {
    const session = await sessionAt(people, 'inSession', { seats: { chair: 'dinh' } })
    const path = `/api/sessions/${session.id}/projection`
    const place = { version: session.versions[0]?.id, paragraph: 1 }
    const statusFor = async (name: keyof Cast) => (await people[name].put(path, place)).status
    expect(await statusFor('hanh')).toBe(403)
    expect((await people.hanh.put(path, { ...place, handedTo: 'hanh' })).status).toBe(403)
    await must(people.dinh.put(path, { ...place, handedTo: 'hanh' }))
    expect(await statusFor('hanh')).toBe(200)
    expect(await statusFor('tuan')).toBe(403)
    // Whoever was handed the projector does not pass it on.
    await people.hanh.put(path, { ...place, handedTo: 'tuan' })
    expect(await statusFor('tuan')).toBe(403)
    await must(people.dinh.put(path, { ...place, handedTo: null }))
    expect(await statusFor('hanh')).toBe(403)
    expect(await statusFor('dinh')).toBe(200)
  })
})

describe('people and sessions', () => {
  it('are made by secretary and deputy; accounts also by the technician, without posts', async () => {
    const asked = (name: string, posts: string[]) => ({ name: 'Người mới', username: name, posts })
    for (const name of sampleNames) {
      const roles = samplePeople[name]
      const isLeader = expected('managePeople', roles, 'planned') === 'yes'
      const made = await people[name].post('/api/people', asked(`moi-${name}`, ['secretary']))
      expect([name, made.status]).toEqual([name, isLeader ? 201 : 403])
      const changed = await people[name].patch('/api/people/truc', { posts: ['probationary'] })
      expect([name, changed.status]).toEqual([name, isLeader ? 200 : 403])
      const renamed = await people[name].patch('/api/people/truc', { name: 'Hồ Thanh Trúc' })
      const isAccounts = expected('manageAccounts', roles, 'planned') === 'yes'
      expect([name, renamed.status]).toEqual([name, isAccounts ? 200 : 403])
      const planned = await people[name].post('/api/sessions', { topic: 'Chuyên đề mới' })
      expect([name, planned.status]).toEqual([name, isLeader ? 201 : 403])
    }
  })
})
