// What is recorded while a session meets: attendance, the chair's conclusion.
import { z } from 'zod'
import type { SessionView } from '../../shared/events'
import { looseTasks } from '../../shared/facts/conclusion'
import { type ConclusionItem, conclusionItems } from '../../shared/records/conclusion'
import type { Person } from '../../shared/records/person'
import { attendance, attendanceMarks, type Session } from '../../shared/records/session'
import { Refusal } from '../../shared/refusals'
import { decide } from '../auth/access'
import { announce, type Services, withoutReasons } from '../services'
import { demand, sessionFor } from './demand'
import { oneAtATime } from './one-at-a-time'
import { woven } from './woven'

export const attendanceList = z.object({ attendance })
export const rollMarks = z.object({ attendance: attendanceMarks })
export const conclusionWish = z.object({
  conclusion: conclusionItems,
  /** The items that these were made of; without them the list replaces what stands. */
  seen: conclusionItems.optional(),
})

export type Changing = (session: Session) => Promise<Partial<Session>> | Partial<Session>

/** Changes a session's record after every change before it; then `tell`s. Throws Refusal. */
export function keepAndTell(
  services: Services,
  person: Person,
  sessionId: string,
  change: Changing,
  tell: (session: Session, before: Session) => Promise<SessionView>,
): Promise<SessionView> {
  return oneAtATime(sessionId, async () => {
    const before = await sessionFor(services.records, sessionId, person)
    const session: Session = { ...before, ...(await change(before)) }
    await services.records.transact((handle) => handle.put('sessions', session))
    return tell(session, before)
  })
}

/** Changes a session's record after every change before it, and tells its readers. Throws Refusal. */
export const keep = (
  services: Services,
  person: Person,
  sessionId: string,
  change: Changing,
): Promise<SessionView> =>
  keepAndTell(services, person, sessionId, change, (session, before) => {
    if (session.attendance !== before.attendance) {
      const attendance = withoutReasons(session.attendance)
      services.hub.live.tell(sessionId, { type: 'attendance', attendance })
    }
    return announce(services, session)
  })

/** Throws `unknown-person`. */
export async function demandKnown(
  services: Services,
  cellId: string,
  usernames: readonly string[],
): Promise<void> {
  const people = await services.records.find('people', { cellId })
  const known = new Set(people.map(({ username }) => username))
  if (!usernames.every((username) => known.has(username))) throw new Refusal('unknown-person')
}

/** Of one person the last mark counts. */
const callRoll = (
  services: Services,
  person: Person,
  sessionId: string,
  marks: z.infer<typeof attendanceMarks>,
  begin: (session: Session) => Session['attendance'],
): Promise<SessionView> =>
  keep(services, person, sessionId, async (session) => {
    demand(decide('keepAttendance', person, session, services.clock()))
    const named = marks.map(({ username }) => username)
    await demandKnown(services, session.cellId, named)
    const list = new Map(begin(session).map((entry) => [entry.username, entry]))
    for (const { username, kind, reason, onlyUnset } of marks) {
      if (onlyUnset && list.has(username)) continue
      list.set(username, { username, kind, ...(kind !== 'present' && reason && { reason }) })
    }
    const kept = attendance.safeParse([...list.values()])
    if (!kept.success) throw new Refusal('unreadable-request')
    return { attendance: kept.data }
  })

/** Throws Refusal. Replaces the whole list. */
export const keepAttendance = (
  services: Services,
  person: Person,
  sessionId: string,
  list: z.infer<typeof attendance>,
) => callRoll(services, person, sessionId, list, () => [])

/** Throws Refusal. Of those named only, so that two who keep the list lose nothing of each other's. */
export const markAttendance = (
  services: Services,
  person: Person,
  sessionId: string,
  marks: z.infer<typeof attendanceMarks>,
) => callRoll(services, person, sessionId, marks, (session) => session.attendance)

/** Throws `not-found` for an item that says it was made of what this session has not heard. */
async function demandSources(
  { records }: Services,
  session: Session,
  items: readonly ConclusionItem[],
): Promise<void> {
  const named = items.flatMap(({ from = [] }) => from)
  if (named.length === 0) return
  const threads = await records.find('threads', { sessionId: session.id })
  const votes = await records.find('votes', { sessionId: session.id })
  const known = new Set([...threads, ...votes, ...session.meeting.speakers].map(({ id }) => id))
  if (!named.every((id) => known.has(id))) throw new Refusal('not-found')
}

/**
 * Throws Refusal; `changed-meanwhile` where another changed the same thing. In session the chair
 * and the minutes-taker write the items; afterwards the writers say how the text absorbed them,
 * and the secretary and the chair assign the tasks.
 */
export function conclude(
  services: Services,
  person: Person,
  sessionId: string,
  { conclusion: wish, seen }: z.infer<typeof conclusionWish>,
): Promise<SessionView> {
  return keep(services, person, sessionId, async (session) => {
    const now = services.clock()
    const concludes = decide('conclude', person, session, now)
    const answers = decide('answer', person, session, now) === true && session.stage === 'revising'
    const assigns = decide('assignTasks', person, session, now) === true
    if (!answers && !assigns) demand(concludes)
    const named = wish.flatMap(({ responsible }) => responsible ?? [])
    await demandKnown(services, session.cellId, named)
    const items = woven(conclusionItems, { seen, wish, kept: session.conclusion })
    if (concludes === true) {
      await demandSources(services, session, items)
      return { conclusion: items }
    }
    // A dialog left open is not told that words are saved which may not change any more.
    const stood = new Map(session.conclusion.map((item) => [item.id, item]))
    if (seen && !items.every(({ id, body }) => stood.get(id)?.body === body)) demand(concludes)
    // From the archive on a task may change hands and day, and lacks neither.
    const isKept = session.stage === 'archived'
    if (isKept && looseTasks(items).length > 0) throw new Refusal('task-incomplete')
    const given = new Map(items.map((item) => [item.id, item]))
    return {
      conclusion: session.conclusion.map((item) => {
        const filled = given.get(item.id) ?? item
        return {
          ...item,
          ...(answers && { answer: filled.answer, passage: filled.passage }),
          ...(assigns && {
            responsible: filled.responsible,
            dueOn: filled.dueOn,
            evidence: filled.evidence,
          }),
        }
      }),
    }
  })
}
