// Signed-in browsers: opaque 256-bit ids in a cookie, kept only as hashes.
import { createHash, randomBytes } from 'node:crypto'
import type { Login, Person } from '../../shared/records/person'
import type { Records, Transaction } from '../stores/contract'

const lifeMs = 14 * 24 * 3600 * 1000

/** A secret for a cookie or a link, and the id under which its record stands. */
export function newSecret(): { secret: string; id: string } {
  const secret = randomBytes(32).toString('base64url')
  return { secret, id: idOf(secret) }
}

export const idOf = (secret: string): string => createHash('sha256').update(secret).digest('hex')

/** Adds a login inside a transaction; returns the cookie's value. */
export function addLogin(handle: Transaction, personId: string, now: number): string {
  const { secret, id } = newSecret()
  handle.put('logins', {
    id,
    personId,
    createdAt: new Date(now).toISOString(),
    expiresAt: new Date(now + lifeMs).toISOString(),
  })
  return secret
}

/** Ends every login of a person inside a transaction. */
export async function endLogins(handle: Transaction, personId: string): Promise<void> {
  for (const login of await handle.find('logins', { personId })) handle.remove('logins', login.id)
}

/** The person behind a cookie, or `null` when it is unknown, expired or the account is locked. */
export async function personOf(
  records: Records,
  secret: string | undefined,
  now: number,
): Promise<{ person: Person; login: Login } | null> {
  if (!secret) return null
  const login = await records.get('logins', idOf(secret))
  if (!login || Date.parse(login.expiresAt) <= now) return null
  const person = await records.get('people', login.personId)
  return person && !person.disabled ? { person, login } : null
}
