// Every act of the domain as one request at the HTTP door, and what the table says of its answer.
import {
  type Cast,
  type DomainAct,
  type Expected,
  expected,
  moveNames,
  type Role,
  type SampleName,
  type StageName,
  sampleNames,
} from './domain-table'
import { conclusion, type People, remark, type SeenSession, threadsOf } from './session-maker'
import type { Answer, Visitor } from './visitor'

export interface Try {
  readonly name: string
  readonly act: DomainAct
  send(visitor: Visitor, session: SeenSession): Promise<Answer>
}

const versionOf = (session: SeenSession) => session.versions.at(-1)?.id ?? 'none'
const at = (session: SeenSession, rest: string) => `/api/sessions/${session.id}/${rest}`

/** Acts on the session itself: moves, attendance, conclusion, projection, planning. */
export const sessionTries: readonly Try[] = [
  ...moveNames.map(
    (act): Try => ({
      name: act,
      act,
      send: (visitor, session) => visitor.post(at(session, 'moves'), { act, reason: 'Thử quyền' }),
    }),
  ),
  {
    name: 'attendance',
    act: 'keepAttendance',
    send: (visitor, session) =>
      visitor.put(at(session, 'attendance'), {
        attendance: [{ username: 'dinh', kind: 'excused' }],
      }),
  },
  {
    name: 'mark on the roll',
    act: 'keepAttendance',
    send: (visitor, session) =>
      visitor.patch(at(session, 'attendance'), {
        attendance: [{ username: 'dinh', kind: 'absent' }],
      }),
  },
  {
    name: 'conclusion',
    act: 'conclude',
    send: (visitor, session) =>
      visitor.put(at(session, 'conclusion'), {
        conclusion: [{ ...conclusion[0], body: 'Kết luận khác' }],
      }),
  },
  {
    name: 'projection',
    act: 'project',
    send: (visitor, session) =>
      visitor.put(at(session, 'projection'), { version: versionOf(session), paragraph: 1 }),
  },
  {
    name: 'screen',
    act: 'project',
    send: (visitor, session) => visitor.put(at(session, 'screen'), { theme: 'dark' }),
  },
  {
    name: 'pointer',
    act: 'project',
    send: (visitor, session) => visitor.put(at(session, 'pointer'), { pointer: null }),
  },
  {
    name: 'programme',
    act: 'planSessions',
    send: (visitor, session) => visitor.put(at(session, 'programme'), { programme: [] }),
  },
  {
    name: 'item under way',
    act: 'lead',
    send: (visitor, session) => visitor.put(at(session, 'running'), { item: null }),
  },
  {
    name: 'ask to speak',
    act: 'askToSpeak',
    send: (visitor, session) => visitor.post(at(session, 'speakers'), {}),
  },
  {
    name: 'open a vote',
    act: 'keepVotes',
    send: (visitor, session) =>
      visitor.post(at(session, 'votes'), { question: 'Thông qua?', way: 'hands' }),
  },
  {
    name: 'absence of somebody',
    act: 'keepAbsences',
    send: (visitor, session) => visitor.put(at(session, 'absences/khach'), { reason: 'Bận họp' }),
  },
  {
    name: 'who has opened the papers',
    act: 'seeOpenings',
    send: (visitor, session) => visitor.get(at(session, 'openings')),
  },
  {
    name: 'guests and their links',
    act: 'inviteGuests',
    send: (visitor, session) => visitor.get(at(session, 'guests')),
  },
  {
    name: 'check of the room',
    act: 'checkRoom',
    send: (visitor, session) => visitor.post(at(session, 'check')),
  },
  {
    name: 'plan',
    act: 'planSessions',
    send: (visitor, session) =>
      visitor.patch(`/api/sessions/${session.id}`, { place: 'Phòng họp' }),
  },
]

/** Comments on the whole of a paper. */
export const commentTries: readonly Try[] = [
  {
    name: 'comment on the outline',
    act: 'commentOutline',
    send: (visitor, { documents }) =>
      visitor.post(`/api/documents/${documents.outline}/threads`, remark),
  },
  {
    name: 'comment on the draft',
    act: 'commentDraft',
    send: (visitor, { documents }) =>
      visitor.post(`/api/documents/${documents.draft}/threads`, remark),
  },
  {
    name: 'comment on the version',
    act: 'commentVersion',
    send: (visitor, session) => visitor.post(`/api/versions/${versionOf(session)}/threads`, remark),
  },
]

export const answerTry = (thread: string): Try => ({
  name: 'answer',
  act: 'answer',
  send: (visitor) =>
    visitor.post(`/api/threads/${thread}/answer`, { verdict: 'declined', reason: 'Đã có' }),
})

const editActs = {
  outline: 'editOutlineComment',
  draft: 'editDraftComment',
  version: 'editVersionComment',
} as const

export interface SeenThread {
  readonly id: string
  readonly ground: keyof typeof editActs
  readonly author: string
  readonly state: string
}

export const editTries = ({ id, ground }: SeenThread): readonly Try[] => [
  {
    name: 'edit',
    act: editActs[ground],
    send: (visitor) => visitor.patch(`/api/threads/${id}`, { body: 'Sửa lại' }),
  },
  {
    name: 'withdraw',
    act: editActs[ground],
    send: (visitor) => visitor.send('DELETE', `/api/threads/${id}`),
  },
]

const statusOf: Record<Expected, readonly number[]> = {
  yes: [200, 201],
  'not-yours': [403],
  'not-now': [409],
}

/** What is wrong with an answer, in words; nothing when it is as expected. */
export function complaint(answer: Answer, wanted: Expected, about: string): string[] {
  const isRight =
    statusOf[wanted].includes(answer.status) && (wanted === 'yes' || answer.body.refused === wanted)
  return isRight ? [] : [`${about}: ${answer.status} ${answer.body.refused ?? ''}, not ${wanted}`]
}

/**
 * After the session the same call takes answers to the chair's items, and who does a task by when;
 * the rest of what is sent is left out.
 */
export const mayAmend = (roles: readonly Role[], stage: StageName): boolean =>
  (stage === 'revising' && expected('answer', roles, stage) === 'yes') ||
  expected('assignTasks', roles, stage) === 'yes'

/** Sends what the table denies, by everybody; gives the answers that were not the table's. */
export async function tryDenied(
  people: People,
  cast: Cast,
  session: SeenSession,
  tries: readonly Try[],
): Promise<string[]> {
  const attempts = sampleNames.flatMap((name) =>
    tries.flatMap((each) => {
      const wanted = expected(each.act, cast[name], session.stage)
      const isAbsorbing = each.act === 'conclude' && mayAmend(cast[name], session.stage)
      return wanted === 'yes' || isAbsorbing ? [] : [{ name, each, wanted }]
    }),
  )
  const complaints = await Promise.all(
    attempts.map(async ({ name, each, wanted }) =>
      complaint(
        await each.send(people[name], session),
        wanted,
        `${name} ${each.name} at ${session.stage}`,
      ),
    ),
  )
  return complaints.flat()
}

/** Sends what the table allows, one after the other; gives the answers that were not the table's. */
export async function tryAllowed(
  people: People,
  cast: Cast,
  session: SeenSession,
  tries: readonly Try[],
): Promise<string[]> {
  const complaints: string[] = []
  for (const name of allowedNames(cast, session, tries)) {
    for (const each of tries) {
      if (expected(each.act, cast[name], session.stage) !== 'yes') continue
      const answer = await each.send(people[name], session)
      complaints.push(...complaint(answer, 'yes', `${name} ${each.name} at ${session.stage}`))
    }
  }
  return complaints
}

const allowedNames = (cast: Cast, { stage }: SeenSession, tries: readonly Try[]): SampleName[] =>
  sampleNames.filter((name) => tries.some(({ act }) => expected(act, cast[name], stage) === 'yes'))

/** All that a denied act could have changed: the session's record and its threads. */
export async function picture(people: People, session: SeenSession) {
  const [record, threads] = await Promise.all([
    people.nga.get(`/api/sessions/${session.id}`),
    threadsOf(people.nga, session),
  ])
  return { record: record.body, threads }
}
