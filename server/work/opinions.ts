// What was said in the meeting and stands in the minutes: for the conclusion, and for the presenter to answer.
import type { z } from 'zod'
import type { Opinion } from '../../shared/records/opinion'
import type { Person } from '../../shared/records/person'
import type { newAnswer } from '../../shared/records/thread'
import { Refusal } from '../../shared/refusals'
import { decide, seesVersionsOnly } from '../auth/access'
import { announce, isoNow, type Services } from '../services'
import { demand, readableSession, sessionFor } from './demand'
import { oneAtATime } from './one-at-a-time'

/** Throws Refusal: whoever reads the minutes reads what is in them. */
export async function listOpinions(
  services: Services,
  person: Person,
  sessionId: string,
): Promise<Opinion[]> {
  const session = await readableSession(services, sessionId, person)
  if (seesVersionsOnly(person, session, services.clock())) throw new Refusal('not-yours')
  return services.records.find('opinions', { sessionId })
}

/** Throws Refusal. Answered as comments are: a reason unless accepted, earlier answers kept. */
export async function answerOpinion(
  services: Services,
  person: Person,
  opinionId: string,
  { verdict, reason, wording }: z.infer<typeof newAnswer>,
): Promise<Opinion> {
  const found = await services.records.get('opinions', opinionId)
  if (!found) throw new Refusal('not-found')
  return oneAtATime(found.sessionId, async () => {
    const opinion = (await services.records.get('opinions', opinionId)) ?? found
    const session = await sessionFor(services.records, opinion.sessionId, person)
    demand(decide('answer', person, session, services.clock()))
    if (verdict !== 'accepted' && reason === '') throw new Refusal('reason-required')
    const given = {
      author: person.username,
      verdict,
      reason,
      ...(wording !== undefined && { wording }),
      at: isoNow(services),
    }
    const answered: Opinion = { ...opinion, answers: [...opinion.answers, given] }
    await services.records.transact((handle) => handle.put('opinions', answered))
    await announce(services, session)
    return answered
  })
}
