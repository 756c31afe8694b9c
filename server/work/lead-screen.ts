// Leads the big screens and every phone that follows: the place, the look, what is shown, the pointer.
import { z } from 'zod'
import type { SessionView } from '../../shared/events'
import { seqOf } from '../../shared/facts/screen'
import type { Person } from '../../shared/records/person'
import { pointer, type Showing, screen } from '../../shared/records/screen'
import { projection, type Session } from '../../shared/records/session'
import { Refusal } from '../../shared/refusals'
import { decide, standingOf } from '../auth/access'
import { announce, type Services, viewOf } from '../services'
import { demand, sessionFor } from './demand'
import { type Changing, keepAndTell } from './keep-session'

export const projectionWish = projection
  .omit({ seq: true })
  .partial({ handedTo: true })
  /** The step that this one was made on: refused as `overtaken` when another came in between. */
  .extend({ after: z.int().min(0).optional() })
export const screenWish = screen.partial()
export const pointerWish = z.object({ pointer: pointer.nullable() })

const demandVersion = ({ versions }: Session, version: string) => {
  if (!versions.some(({ id }) => id === version)) throw new Refusal('not-found')
}

/** Tells the change alone, not the whole session. */
const keepPart = (
  services: Services,
  person: Person,
  sessionId: string,
  change: Changing,
): Promise<SessionView> =>
  keepAndTell(services, person, sessionId, change, (session, before) => {
    const { live } = services.hub
    if (session.projection !== before.projection) {
      live.tell(sessionId, { type: 'projection', projection: session.projection })
    }
    if (session.screen !== before.screen) {
      live.tell(sessionId, { type: 'screen', screen: session.screen })
    }
    // Who is handed the projector gains rights, and who was loses them.
    const isHandedOver = session.projection?.handedTo !== before.projection?.handedTo
    return isHandedOver ? announce(services, session) : viewOf(services.records, session)
  })

/** Throws Refusal. Only the chair hands the projector over. */
export function project(
  services: Services,
  person: Person,
  sessionId: string,
  { after, handedTo: given, ...place }: z.infer<typeof projectionWish>,
): Promise<SessionView> {
  return keepPart(services, person, sessionId, (session) => {
    demand(decide('project', person, session, services.clock()))
    demandVersion(session, place.version)
    const { presenter, minutesTaker } = session.seats
    if (given && ![presenter, minutesTaker].includes(given)) throw new Refusal('unknown-person')
    const before = session.projection
    const isChair = standingOf(person, session).seats.includes('chair')
    const isHandingOver = isChair && given !== undefined
    const isOvertaken = after !== undefined && after < seqOf(before)
    // Taking the projector back does not wait until its holder rests.
    if (isOvertaken && !isHandingOver) throw new Refusal('overtaken')
    // The time as well, so that it goes on growing where a reopened draft began anew.
    const seq = Math.max(seqOf(before) + 1, services.clock())
    const handedTo = isHandingOver ? given : (before?.handedTo ?? null)
    const stays = isOvertaken && before !== null
    return { projection: { ...(stays ? before : place), handedTo, seq } }
  })
}

/** Throws Refusal. What is put on the screen is what everyone in the room may read. */
async function demandShown(services: Services, session: Session, { kind, id }: Showing) {
  const { records } = services
  const isOfSession = async () => {
    if (kind === 'programme') return true
    if (kind === 'vote') return (await records.get('votes', id))?.sessionId === session.id
    if (kind === 'minutes') {
      if (id === session.documents.minutes) return true
      return (await records.get('versions', id))?.sessionId === session.id
    }
    const thread = await records.get('threads', id)
    const isRead = thread?.ground === 'version' && thread.state !== 'withdrawn'
    return isRead && thread.sessionId === session.id
  }
  if (!(await isOfSession())) throw new Refusal('not-found')
}

/** Throws Refusal. What is not named stays as it is. */
export function setScreen(
  services: Services,
  person: Person,
  sessionId: string,
  wish: z.infer<typeof screenWish>,
): Promise<SessionView> {
  return keepPart(services, person, sessionId, async (session) => {
    demand(decide('project', person, session, services.clock()))
    if (wish.highlight) demandVersion(session, wish.highlight.version)
    if (wish.showing) await demandShown(services, session, wish.showing)
    const given = Object.entries(wish).filter(([, value]) => value !== undefined)
    return { screen: { ...session.screen, ...Object.fromEntries(given) } }
  })
}

/** Throws Refusal. Told to who listens now, and kept nowhere. */
export async function pointAt(
  services: Services,
  person: Person,
  sessionId: string,
  wish: z.infer<typeof pointerWish>,
): Promise<void> {
  const session = await sessionFor(services.records, sessionId, person)
  demand(decide('project', person, session, services.clock()))
  if (wish.pointer) demandVersion(session, wish.pointer.version)
  services.hub.live.tell(sessionId, { type: 'pointer', pointer: wish.pointer })
}
