// The check of the room: which phones reach this server, and how long the way to the screens takes.
import { randomBytes } from 'node:crypto'
import type { Person } from '../../shared/records/person'
import { Refusal } from '../../shared/refusals'
import { decide } from '../auth/access'
import { isoNow, type Services } from '../services'
import { demand, readableSession } from './demand'

/** A check is made before a meeting, and is over with it. */
const lifeMs = 3 * 3600 * 1000
const mostPhones = 200
const mostChecks = 1000

/** Nothing of it is worth keeping: a restart ends it, and the page begins anew. */
interface Check {
  readonly token: string
  readonly sessionId: string
  readonly until: number
  readonly phones: Set<string>
}
const checks = new WeakMap<Services, Map<string, Check>>()

/** By token; those that are over are gone. */
function checksOf(services: Services): Map<string, Check> {
  const known = checks.get(services) ?? new Map<string, Check>()
  checks.set(services, known)
  for (const [token, { until }] of known) if (until <= services.clock()) known.delete(token)
  return known
}

async function checkable(services: Services, person: Person, sessionId: string) {
  const session = await readableSession(services, sessionId, person)
  demand(decide('checkRoom', person, session, services.clock()))
  return session
}

/** The check under way, so that two windows count the same phones; else a new one. Throws Refusal. */
export async function beginCheck(
  services: Services,
  person: Person,
  sessionId: string,
): Promise<{ token: string; phones: number }> {
  await checkable(services, person, sessionId)
  const all = checksOf(services)
  const running = [...all.values()].find((check) => check.sessionId === sessionId)
  if (!running && all.size >= mostChecks) throw new Refusal('busy')
  const check = running ?? {
    token: randomBytes(16).toString('base64url'),
    sessionId,
    until: services.clock() + lifeMs,
    phones: new Set<string>(),
  }
  all.set(check.token, check)
  return { token: check.token, phones: check.phones.size }
}

/** A phone that opened the QR code; nobody is signed in. Throws `link-used`. */
export function reach(services: Services, token: string, phone: string): { now: string } {
  const check = checksOf(services).get(token)
  if (!check) throw new Refusal('link-used')
  const { phones, sessionId } = check
  if (!phones.has(phone) && phones.size < mostPhones) {
    phones.add(phone)
    services.hub.live.tell(sessionId, { type: 'reached', phones: phones.size })
  }
  return { now: isoNow(services) }
}

/** Sends a mark the way that the chair's step goes: in by HTTP, out by `/live`. Throws Refusal. */
export async function echo(
  services: Services,
  person: Person,
  sessionId: string,
  mark: string,
): Promise<{ at: string }> {
  await checkable(services, person, sessionId)
  const at = isoNow(services)
  services.hub.live.tell(sessionId, { type: 'echo', mark, at })
  return { at }
}
