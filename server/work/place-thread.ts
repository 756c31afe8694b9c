// A comment whose words are gone is placed anew by hand: by its author, or by who answers it.

import type { z } from 'zod'
import { paperOf } from '../../shared/facts/thread'
import type { Person } from '../../shared/records/person'
import type { Session } from '../../shared/records/session'
import { type newPlace, revised, type Thread, type ThreadView } from '../../shared/records/thread'
import { Refusal } from '../../shared/refusals'
import { can, editActOf } from '../../shared/rights'
import { circumstanceOf, decide, standingOf } from '../auth/access'
import { mark, passageOf, place } from '../rooms/marks'
import type { Services } from '../services'
import { announceThreads, demandStanding, threadFor } from './comment'
import { demand } from './demand'
import { oneAtATime } from './one-at-a-time'

function demandPlaceable(services: Services, person: Person, thread: Thread, session: Session) {
  const now = services.clock()
  const answers = decide('answer', person, session, now)
  if (answers !== true) {
    const standing = { ...standingOf(person, session), isAuthor: thread.author === person.username }
    const edits = can(editActOf[thread.ground], standing, circumstanceOf(session, now))
    // Whoever answers at another stage is told so.
    demand(edits === 'not-yours' ? answers : edits)
    if (thread.state === 'answered') throw new Refusal('already-answered')
  }
  demandStanding(thread)
}

async function keepPlace(
  services: Services,
  person: Person,
  id: string,
  { from, to, quote }: z.infer<typeof newPlace>,
): Promise<ThreadView> {
  const { thread, session } = await threadFor(services.records, id, person)
  demandPlaceable(services, person, thread, session)
  const paper = paperOf(thread)
  if (paper === null || thread.quote === '') throw new Refusal('words-stand')
  return services.hub.use(paper, async (room) => {
    if (passageOf(room, id) !== null) throw new Refusal('words-stand')
    const found = place(room, { from, to, quote })
    if (!found) throw new Refusal('quote-mismatch')
    const placed = { from, to, quote: found.quote, before: found.before, after: found.after }
    const next = await services.records.transact(async (handle) => {
      const current = await threadFor(handle, id, person)
      demandPlaceable(services, person, current.thread, current.session)
      const changed = revised({ ...current.thread, placed })
      handle.put('threads', changed)
      return changed
    })
    await mark(room, next)
    const [view] = await announceThreads(services, [next])
    return view as ThreadView
  })
}

/**
 * The comment keeps its first quote; from now on it is found by these words. [R14] Throws Refusal:
 * `words-stand` while its words are in the text, `quote-mismatch` when others stand at the place.
 */
export const placeAnew = (
  services: Services,
  person: Person,
  id: string,
  wish: z.infer<typeof newPlace>,
): Promise<ThreadView> => oneAtATime(id, () => keepPlace(services, person, id, wish))
