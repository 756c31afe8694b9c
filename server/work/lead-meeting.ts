// Leads the meeting: its programme, the item under way, who asks to speak, who is called.
import { z } from 'zod'
import type { SessionView } from '../../shared/events'
import { waitingOf } from '../../shared/facts/meeting'
import {
  type ItemPaper,
  type Meeting,
  type ProgrammeItem,
  programme as programmeList,
  type Speaker,
  speaker,
} from '../../shared/records/meeting'
import type { Person } from '../../shared/records/person'
import type { Session } from '../../shared/records/session'
import { Refusal } from '../../shared/refusals'
import { decide } from '../auth/access'
import { isoNow, type Services } from '../services'
import { demand } from './demand'
import { demandKnown, keep } from './keep-session'
import { woven } from './woven'

export const programmeWish = z.object({
  programme: programmeList,
  /** The items that these were made of; without them the list replaces what stands. */
  seen: programmeList.optional(),
  isCombined: z.boolean().optional(),
})
export const runningWish = z.object({ item: z.string().max(40).nullable() })
export const speakingWish = speaker.pick({ paragraph: true }).partial()
export const callWish = z.object({ state: z.enum(['called', 'ended']) })

const keepMeeting = (
  services: Services,
  person: Person,
  sessionId: string,
  change: (session: Session) => Promise<Meeting> | Meeting,
): Promise<SessionView> =>
  keep(services, person, sessionId, async (session) => ({ meeting: await change(session) }))

/** Throws `not-found`: an item names papers of its own session. */
function demandOwnPapers(session: Session, programme: readonly ProgrammeItem[]): void {
  const { documents, versions } = session
  const isOwn = ({ kind, id }: ItemPaper) =>
    kind === 'version' ? versions.some((version) => version.id === id) : documents[kind] === id
  if (!programme.every(({ papers = [] }) => papers.every(isOwn))) throw new Refusal('not-found')
}

/**
 * Throws Refusal; `changed-meanwhile` where another changed the same thing. An item under way that
 * is gone is under way no more.
 */
export function planProgramme(
  services: Services,
  person: Person,
  sessionId: string,
  { programme: wish, seen, isCombined }: z.infer<typeof programmeWish>,
): Promise<SessionView> {
  return keep(services, person, sessionId, async (session) => {
    demand(decide('planSessions', person, session, services.clock()))
    const { running } = session.meeting
    if (new Set(wish.map(({ id }) => id)).size !== wish.length) {
      throw new Refusal('unreadable-request')
    }
    const programme = woven(programmeList, { seen, wish, kept: session.meeting.programme })
    const named = programme.flatMap(({ person: one }) => one ?? [])
    await demandKnown(services, session.cellId, named)
    demandOwnPapers(session, programme)
    const stays = programme.some(({ id }) => id === running?.item)
    return {
      isCombined: isCombined ?? session.isCombined,
      meeting: { ...session.meeting, programme, running: stays ? running : null },
    }
  })
}

/** Throws Refusal. `null`: nothing is under way. */
export function runItem(
  services: Services,
  person: Person,
  sessionId: string,
  { item }: z.infer<typeof runningWish>,
): Promise<SessionView> {
  return keepMeeting(services, person, sessionId, ({ meeting, ...session }) => {
    demand(decide('lead', person, { ...session, meeting }, services.clock()))
    if (item !== null && !meeting.programme.some(({ id }) => id === item)) {
      throw new Refusal('not-found')
    }
    return { ...meeting, running: item === null ? null : { item, since: isoNow(services) } }
  })
}

/** Throws Refusal. Who waits already keeps the place, and may name another paragraph. */
export function askToSpeak(
  services: Services,
  person: Person,
  sessionId: string,
  { paragraph = null }: z.infer<typeof speakingWish>,
): Promise<SessionView> {
  return keepMeeting(services, person, sessionId, (session) => {
    demand(decide('askToSpeak', person, session, services.clock()))
    const { meeting } = session
    const own = waitingOf(meeting).find(({ username }) => username === person.username)
    const wish: Speaker = {
      id: services.newId(),
      username: person.username,
      askedAt: isoNow(services),
      calledAt: null,
      endedAt: null,
      ...own,
      paragraph,
    }
    const speakers = own
      ? meeting.speakers.map((one) => (one.id === own.id ? wish : one))
      : [...meeting.speakers, wish]
    return { ...meeting, speakers }
  })
}

/** Throws Refusal. One's own wish, or as the leader anybody's; who was called stays on record. */
export function stopWaiting(
  services: Services,
  person: Person,
  sessionId: string,
  speakerId: string,
): Promise<SessionView> {
  return keepMeeting(services, person, sessionId, (session) => {
    const now = services.clock()
    const { meeting } = session
    const wish = meeting.speakers.find(({ id }) => id === speakerId)
    if (!wish) throw new Refusal('not-found')
    const act = wish.username === person.username ? 'askToSpeak' : 'lead'
    demand(decide(act, person, session, now))
    if (wish.calledAt !== null) throw new Refusal('not-now')
    return { ...meeting, speakers: meeting.speakers.filter(({ id }) => id !== speakerId) }
  })
}

/** Throws Refusal. Calling one ends the one before: one person speaks at a time. */
export function callSpeaker(
  services: Services,
  person: Person,
  sessionId: string,
  speakerId: string,
  { state }: z.infer<typeof callWish>,
): Promise<SessionView> {
  return keepMeeting(services, person, sessionId, (session) => {
    demand(decide('lead', person, session, services.clock()))
    const { meeting } = session
    const wish = meeting.speakers.find(({ id }) => id === speakerId)
    if (!wish) throw new Refusal('not-found')
    const isSpeaking = wish.calledAt !== null && wish.endedAt === null
    if (state === 'called' ? wish.calledAt !== null : !isSpeaking) throw new Refusal('not-now')
    const at = isoNow(services)
    const speakers = meeting.speakers.map((one) => {
      if (one.id === speakerId && state === 'called') return { ...one, calledAt: at }
      const ends = one.calledAt !== null && one.endedAt === null
      return ends ? { ...one, endedAt: at } : one
    })
    return { ...meeting, speakers }
  })
}
