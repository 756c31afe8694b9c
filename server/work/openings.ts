// Who has opened the papers of a session: noted once a person, shown to those who prepare the meeting.
import { byGivenName } from '../../shared/name-order'
import { calledTo } from '../../shared/quorum'
import { openingId, type PaperOpenings } from '../../shared/records/opening'
import type { Person } from '../../shared/records/person'
import type { Session } from '../../shared/records/session'
import { type Stage, stagesFrom } from '../../shared/stages'
import { decide } from '../auth/access'
import { isoNow, type Services } from '../services'
import { demand, readableSession } from './demand'

/** The first time is written down; every later one costs a look and no write. */
export async function noteOpening(
  services: Services,
  person: Person,
  sessionId: string,
  documentId: string,
): Promise<void> {
  const { records } = services
  const id = openingId(person.id, documentId)
  if (await records.get('openings', id)) return
  const opening = { id, sessionId, documentId, personId: person.id, at: isoNow(services) }
  await records.transact((handle) => handle.put('openings', opening))
}

const has = (session: Session, stage: Stage) => stagesFrom(stage).includes(session.stage)

/** The papers that have come, in the order in which they did. */
function papersOf(session: Session): Pick<PaperOpenings, 'id' | 'paper' | 'number'>[] {
  const { outline, draft } = session.documents
  return [
    ...(has(session, 'outline') ? [{ id: outline, paper: 'outline', number: null } as const] : []),
    ...(has(session, 'draft') ? [{ id: draft, paper: 'draft', number: null } as const] : []),
    ...session.versions.map(({ id, number }) => ({ id, paper: 'version', number }) as const),
  ]
}

/** Throws Refusal. A guest is called to frozen versions only. */
export async function listOpenings(
  services: Services,
  person: Person,
  sessionId: string,
): Promise<PaperOpenings[]> {
  const { records, clock } = services
  const session = await readableSession(services, sessionId, person)
  demand(decide('seeOpenings', person, session, clock()))
  const people = await records.find('people', { cellId: session.cellId })
  const openings = await records.find('openings', { sessionId })
  const known = new Set(openings.map(({ id }) => id))
  return papersOf(session).map((paper) => {
    const guests = paper.paper === 'version' ? session.seats.guests : []
    const called = calledTo(people, { guests }).sort(byGivenName)
    const notYet = called.filter(({ id }) => !known.has(openingId(id, paper.id)))
    return {
      ...paper,
      opened: called.length - notYet.length,
      called: called.length,
      notYet: notYet.map(({ username }) => username),
    }
  })
}
