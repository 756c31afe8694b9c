// Before people leave: the next session's topic and presenter, as a planned session of the year's plan.
import { z } from 'zod'
import type { SessionView } from '../../shared/events'
import { nextSession } from '../../shared/records/after-meeting'
import type { Person } from '../../shared/records/person'
import type { Session } from '../../shared/records/session'
import { Refusal } from '../../shared/refusals'
import { decide } from '../auth/access'
import { announce, isoNow, type Services } from '../services'
import type { Reader } from '../stores/contract'
import { demand } from './demand'
import { keep } from './keep-session'
import { oneAtATime } from './one-at-a-time'
import { addPlanned, demandSeatable } from './plan-session'

export const nextWish = nextSession.pick({ topic: true, presenter: true }).extend({
  /** A planned session that it becomes; `null` for a new one, nothing for the next that waits for one. */
  into: z.string().nullable().optional(),
})
type Wish = z.infer<typeof nextWish>

/** Three months on, unless the plan knows better. */
const quarterMs = 91 * 24 * 3600 * 1000

/** The session it becomes, if there is one: the one named before, or the next that nobody prepares. */
async function waiting(records: Reader, session: Session, into: Wish['into']) {
  const all = await records.find('sessions', { cellId: session.cellId, stage: 'planned' })
  const planned = all.filter(({ id }) => id !== session.id)
  if (into === null) return null
  if (into !== undefined) {
    const chosen = planned.find(({ id }) => id === into)
    if (!chosen) throw new Refusal('not-found')
    return chosen
  }
  const before = planned.find(({ id }) => id === session.next?.sessionId)
  const [next] = planned
    .filter(({ meetingAt, seats }) => meetingAt > session.meetingAt && seats.presenter === null)
    .sort((a, b) => (a.meetingAt < b.meetingAt ? -1 : 1))
  return before ?? next ?? null
}

/** Throws Refusal. Named again it is the same planned session, as long as that is only planned. */
export function nameNext(
  services: Services,
  person: Person,
  sessionId: string,
  { topic, presenter, into }: Wish,
): Promise<SessionView> {
  return keep(services, person, sessionId, async (session) => {
    demand(decide('nameNext', person, session, services.clock()))
    const { records } = services
    const found = await waiting(records, session, into)
    const planned = found
      ? await oneAtATime(found.id, () => filled(services, person, found.id, { topic, presenter }))
      : await records.transact((handle) =>
          addPlanned(services, handle, person, {
            topic,
            meetingAt: new Date(Date.parse(session.meetingAt) + quarterMs).toISOString(),
            place: session.place,
            seats: { presenter },
          }),
        )
    return { next: { topic, presenter, sessionId: planned.id } }
  })
}

async function filled(
  services: Services,
  person: Person,
  id: string,
  { topic, presenter }: Pick<Wish, 'topic' | 'presenter'>,
): Promise<Session> {
  const changed = await services.records.transact(async (handle) => {
    const planned = await handle.get('sessions', id)
    if (planned?.stage !== 'planned') throw new Refusal('not-now')
    const seats = { ...planned.seats, presenter }
    await demandSeatable(handle, { ...planned, seats })
    const named = { act: 'nameNext', by: person.username, at: isoNow(services) }
    const session: Session = { ...planned, topic, seats, history: [...planned.history, named] }
    handle.put('sessions', session)
    return session
  })
  await announce(services, changed)
  return changed
}
