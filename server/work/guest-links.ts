// A guest's own link into one session: made, renewed, withdrawn; entered by; over with the archive.
import type { z } from 'zod'
import type { GuestLink, GuestView, LinkView, newGuest } from '../../shared/records/guest-link'
import type { Person } from '../../shared/records/person'
import type { Session } from '../../shared/records/session'
import { Refusal } from '../../shared/refusals'
import { decide, seesSession } from '../auth/access'
import { addLogin, endLogins, idOf, newSecret } from '../auth/logins'
import { announce, isoNow, type Services } from '../services'
import type { Reader, Transaction } from '../stores/contract'
import { demand, readableSession } from './demand'
import { oneAtATime } from './one-at-a-time'
import { cellOf } from './paper-owner'
import type { SignedIn } from './people'

const dayMs = 24 * 3600 * 1000
const mostGuests = 50

/** Nobody types it; it has to be unlike every other. */
async function freeUsername({ newId }: Services, records: Reader): Promise<string> {
  for (;;) {
    const letters = newId()
      .toLowerCase()
      .replace(/[^a-z0-9]/g, '')
    const username = `khach-${letters.slice(0, 8)}`
    if ((await records.find('people', { username })).length === 0) return username
  }
}

/** The earlier link, and every browser that came in by it, end. */
async function endLinks(handle: Transaction, personId: string): Promise<void> {
  for (const { id } of await handle.find('guestLinks', { personId }))
    handle.remove('guestLinks', id)
  await endLogins(handle, personId)
}

/** Only the hash is kept: the token is told once. */
function addLink(services: Services, handle: Transaction, session: Session, personId: string) {
  const { secret, id } = newSecret()
  const createdAt = isoNow(services)
  handle.put('guestLinks', { id, sessionId: session.id, personId, createdAt, usedAt: null })
  return secret
}

/** Throws Refusal. */
async function invitable(services: Services, person: Person, id: string): Promise<Session> {
  const session = await readableSession(services, id, person)
  demand(decide('inviteGuests', person, session, services.clock()))
  return session
}

function viewOf({ username, name, position = '', guestOf }: Person, link: GuestLink | undefined) {
  const way = guestOf === undefined ? 'account' : link ? 'link' : 'none'
  return { username, name, position, way, hasCome: link?.usedAt != null } as GuestView
}

/** Throws Refusal. */
export async function listGuests(
  services: Services,
  person: Person,
  sessionId: string,
): Promise<GuestView[]> {
  const { records } = services
  const session = await invitable(services, person, sessionId)
  const people = await records.find('people', { cellId: session.cellId })
  const links = await records.find('guestLinks', { sessionId })
  return session.seats.guests.flatMap((username) => {
    const guest = people.find((one) => one.username === username)
    if (!guest) return []
    const link = links.find(({ personId }) => personId === guest.id)
    return viewOf(guest, link)
  })
}

/** Throws Refusal; `too-large` when the session has as many guests as it can seat. */
export function inviteGuest(
  services: Services,
  by: Person,
  sessionId: string,
  { name, position }: z.infer<typeof newGuest>,
): Promise<{ guest: GuestView; token: string }> {
  return oneAtATime(sessionId, async () => {
    const session = await invitable(services, by, sessionId)
    if (session.seats.guests.length >= mostGuests) throw new Refusal('too-large')
    const made = await services.records.transact(async (handle) => {
      const guest: Person = {
        id: services.newId(),
        cellId: session.cellId,
        username: await freeUsername(services, handle),
        name,
        posts: [],
        position,
        guestOf: session.id,
        passwordHash: null,
        disabled: false,
        createdAt: isoNow(services),
      }
      const guests = [...session.seats.guests, guest.username]
      const seated: Session = { ...session, seats: { ...session.seats, guests } }
      handle.put('people', guest)
      handle.put('sessions', seated)
      return { guest, seated, token: addLink(services, handle, session, guest.id) }
    })
    await announce(services, made.seated)
    return { guest: { ...viewOf(made.guest, undefined), way: 'link' }, token: made.token }
  })
}

/** A guest of this session who enters by link. Throws `not-found`; `not-yours` for one with an account. */
async function linkGuest(records: Reader, session: Session, username: string): Promise<Person> {
  const [guest] = await records.find('people', { cellId: session.cellId, username })
  if (!guest || !session.seats.guests.includes(username)) throw new Refusal('not-found')
  if (guest.guestOf !== session.id) throw new Refusal('not-yours')
  return guest
}

/** A new link; the one before it, and who came in by it, are out. Throws Refusal. */
export async function renewGuestLink(
  services: Services,
  by: Person,
  sessionId: string,
  username: string,
): Promise<string> {
  const session = await invitable(services, by, sessionId)
  const { guest, token } = await services.records.transact(async (handle) => {
    const guest = await linkGuest(handle, session, username)
    await endLinks(handle, guest.id)
    return { guest, token: addLink(services, handle, session, guest.id) }
  })
  await services.hub.recheckPerson(guest.id)
  return token
}

/** What the guest said and wrote stays; the way in does not. Throws Refusal. */
export async function withdrawGuestLink(
  services: Services,
  by: Person,
  sessionId: string,
  username: string,
): Promise<void> {
  const session = await invitable(services, by, sessionId)
  const guest = await services.records.transact(async (handle) => {
    const guest = await linkGuest(handle, session, username)
    await endLinks(handle, guest.id)
    return guest
  })
  await services.hub.recheckPerson(guest.id)
}

/** Inside the archive's own transaction: the session keeps its guests, their ways in end. */
export async function endGuestLinks(handle: Transaction, sessionId: string): Promise<void> {
  for (const { personId } of await handle.find('guestLinks', { sessionId })) {
    await endLinks(handle, personId)
  }
}

/** Throws `link-used` for a link that is unknown, withdrawn, replaced or over. */
async function opened(records: Reader, token: string) {
  const link = await records.get('guestLinks', idOf(token))
  const guest = link && (await records.get('people', link.personId))
  const session = link && (await records.get('sessions', link.sessionId))
  if (!link || !guest || !session) throw new Refusal('link-used')
  const isSeated = session.seats.guests.includes(guest.username)
  if (guest.disabled || !isSeated || session.stage === 'archived') throw new Refusal('link-used')
  return { link, guest, session }
}

/** Guessing is counted by link and by address, as guessing passwords is. */
async function patiently<T>(
  { throttle }: Services,
  token: string,
  address: string,
  work: () => Promise<T>,
): Promise<T> {
  const account = `guest link ${idOf(token)}`
  await throttle.demandPatience(account, address)
  try {
    return await work()
  } catch (error) {
    const isDead = error instanceof Refusal && error.code === 'link-used'
    if (isDead) await throttle.failed(account, address)
    throw error
  }
}

/** Looking changes nothing: a program that looks at every link it is sent signs nobody in. */
export function lookAtLink(services: Services, token: string, address: string): Promise<LinkView> {
  const { records, clock } = services
  return patiently(services, token, address, async () => {
    const { guest, session } = await opened(records, token)
    const cell = await cellOf(records, session)
    const papersAt = Date.parse(session.meetingAt) + cell.ruleSet.papersOutDays * dayMs
    return {
      name: guest.name,
      cell: cell.name,
      topic: session.topic,
      meetingAt: session.meetingAt,
      place: session.place,
      sessionId: session.id,
      isOpen: seesSession(guest, session, clock()),
      papersAt: new Date(papersAt).toISOString(),
    }
  })
}

/** Throws Refusal; `not-now` before the papers are frozen. */
export function enterByLink(
  services: Services,
  token: string,
  address: string,
): Promise<SignedIn & { sessionId: string; versionId: string | null }> {
  return patiently(services, token, address, () =>
    services.records.transact(async (handle) => {
      const { link, guest, session } = await opened(handle, token)
      const now = services.clock()
      if (!seesSession(guest, session, now)) throw new Refusal('not-now')
      handle.put('guestLinks', { ...link, usedAt: link.usedAt ?? isoNow(services) })
      const cookie = addLogin(handle, guest.id, now)
      const versionId = session.versions.at(-1)?.id ?? null
      return { person: guest, cookie, sessionId: session.id, versionId }
    }),
  )
}
