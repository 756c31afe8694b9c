// The cell's own score of its session, criterion by criterion.
import type { z } from 'zod'
import type { SessionView } from '../../shared/events'
import type { Person } from '../../shared/records/person'
import type { selfScoreWish } from '../../shared/records/self-score'
import { Refusal } from '../../shared/refusals'
import { decide } from '../auth/access'
import { isoNow, type Services } from '../services'
import { demand } from './demand'
import { keep } from './keep-session'

/** Throws Refusal. Replaces the whole; what stands in the minutes already is theirs to change there. */
export function scoreSession(
  services: Services,
  person: Person,
  sessionId: string,
  { scores, note }: z.infer<typeof selfScoreWish>,
): Promise<SessionView> {
  return keep(services, person, sessionId, (session) => {
    demand(decide('conclude', person, session, services.clock()))
    if (scores.some(({ points, most }) => points > most)) throw new Refusal('unreadable-request')
    return { selfScore: { scores, note, by: person.username, at: isoNow(services) } }
  })
}
