// What a live paper reads now and read before, its named points, and putting an older text back.
import { fromCanonicalBytes } from '../../shared/document/canonical'
import type { PaperNode } from '../../shared/document/outline'
import type { Person } from '../../shared/records/person'
import type { Point, RestoreWish } from '../../shared/records/point'
import type { Document, Session } from '../../shared/records/session'
import { Refusal } from '../../shared/refusals'
import { writeActOf } from '../../shared/rights'
import { decide, paperAccess } from '../auth/access'
import type { Moment } from '../rooms/moment'
import { rewrite } from '../rooms/rewrite'
import type { Services } from '../services'
import { demand, documentFor } from './demand'
import { keepMoment, pointsOf, readMoment, readNow } from './moments'
import { oneAtATime } from './one-at-a-time'
import { contentOf, versionFor } from './version-text'

/** Throws `not-found`, then `not-yours`: who may not read the paper now may not read what it was. */
async function readable(services: Services, person: Person, documentId: string) {
  const found = await documentFor(services.records, documentId, person)
  const { document, session } = found
  if (!paperAccess(document.paper, person, session, services.clock()).read) {
    throw new Refusal('not-yours')
  }
  return found
}

/** So many letters by one person, by username; `null` where nobody knows, or the program put it there. */
type Written = readonly (readonly (readonly [by: string | null, letters: number])[])[]

export interface MomentView {
  readonly at: string
  readonly content: PaperNode
  readonly written: Written
}

async function viewOf(services: Services, at: number, moment: Moment): Promise<MomentView> {
  const ids = new Set(moment.written.flat().map(([id]) => id))
  const names = new Map<string, string>()
  for (const id of ids) {
    const author = id === null ? null : await services.records.get('people', id)
    if (author) names.set(author.id, author.username)
  }
  const written = moment.written.map((block) =>
    block.map(([id, letters]) => [names.get(id ?? '') ?? null, letters] as const),
  )
  return { at: new Date(at).toISOString(), content: moment.text, written }
}

async function viewAt(services: Services, documentId: string, at: number): Promise<MomentView> {
  const moment = await readMoment(services, documentId, at)
  if (!moment) throw new Refusal('not-found')
  return viewOf(services, at, moment)
}

/** The text as it stands now. */
export async function textNow(
  services: Services,
  person: Person,
  documentId: string,
): Promise<MomentView> {
  await readable(services, person, documentId)
  const now = await readNow(services.hub, documentId)
  return viewOf(services, services.clock(), now)
}

/** A kept moment of a paper that one may read. */
export async function momentFor(
  services: Services,
  person: Person,
  documentId: string,
  at: number,
): Promise<MomentView> {
  await readable(services, person, documentId)
  return viewAt(services, documentId, at)
}

/** The text that the committee passed, by the digest that was recorded then. */
export async function passedText(services: Services, person: Person, documentId: string) {
  const { session } = await readable(services, person, documentId)
  const sha256 = session.passed?.sha256
  const bytes = sha256 ? await services.blobs.get(sha256) : null
  if (!session.passed || !bytes) throw new Refusal('not-found')
  return { at: session.passed.at, content: fromCanonicalBytes(bytes) }
}

export async function history(
  services: Services,
  person: Person,
  documentId: string,
): Promise<{ points: Point[]; moments: string[] }> {
  const { session } = await readable(services, person, documentId)
  // A move of the session that is over has its point.
  await oneAtATime(session.id, async () => null)
  const kept = await services.moments.list(documentId)
  return {
    points: await pointsOf(services.records, documentId),
    moments: kept.map(({ at }) => new Date(at).toISOString()),
  }
}

/** Of each kind of points that the program makes, the newest stay. */
export const mostOwn = 100

/** Keeps the text as it stands, or stood then, under a name; the moment first, the record that names it second. */
export async function keepPoint(
  services: Services,
  person: Person,
  {
    document,
    session,
  }: {
    readonly document: Pick<Document, 'id'>
    readonly session: Pick<Session, 'id'>
  },
  { kind, name }: Pick<Point, 'kind' | 'name'>,
  then?: Parameters<typeof keepMoment>[2],
): Promise<Point> {
  const { at, sha256 } = await keepMoment(services, document.id, then)
  const point: Point = {
    id: services.newId(),
    sessionId: session.id,
    documentId: document.id,
    kind,
    name,
    by: person.username,
    at: new Date(at).toISOString(),
    moment: at,
    sha256,
  }
  await services.records.transact(async (handle) => {
    const known = await handle.find('points', { documentId: document.id, kind })
    // Those that the program makes by itself are not for ever: their moments are thinned like others.
    const tooMany = kind === 'named' ? [] : known.slice(0, Math.max(0, known.length + 1 - mostOwn))
    for (const { id } of tooMany) handle.remove('points', id)
    handle.put('points', point)
  })
  return point
}

/** So many names a paper may have: a list that nobody reads helps nobody. */
const mostPoints = 500

/** Throws `not-found`, `not-yours`, `not-now`, `too-large`. */
export async function namePoint(
  services: Services,
  person: Person,
  documentId: string,
  name: string,
): Promise<Point> {
  const found = await readable(services, person, documentId)
  demand(decide('namePoint', person, found.session, services.clock()))
  const known = await pointsOf(services.records, documentId)
  if (known.length >= mostPoints) throw new Refusal('too-large')
  return keepPoint(services, person, found, { kind: 'named', name })
}

async function wished(
  services: Services,
  person: Person,
  { document, session }: { readonly document: Document; readonly session: Session },
  wish: RestoreWish,
): Promise<{ text: PaperNode; name: string }> {
  if ('moment' in wish) {
    const { content, at } = await viewAt(services, document.id, wish.moment)
    return { text: content, name: at }
  }
  const version = await versionFor(services, wish.version, person)
  if (version.sessionId !== session.id) throw new Refusal('not-found')
  return { text: await contentOf(services, version), name: String(version.number) }
}

/**
 * Puts an older text back by forward edits; a point is kept before, so that nothing is lost. No
 * move of the session comes in between. Throws as a writer's edit would be refused.
 */
export async function restore(
  services: Services,
  person: Person,
  documentId: string,
  wish: RestoreWish,
): Promise<Point> {
  const { session } = await readable(services, person, documentId)
  return oneAtATime(session.id, async () => {
    const found = await readable(services, person, documentId)
    demand(decide(writeActOf[found.document.paper], person, found.session, services.clock()))
    const { text, name } = await wished(services, person, found, wish)
    const point = await keepPoint(services, person, found, { kind: 'restore', name })
    await services.hub.use(documentId, (room) => rewrite(room, text))
    return point
  })
}
