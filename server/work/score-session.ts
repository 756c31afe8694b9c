// The cell's own score of its session, criterion by criterion.
import type { z } from 'zod'
import type { SessionView } from '../../shared/events'
import { type GivenScore, notePart, partOf, partsOf } from '../../shared/facts/self-score'
import { weaveItems } from '../../shared/facts/weave-items'
import type { Person } from '../../shared/records/person'
import type { selfScoreWish } from '../../shared/records/self-score'
import { Refusal } from '../../shared/refusals'
import { decide } from '../auth/access'
import { isoNow, type Services } from '../services'
import { demand } from './demand'
import { keep } from './keep-session'

/** What either wrote since `seen`. Throws `changed-meanwhile`. */
function both(seen: GivenScore | null, wish: GivenScore, kept: GivenScore): GivenScore {
  const { items, contested } = weaveItems(partsOf(seen), partsOf(wish), partsOf(kept))
  const words = new Map(items.map((part) => [part.id, part.words]))
  const scores = kept.scores.map((one, i) => {
    const points = words.get(partOf(one, i))
    // By other criteria than those that stand by now.
    if (points === undefined) throw new Refusal('changed-meanwhile')
    return { ...one, points: Number(points) }
  })
  const isMore = items.length > scores.length + 1
  if (contested.length > 0 || isMore) throw new Refusal('changed-meanwhile')
  return { scores, note: words.get(notePart) ?? '' }
}

/**
 * Throws Refusal; `changed-meanwhile` where another changed the same points or the note. What
 * stands in the minutes already is theirs to change there.
 */
export function scoreSession(
  services: Services,
  person: Person,
  sessionId: string,
  { scores, note, seen }: z.infer<typeof selfScoreWish>,
): Promise<SessionView> {
  return keep(services, person, sessionId, (session) => {
    demand(decide('conclude', person, session, services.clock()))
    if (scores.some(({ points, most }) => points > most)) throw new Refusal('unreadable-request')
    const wish = { scores, note }
    const kept = seen === undefined ? null : session.selfScore
    const score = kept ? both(seen ?? null, wish, kept) : wish
    return { selfScore: { ...score, by: person.username, at: isoNow(services) } }
  })
}
