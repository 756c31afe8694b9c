// Turns decisions about rights into refusals, and finds what an act is about.
import type { Person } from '../../shared/records/person'
import type { Document, Session } from '../../shared/records/session'
import { Refusal } from '../../shared/refusals'
import type { Decision } from '../../shared/rights'
import { seesSession } from '../auth/access'
import type { Services } from '../services'
import type { Reader } from '../stores/contract'

/** Throws the refusal a decision names. */
export function demand(decision: Decision): void {
  if (decision !== true) throw new Refusal(decision)
}

/** Throws `not-found`; another cell's session is not found either. */
export async function sessionFor(records: Reader, id: string, person: Person): Promise<Session> {
  const session = await records.get('sessions', id)
  if (!session || session.cellId !== person.cellId) throw new Refusal('not-found')
  return session
}

/** The session for whoever may see it. Throws `not-found`, then `not-yours`. */
export async function readableSession(
  { records, clock }: Services,
  id: string,
  person: Person,
): Promise<Session> {
  const session = await sessionFor(records, id, person)
  if (!seesSession(person, session, clock())) throw new Refusal('not-yours')
  return session
}

export async function documentFor(
  records: Reader,
  id: string,
  person: Person,
): Promise<{ document: Document; session: Session }> {
  const document = await records.get('documents', id)
  if (!document) throw new Refusal('not-found')
  return { document, session: await sessionFor(records, document.sessionId, person) }
}
