// Makes new sessions and brings them to a stage by the real acts of the sample people.
import { type SampleName, type StageName, sampleNames, stageNames } from './domain-table'
import { signIn, type Visitor } from './visitor'

export type People = Readonly<Record<SampleName, Visitor>>

/** Every account of the sample cell, signed in. */
export async function signInAll(origin: string): Promise<People> {
  const entries = sampleNames.map(async (name) => [name, await signIn(origin, name)] as const)
  return Object.fromEntries(await Promise.all(entries)) as People
}

export const sampleSeats = {
  presenter: 'hanh',
  coAuthors: ['bao'] as string[] | 'everyone',
  minutesTaker: 'tuan',
  chair: 'nga',
  guests: ['khach'],
}
export type Seats = typeof sampleSeats

export const openWindow = {
  opensAt: '2020-01-01T00:00:00.000Z',
  closesAt: '2190-01-01T00:00:00.000Z',
}
export const closedWindow = {
  opensAt: '2020-01-01T00:00:00.000Z',
  closesAt: '2020-01-02T00:00:00.000Z',
}
export const openWindows = { outline: openWindow, draft: openWindow }

/** A session as the doors give it; only what tests read. */
export interface SeenSession {
  readonly id: string
  readonly stage: StageName
  readonly seats: Seats
  readonly documents: Readonly<Record<'outline' | 'draft' | 'minutes', string>>
  readonly versions: readonly { id: string; number: number; sha256: string; stage: string }[]
  readonly conclusion: readonly { id: string; kind: string; answer: string }[]
}

/** Does an act and gives the session after it; a refusal is an error. */
export async function act(
  visitor: Visitor,
  session: { id: string },
  name: string,
  reason?: string,
): Promise<SeenSession> {
  const answer = await visitor.post(`/api/sessions/${session.id}/moves`, { act: name, reason })
  if (answer.status !== 200) {
    throw new Error(`${name}: ${answer.status} ${JSON.stringify(answer.body)}`)
  }
  return answer.body
}

/** Sends and expects success; gives the body. */
export async function must(answer: ReturnType<Visitor['send']>) {
  const { status, body } = await answer
  if (status !== 200 && status !== 201) throw new Error(`${status} ${JSON.stringify(body)}`)
  return body
}

export async function newSession(people: People, seats: Partial<Seats> = {}): Promise<SeenSession> {
  return must(
    people.nga.post('/api/sessions', {
      topic: 'Chuyên đề thử nghiệm',
      meetingAt: '2189-06-01T07:00:00.000Z',
      seats: { ...sampleSeats, ...seats },
      windows: openWindows,
    }),
  )
}

/** Writes one paragraph as a stock client and waits until it is on the server's disk. */
export async function writeInto(visitor: Visitor, documentId: string, words: string) {
  const client = await visitor.open(documentId).synced()
  client.write(words)
  await client.allSaved()
  client.leave()
}

export const remark = { kind: 'remark', body: 'Đề nghị xem lại.' }

/** The conclusion that the chair draws: one item for the text, one task that is complete. */
export const conclusion = [
  { id: 'c1', kind: 'text', body: 'Bổ sung số liệu', answer: '', responsible: null, dueOn: null },
  { id: 'c2', kind: 'task', body: 'Báo cáo', answer: '', responsible: 'thoa', dueOn: '2189-07-01' },
]
const absorbed = conclusion.map((item) =>
  item.kind === 'text' ? { ...item, answer: 'Đã bổ sung' } : item,
)

/** What is done in a stage before it is left: people write, comment, attend, conclude. */
const workIn: Partial<
  Record<StageName, (people: People, session: SeenSession) => Promise<unknown>>
> = {
  outline: async (people, { documents }) => {
    await writeInto(people.hanh, documents.outline, 'Đề cương thử nghiệm')
    await must(people.thoa.post(`/api/documents/${documents.outline}/threads`, remark))
  },
  draft: async (people, { documents }) => {
    await must(people.thoa.post(`/api/documents/${documents.draft}/threads`, remark))
  },
  frozen: async (people, session) => {
    const version = session.versions.at(-1)
    await must(people.khach.post(`/api/versions/${version?.id}/threads`, remark))
    await must(people.tuan.put(`/api/sessions/${session.id}/attendance`, present))
  },
  inSession: (people, session) =>
    must(people.tuan.put(`/api/sessions/${session.id}/conclusion`, { conclusion })),
  revising: async (people, session) => {
    await answerAll(people, session)
    await must(people.hanh.put(`/api/sessions/${session.id}/conclusion`, { conclusion: absorbed }))
  },
}

export const present = { attendance: [{ username: 'thoa', kind: 'present' }] }

export async function threadsOf(visitor: Visitor, session: SeenSession) {
  const grounds = [
    `documents/${session.documents.outline}`,
    `documents/${session.documents.draft}`,
    ...session.versions.map(({ id }) => `versions/${id}`),
  ]
  const lists = await Promise.all(
    grounds.map((ground) => must(visitor.get(`/api/${ground}/threads`))),
  )
  return lists.flatMap(({ threads }) => threads as { id: string; ground: string; state: string }[])
}

export async function answerAll(people: People, session: SeenSession): Promise<void> {
  const open = (await threadsOf(people.hanh, session)).filter(({ state }) => state === 'open')
  await Promise.all(
    open.map(({ id }) =>
      must(people.hanh.post(`/api/threads/${id}/answer`, { verdict: 'accepted', reason: '' })),
    ),
  )
}

/** Who leaves each stage, and how. */
const wayOn: Partial<Record<StageName, readonly [SampleName, string][]>> = {
  planned: [['nga', 'assign']],
  outline: [['hanh', 'startDraft']],
  draft: [
    ['phuong', 'pass'],
    ['tuan', 'freeze'],
  ],
  frozen: [['nga', 'open']],
  inSession: [['nga', 'close']],
  revising: [['hanh', 'submit']],
  submitted: [['phuong', 'approve']],
  approved: [['lam', 'archive']],
}

/**
 * A new session at a stage. With `ready`, everything the next act asks for is done there too:
 * outline written, committee pass, attendance, conclusion, answers.
 */
export async function sessionAt(
  people: People,
  stage: StageName,
  { seats = {}, ready = false }: { seats?: Partial<Seats>; ready?: boolean } = {},
): Promise<SeenSession> {
  let session = await newSession(people, seats)
  for (const passed of stageNames.slice(0, stageNames.indexOf(stage))) {
    await workIn[passed]?.(people, session)
    for (const [name, way] of wayOn[passed] ?? []) session = await act(people[name], session, way)
  }
  if (ready) {
    await workIn[stage]?.(people, session)
    if (stage === 'draft') await act(people.phuong, session, 'pass')
  }
  return must(people.nga.get(`/api/sessions/${session.id}`))
}
