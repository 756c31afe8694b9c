// A live paper or a frozen version by its id, for whoever may read it.
import type { Person } from '../../shared/records/person'
import type { Session } from '../../shared/records/session'
import { Refusal } from '../../shared/refusals'
import type { AnyPaper } from '../../shared/rights'
import { seesPaper } from '../auth/access'
import type { Services } from '../services'
import { sessionFor } from './demand'
import { isOfMinutes } from './version-text'

export interface ReadablePaper {
  readonly paper: AnyPaper | 'version'
  readonly session: Session
}

/** Throws `not-found`, then `not-yours`. */
export async function readablePaper(
  { records, clock }: Services,
  id: string,
  person: Person,
): Promise<ReadablePaper> {
  const document = await records.get('documents', id)
  const version = document ? null : await records.get('versions', id)
  const place = document ?? version
  if (!place) throw new Refusal('not-found')
  const session = await sessionFor(records, place.sessionId, person)
  const frozen = version && isOfMinutes(version, session) ? 'minutes' : 'version'
  const paper = document?.paper ?? frozen
  if (!seesPaper(paper, person, session, clock())) throw new Refusal('not-yours')
  return { paper, session }
}
