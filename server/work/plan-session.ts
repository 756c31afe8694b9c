// Makes and changes a session: topic, meeting, seats, windows.
import { z } from 'zod'
import type { SessionView } from '../../shared/events'
import { everyone } from '../../shared/facts/session'
import type { RuleSet } from '../../shared/records/cell'
import type { Person } from '../../shared/records/person'
import {
  emptySeatPlan,
  type SeatPlan,
  type Session,
  seatPlan,
  sessionDefaults,
  session as sessionRecord,
  stateSecretLevels,
  window,
} from '../../shared/records/session'
import { Refusal } from '../../shared/refusals'
import { papers, type Windows } from '../../shared/rights'
import { readingPosts } from '../../shared/roles'
import { decide, holdsPost } from '../auth/access'
import { announce, isoNow, type Services, viewOf } from '../services'
import type { Transaction } from '../stores/contract'
import { demand, sessionFor } from './demand'
import { oneAtATime } from './one-at-a-time'

const fields = {
  ...sessionRecord.pick({
    topic: true,
    number: true,
    year: true,
    quarter: true,
    meetingAt: true,
    place: true,
  }).shape,
  // A state-secret level is read, so that its refusal can say where such work belongs.
  classification: z.enum([...sessionRecord.shape.classification.options, ...stateSecretLevels]),
  seats: seatPlan.partial(),
  windows: z.object({ outline: window, draft: window }).partial(),
}
export const newSession = z.object(fields).partial().required({ topic: true })
export const sessionChange = z.object(fields).partial()
export type SessionChange = z.infer<typeof sessionChange>

const dayMs = 24 * 3600 * 1000
const daysFrom = (instant: string, days: number) =>
  new Date(Date.parse(instant) + days * dayMs).toISOString()

/** Both rounds are open from the start: the stage says when each paper is there to comment on. */
function windowsFor(rules: RuleSet, meetingAt: string, createdAt: string): Windows {
  const until = (days: number) => {
    const closesAt = daysFrom(meetingAt, days)
    // A meeting planned late still gets its rounds: until the day itself.
    return { opensAt: createdAt, closesAt: closesAt > createdAt ? closesAt : meetingAt }
  }
  return {
    outline: until(rules.outlineCommentsCloseDays),
    draft: until(rules.draftCommentsCloseDays),
  }
}

function demandOpenable({ outline, draft }: Windows): void {
  for (const { opensAt, closesAt } of [outline, draft]) {
    if (opensAt >= closesAt) throw new Refusal('bad-window')
  }
}

/** Everyone seated is of the cell, and everyone but a guest reads its papers. */
export async function demandSeatable(
  handle: Transaction,
  { id, cellId, seats }: Pick<Session, 'id' | 'cellId' | 'seats'>,
): Promise<void> {
  const people = new Map(
    (await handle.find('people', { cellId })).map((person) => [person.username, person]),
  )
  const coAuthors = seats.coAuthors === everyone ? [] : seats.coAuthors
  const working = [seats.presenter, seats.minutesTaker, seats.chair, ...coAuthors]
  for (const username of [...working, ...seats.guests]) {
    const guestOf = username === null ? undefined : people.get(username)?.guestOf
    const isKnown = username === null || people.has(username)
    // Who came by a link for another session is not known in this one.
    if (!isKnown || (guestOf ?? id) !== id) throw new Refusal('unknown-person')
  }
  for (const username of working) {
    const posts = username === null ? readingPosts : (people.get(username)?.posts ?? [])
    if (!posts.some((post) => readingPosts.includes(post))) throw new Refusal('not-a-reader')
  }
}

function demandWritable(change: SessionChange): asserts change is SessionChange & Partial<Session> {
  const level = change.classification
  if (level && (stateSecretLevels as readonly string[]).includes(level)) {
    throw new Refusal('state-secret')
  }
}

/** Throws Refusal. Numbers run on within the year; the meeting is four weeks off unless said. */
export async function addPlanned(
  services: Services,
  handle: Transaction,
  person: Person,
  wish: z.infer<typeof newSession>,
): Promise<Session> {
  demandWritable(wish)
  const createdAt = isoNow(services)
  const meetingAt = wish.meetingAt ?? daysFrom(createdAt, 28)
  const day = new Date(meetingAt)
  const cell = await handle.get('cells', person.cellId)
  if (!cell) throw new Refusal('not-found')
  const year = wish.year ?? day.getUTCFullYear()
  const others = await handle.find('sessions', { cellId: cell.id, year })
  const windows = { ...windowsFor(cell.ruleSet, meetingAt, createdAt), ...wish.windows }
  demandOpenable(windows)
  const seats: SeatPlan = { ...emptySeatPlan, ...wish.seats }
  const id = services.newId()
  await demandSeatable(handle, { id, cellId: cell.id, seats })
  const planned: Session = {
    id,
    cellId: cell.id,
    stage: 'planned',
    topic: wish.topic,
    number: wish.number ?? Math.max(0, ...others.map(({ number }) => number)) + 1,
    year,
    quarter: wish.quarter ?? Math.floor(day.getUTCMonth() / 3) + 1,
    meetingAt,
    place: wish.place ?? '',
    classification: wish.classification ?? 'internal',
    seats,
    windows,
    documents: { outline: services.newId(), draft: services.newId(), minutes: services.newId() },
    passed: null,
    versions: [],
    attendance: [],
    conclusion: [],
    projection: null,
    ...sessionDefaults,
    history: [{ act: 'plan', by: person.username, at: createdAt }],
    createdAt,
  }
  handle.put('sessions', planned)
  for (const paper of papers) {
    handle.put('documents', { id: planned.documents[paper], sessionId: planned.id, paper })
  }
  return planned
}

/** Throws Refusal. */
export async function planSession(
  services: Services,
  person: Person,
  wish: z.infer<typeof newSession>,
): Promise<SessionView> {
  if (!holdsPost('planSessions', person)) throw new Refusal('not-yours')
  const session = await services.records.transact((handle) =>
    addPlanned(services, handle, person, wish),
  )
  return viewOf(services.records, session)
}

/** Throws Refusal. Seats and windows given in part are laid over the present ones. */
export function changeSession(
  services: Services,
  person: Person,
  sessionId: string,
  change: SessionChange,
): Promise<SessionView> {
  return oneAtATime(sessionId, async () => {
    const before = await sessionFor(services.records, sessionId, person)
    demand(decide('planSessions', person, before, services.clock()))
    demandWritable(change)
    const changed = await services.records.transact(async (handle) => {
      const session: Session = {
        ...before,
        ...change,
        seats: { ...before.seats, ...change.seats },
        windows: { ...before.windows, ...change.windows },
      }
      demandOpenable(session.windows)
      await demandSeatable(handle, session)
      handle.put('sessions', session)
      return session
    })
    return announce(services, changed)
  })
}
