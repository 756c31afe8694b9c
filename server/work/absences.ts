// Absences announced before a meeting: by oneself, or for somebody by who keeps the list.
import type { z } from 'zod'
import { calledTo } from '../../shared/quorum'
import type { AbsenceView, absenceWish, OwnAbsence } from '../../shared/records/absence'
import type { Person } from '../../shared/records/person'
import type { Session } from '../../shared/records/session'
import { Refusal } from '../../shared/refusals'
import { decide, seesSession } from '../auth/access'
import { isoNow, type Services } from '../services'
import { demand, readableSession } from './demand'
import { keep } from './keep-session'

function shownTo(person: Person, session: Session, now: number): AbsenceView {
  const seesAll = decide('seeAbsences', person, session, now) === true
  const isShown = ({ username }: { username: string }) => seesAll || username === person.username
  return {
    absences: session.absences.filter(isShown),
    attendance: session.attendance.filter(isShown),
  }
}

/** Throws Refusal. Of others only to whoever leads the meeting or keeps its lists. */
export async function listAbsences(
  services: Services,
  person: Person,
  sessionId: string,
): Promise<AbsenceView> {
  const session = await readableSession(services, sessionId, person)
  return shownTo(person, session, services.clock())
}

/** One's own words, on every session one sees. */
export async function ownAbsences(services: Services, person: Person): Promise<OwnAbsence[]> {
  const { records, clock } = services
  const sessions = await records.find('sessions', { cellId: person.cellId })
  return sessions
    .filter((session) => seesSession(person, session, clock()))
    .flatMap(({ id: sessionId, absences }) =>
      absences
        .filter(({ username }) => username === person.username)
        .map(({ reason, at }) => ({ sessionId, reason, at })),
    )
}

async function change(
  services: Services,
  person: Person,
  sessionId: string,
  username: string,
  next: (session: Session) => Promise<Session['absences']> | Session['absences'],
): Promise<AbsenceView> {
  await keep(services, person, sessionId, async (session) => {
    const act = username === person.username ? 'announceAbsence' : 'keepAbsences'
    demand(decide(act, person, session, services.clock()))
    return { absences: await next(session) }
  })
  return listAbsences(services, person, sessionId)
}

const without = ({ absences }: Session, username: string) =>
  absences.filter((one) => one.username !== username)

/** Throws Refusal; `unknown-person` for whoever is not called to this meeting. Said again, it is said anew. */
export function announceAbsence(
  services: Services,
  person: Person,
  sessionId: string,
  username: string,
  { reason }: z.infer<typeof absenceWish>,
): Promise<AbsenceView> {
  return change(services, person, sessionId, username, async (session) => {
    if (reason === '') throw new Refusal('reason-required')
    const people = await services.records.find('people', { cellId: session.cellId })
    const isCalled = calledTo(people, session.seats).some((one) => one.username === username)
    if (!isCalled) throw new Refusal('unknown-person')
    const said = { username, reason, at: isoNow(services), by: person.username }
    return [...without(session, username), said]
  })
}

/** Throws Refusal; `not-found` where nothing was said. */
export function takeAbsenceBack(
  services: Services,
  person: Person,
  sessionId: string,
  username: string,
): Promise<AbsenceView> {
  return change(services, person, sessionId, username, (session) => {
    const left = without(session, username)
    if (left.length === session.absences.length) throw new Refusal('not-found')
    return left
  })
}
