// The presenter's answers: to one comment, to many that say the same, and with the wording put into the text.

import type { z } from 'zod'
import { paperOf } from '../../shared/facts/thread'
import type { Person } from '../../shared/records/person'
import type { Session } from '../../shared/records/session'
import {
  type newAnswer,
  type sharedAnswer,
  standOf,
  type Thread,
  type ThreadView,
} from '../../shared/records/thread'
import { Refusal } from '../../shared/refusals'
import { canReadLive, writeActOf } from '../../shared/rights'
import { circumstanceOf, decide, standingOf } from '../auth/access'
import { passageOf } from '../rooms/marks'
import { reword } from '../rooms/reword'
import { isoNow, type Services } from '../services'
import { changeAll, demandStanding, threadFor } from './comment'
import { demand, documentFor } from './demand'
import { oneAtATime } from './one-at-a-time'

type Given = Pick<z.infer<typeof newAnswer>, 'verdict' | 'reason' | 'wording'>

function demandAnswerable(services: Services, person: Person, thread: Thread, session: Session) {
  demand(decide('answer', person, session, services.clock()))
  demandStanding(thread)
}

function demandReason({ verdict, reason }: Given) {
  if (verdict !== 'accepted' && reason === '') throw new Refusal('reason-required')
}

/** Answering again keeps the earlier answers. */
function answered(
  services: Services,
  person: Person,
  thread: Thread,
  wish: Given,
  more: Pick<Thread['answers'][number], 'applied' | 'together'>,
): Thread {
  demandReason(wish)
  const { verdict, reason, wording } = wish
  const given = {
    author: person.username,
    verdict,
    reason,
    ...(wording !== undefined && (wording !== '' || more.applied) && { wording }),
    ...more,
    at: isoNow(services),
  }
  return { ...thread, state: 'answered', answers: [...thread.answers, given] }
}

/** The right to write the paper is asked for too: the server writes in the presenter's name. [R13] */
async function apply(
  services: Services,
  person: Person,
  id: string,
  wish: z.infer<typeof newAnswer>,
): Promise<void> {
  const { wording = '', replaces } = wish
  const { thread, session } = await threadFor(services.records, id, person)
  demandAnswerable(services, person, thread, session)
  demandReason(wish)
  const paper = paperOf(thread)
  if (paper === null || thread.quote === '') throw new Refusal('words-gone')
  const { document } = await documentFor(services.records, paper, person)
  demand(decide(writeActOf[document.paper], person, session, services.clock()))
  const stand = standOf(thread)
  const expected = replaces ?? stand.quote
  await services.hub.use(paper, (room) => reword(room, { thread: id, expected, wording, stand }))
}

/**
 * Text first, record second: after a crash in between the comment is still open, and accepting it
 * again finds the words as wished. No move of the session comes between the two. Throws Refusal.
 */
export async function answer(
  services: Services,
  person: Person,
  id: string,
  wish: z.infer<typeof newAnswer>,
): Promise<ThreadView> {
  const { session } = await threadFor(services.records, id, person)
  return oneAtATime(session.id, async () => {
    if (wish.apply) await apply(services, person, id, wish)
    const [view] = await changeAll(services, person, [id], (thread, session) => {
      demandAnswerable(services, person, thread, session)
      return answered(services, person, thread, wish, wish.apply ? { applied: true } : {})
    })
    return view as ThreadView
  })
}

/** One answer for comments that say the same: all get it, or none. Throws Refusal. */
export function answerTogether(
  services: Services,
  person: Person,
  sessionId: string,
  { threads, ...given }: z.infer<typeof sharedAnswer>,
): Promise<ThreadView[]> {
  const together = [...new Set(threads)]
  return changeAll(services, person, together, (thread, session) => {
    if (session.id !== sessionId) throw new Refusal('not-found')
    demandAnswerable(services, person, thread, session)
    return answered(services, person, thread, given, { together })
  })
}

/** A comment's words as they stand in its live paper now; `null` when they are gone. Throws Refusal. */
export async function passage(
  services: Services,
  person: Person,
  id: string,
): Promise<{ words: string | null }> {
  const { thread, session } = await threadFor(services.records, id, person)
  const mayRead = canReadLive(
    standingOf(person, session),
    circumstanceOf(session, services.clock()),
  )
  if (!mayRead) throw new Refusal('not-yours')
  const paper = paperOf(thread)
  if (paper === null || thread.quote === '') return { words: null }
  return { words: await services.hub.use(paper, (room) => passageOf(room, id)) }
}
