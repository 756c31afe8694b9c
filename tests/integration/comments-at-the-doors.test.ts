// Comments at the HTTP door: every account tries every act on them, at every stage, in and out of the windows.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type Asker,
  type CommentTry,
  complaint,
  type Ground,
  type Thread,
  triesAt,
  triesOn,
} from '../kit/comment-tries'
import { type SampleName, sampleNames, samplePeople, stageNames } from '../kit/domain-table'
import {
  closedWindow,
  must,
  openWindows,
  type People,
  type SeenSession,
  sessionAt,
  signInAll,
  threadsOf,
} from '../kit/session-maker'
import { type RunningServer, startServer } from '../kit/start-server'
import { picture } from '../kit/tries'

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
const windowsOf = (isOpen: boolean) => (isOpen ? openWindows : closed)

/** A session with a comment on each of its papers, by somebody who holds no seat and by who answers. */
async function prepared(stage: (typeof stageNames)[number]): Promise<SeenSession> {
  const session = await sessionAt(people, stage, { ready: true })
  const ground: Ground | null =
    stage === 'outline' || stage === 'draft'
      ? stage
      : stage === 'frozen' || stage === 'inSession'
        ? 'version'
        : null
  if (ground) await must(triesAt(session, ground)[1]?.send(people.bao) as never)
  return session
}

interface Attempt {
  readonly name: SampleName
  readonly each: CommentTry
  readonly asker: Asker
}

async function attemptsAt(session: SeenSession, isOpen: boolean): Promise<Attempt[]> {
  const grounds: Ground[] = [
    'outline',
    'draft',
    ...(session.versions.length > 0 ? ['version' as const] : []),
  ]
  const threads = (await threadsOf(people.nga, session)) as unknown as Thread[]
  const unique = [...new Map(threads.map((thread) => [thread.id, thread])).values()]
  const asker = (name: SampleName, isAuthor: boolean): Asker => ({
    roles: samplePeople[name],
    stage: session.stage,
    isOpen,
    isAuthor,
  })
  return sampleNames.flatMap((name) => [
    ...grounds.flatMap((ground) =>
      triesAt(session, ground).map((each) => ({ name, each, asker: asker(name, false) })),
    ),
    ...unique.flatMap((thread) =>
      triesOn(session, thread).map((each) => ({
        name,
        each,
        asker: asker(name, thread.author === name),
      })),
    ),
  ])
}

const sendAll = async (attempts: readonly Attempt[], stage: string): Promise<string[]> => {
  const found: string[] = []
  for (const { name, each, asker } of attempts) {
    const answer = await each.send(people[name])
    found.push(...complaint(answer, each, each.wanted(asker), `${name} ${each.name} at ${stage}`))
  }
  return found
}

describe.each([
  ['inside the windows', true],
  ['outside the windows', false],
] as const)('%s', (_, isOpen) => {
  it.each(stageNames)(
    '[R2][R3][R8][R9][R12][R13][R14] %s: each is answered as the table says',
    async (stage) => {
      const session = await prepared(stage)
      await must(people.nga.patch(`/api/sessions/${session.id}`, { windows: windowsOf(isOpen) }))
      const attempts = await attemptsAt(session, isOpen)
      const denied = attempts.filter(({ each, asker }) => each.wanted(asker) !== 'yes')
      const before = await picture(people, session)
      expect(await sendAll(denied, stage)).toEqual([])
      expect(await picture(people, session)).toEqual(before)
      // What is allowed may end a thread: replies and the like come before answers.
      const isLast = ({ each }: Attempt) => /^answer|withdraw/.test(each.name)
      const allowed = attempts.filter(({ each, asker }) => each.wanted(asker) === 'yes')
      const first = allowed.filter((attempt) => !isLast(attempt))
      expect(await sendAll(first, stage)).toEqual([])
      const answers = allowed.filter(({ each }) => each.name.startsWith('answer'))
      expect(await sendAll(answers, stage)).toEqual([])
      // Withdrawn is what was answered nowhere here: where nobody may answer, it is done.
      const ends = allowed.filter(({ each }) => each.name === 'withdraw')
      const outcomes = await Promise.all(ends.map(({ each, name }) => each.send(people[name])))
      for (const { status, body } of outcomes) {
        expect([200, 409]).toContain(status)
        if (status === 409) expect(body.refused).toBe('already-answered')
      }
    },
  )
})
