// The people of a cell: set-up, invitations, posts, locking, signing in and out.
import { z } from 'zod'
import { cell as cellRecord, defaultRuleSet } from '../../shared/records/cell'
import {
  type Invitation,
  type Person,
  type PublicPerson,
  personName,
  person as personRecord,
  username,
} from '../../shared/records/person'
import { Refusal } from '../../shared/refusals'
import { canKeepAccount } from '../../shared/rights'
import { holdsPost, seesSession, seesVersionsOnly } from '../auth/access'
import { addLogin, endLogins, idOf, newSecret } from '../auth/logins'
import { demandStrong, hashPassword, passwordMatches } from '../auth/passwords'
import { isoNow, type Services } from '../services'
import type { Reader, Transaction } from '../stores/contract'

export const newPerson = personRecord.pick({ name: true, username: true, posts: true })
export const personChange = personRecord.pick({ name: true, posts: true, disabled: true }).partial()
const secret = z.string().max(200)
export const setUpForm = z.object({
  cell: cellRecord.pick({ name: true, parentName: true, place: true }),
  person: z.object({ name: personName, username, password: secret }),
})
export const passwordForm = z.object({ password: secret })
export const loginForm = z.object({ username: z.string().max(200), password: secret })

const invitationLifeMs = 14 * 24 * 3600 * 1000

export function publicPerson(person: Person): PublicPerson {
  const { id, username, name, posts, disabled, passwordHash, guestOf } = person
  const shown = { id, username, name, posts, disabled, active: passwordHash !== null }
  return guestOf === undefined ? shown : { ...shown, isLinkGuest: true }
}

export async function publicCell(records: Reader, cellId: string) {
  const cell = await records.get('cells', cellId)
  if (!cell) throw new Refusal('not-found')
  const { id, name, parentName, place, ruleSet, paperStyle = 'hd05' as const } = cell
  return { id, name, parentName, place, ruleSet, paperStyle }
}

/** A person signed in: who, and the value of their new cookie. */
export interface SignedIn {
  readonly person: Person
  readonly cookie: string
}

/** The one-time set-up link's token while there is no cell; earlier ones stop working. */
export async function setUpToken(services: Services): Promise<string | null> {
  return services.records.transact(async (handle) => {
    if ((await handle.find('cells')).length > 0) return null
    for (const { id } of await handle.find('invitations', { kind: 'setUp' })) {
      handle.remove('invitations', id)
    }
    return invite(services, handle, 'setUp', null)
  })
}

function invite(
  { clock }: Services,
  handle: Transaction,
  kind: Invitation['kind'],
  personId: string | null,
): string {
  const { secret: token, id } = newSecret()
  const expiresAt = new Date(clock() + invitationLifeMs).toISOString()
  handle.put('invitations', { id, kind, personId, expiresAt })
  return token
}

/** Throws `link-used` for one that is unknown, used or expired. */
export async function invitationFor(
  { clock }: Services,
  records: Reader,
  token: string,
  kind: Invitation['kind'],
): Promise<Invitation> {
  const invitation = await records.get('invitations', idOf(token))
  const isGood = invitation?.kind === kind && Date.parse(invitation.expiresAt) > clock()
  if (!isGood) throw new Refusal('link-used')
  return invitation
}

/** Names the cell and makes its first secretary; the link is used up in the same write. */
export async function setUp(
  services: Services,
  token: string,
  { cell, person }: z.infer<typeof setUpForm>,
): Promise<SignedIn> {
  demandStrong(person.password)
  const passwordHash = await hashPassword(person.password)
  return services.records.transact(async (handle) => {
    const invitation = await invitationFor(services, handle, token, 'setUp')
    if ((await handle.find('cells')).length > 0) throw new Refusal('already-set-up')
    const createdAt = isoNow(services)
    const cellId = services.newId()
    handle.put('cells', { id: cellId, ...cell, ruleSet: defaultRuleSet, createdAt })
    const secretary: Person = {
      id: services.newId(),
      cellId,
      username: person.username,
      name: person.name,
      posts: ['secretary'],
      passwordHash,
      disabled: false,
      createdAt,
    }
    handle.put('people', secretary)
    handle.remove('invitations', invitation.id)
    return { person: secretary, cookie: addLogin(handle, secretary.id, services.clock()) }
  })
}

/** Sets the password of the invited person; logins made before end. */
export async function join(services: Services, token: string, password: string): Promise<SignedIn> {
  demandStrong(password)
  const passwordHash = await hashPassword(password)
  const joined = await services.records.transact(async (handle) => {
    const invitation = await invitationFor(services, handle, token, 'join')
    const person = await handle.get('people', invitation.personId ?? '')
    if (!person || person.disabled) throw new Refusal('link-used')
    const active: Person = { ...person, passwordHash }
    handle.put('people', active)
    handle.remove('invitations', invitation.id)
    await endLogins(handle, person.id)
    return { person: active, cookie: addLogin(handle, person.id, services.clock()) }
  })
  await services.hub.recheckPerson(joined.person.id)
  return joined
}

/** Throws `too-many-tries`, then `bad-credentials`, whichever half was wrong. */
export async function signIn(
  services: Services,
  given: z.infer<typeof loginForm>,
  address: string,
): Promise<SignedIn> {
  const { throttle, records } = services
  const name = given.username.trim().toLowerCase()
  await throttle.demandPatience(name, address)
  const person = (await records.find('people', { username: name })).at(0) ?? null
  const isRight = await passwordMatches(person?.passwordHash ?? null, given.password)
  if (!person || !isRight || person.disabled) {
    await throttle.failed(name, address)
    throw new Refusal('bad-credentials')
  }
  await throttle.succeeded(name)
  const cookie = await records.transact((handle) => addLogin(handle, person.id, services.clock()))
  return { person, cookie }
}

export async function signOut(services: Services, loginId: string, person: Person): Promise<void> {
  await services.records.transact((handle) => handle.remove('logins', loginId))
  await services.hub.recheckPerson(person.id)
}

/** A guest sees only who has to do with the sessions the guest may see. */
export async function listPeople(services: Services, viewer: Person): Promise<PublicPerson[]> {
  const { records, clock } = services
  const { cellId } = viewer
  const people = await records.find('people', { cellId })
  if (viewer.posts.length > 0) return people.map(publicPerson)
  const seen = new Set([viewer.username])
  for (const session of await records.find('sessions', { cellId })) {
    if (!seesSession(viewer, session, clock())) continue
    if (!seesVersionsOnly(viewer, session, clock())) return people.map(publicPerson)
    const { presenter, coAuthors, minutesTaker, chair, guests } = session.seats
    const named = [presenter, minutesTaker, chair, ...guests]
    const { draft: documentId } = session.documents
    const frozenBy = (await records.find('versions', { sessionId: session.id, documentId })).map(
      (version) => version.frozenBy,
    )
    for (const name of [...named, ...frozenBy, ...(Array.isArray(coAuthors) ? coAuthors : [])]) {
      if (name) seen.add(name)
    }
  }
  return people.filter((person) => seen.has(person.username)).map(publicPerson)
}

/** Adds a person with a single-use link. Throws Refusal. */
export async function addPerson(
  services: Services,
  by: Person,
  wish: z.infer<typeof newPerson>,
): Promise<{ person: PublicPerson; token: string }> {
  if (!canKeepAccount('link', by.posts, wish.posts)) throw new Refusal('not-yours')
  return services.records.transact(async (handle) => {
    const namesakes = await handle.find('people', { username: wish.username })
    if (namesakes.length > 0) throw new Refusal('username-taken')
    const person: Person = {
      id: services.newId(),
      cellId: by.cellId,
      ...wish,
      passwordHash: null,
      disabled: false,
      createdAt: isoNow(services),
    }
    handle.put('people', person)
    return { person: publicPerson(person), token: invite(services, handle, 'join', person.id) }
  })
}

async function colleague(records: Reader, by: Person, name: string): Promise<Person> {
  const found = await records.find('people', { username: name, cellId: by.cellId })
  const person = found.at(0)
  if (!person) throw new Refusal('not-found')
  return person
}

/** Throws Refusal. A technician may rename and lock those who do not lead, not give posts. */
export async function changePerson(
  services: Services,
  by: Person,
  name: string,
  change: z.infer<typeof personChange>,
): Promise<PublicPerson> {
  const changed = await services.records.transact(async (handle) => {
    const person = await colleague(handle, by, name)
    const what = change.disabled === undefined ? 'rename' : 'lock'
    // Whoever holds the link would hold the post.
    if (person.guestOf !== undefined && change.posts?.length) throw new Refusal('not-a-reader')
    const mayPost = change.posts === undefined || holdsPost('managePeople', by)
    if (!mayPost || !canKeepAccount(what, by.posts, person.posts)) throw new Refusal('not-yours')
    const next: Person = { ...person, ...change }
    handle.put('people', next)
    const others = await handle.find('people', { cellId: by.cellId })
    const isLed = others.some(({ posts, disabled }) => posts.includes('secretary') && !disabled)
    if (!isLed) throw new Refusal('last-secretary')
    if (next.disabled) await endLogins(handle, next.id)
    return next
  })
  await services.hub.recheckPerson(changed.id)
  return publicPerson(changed)
}

/** A new link to set a password; earlier links stop working, the old password goes on until then. */
export async function renewLink(services: Services, by: Person, name: string): Promise<string> {
  return services.records.transact(async (handle) => {
    const person = await colleague(handle, by, name)
    if (!canKeepAccount('link', by.posts, person.posts)) throw new Refusal('not-yours')
    // Such a guest has a link for one session and no account to take up.
    if (person.guestOf !== undefined) throw new Refusal('not-yours')
    for (const { id } of await handle.find('invitations', { personId: person.id })) {
      handle.remove('invitations', id)
    }
    return invite(services, handle, 'join', person.id)
  })
}
