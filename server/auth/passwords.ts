// Passwords: argon2id hashes, and which passwords are refused.
import { hash, verify } from '@node-rs/argon2'
import { minimumPasswordLength } from '../../shared/records/person'
import { Refusal } from '../../shared/refusals'

/** OWASP's argon2id floor: 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** The few that every guessing list begins with and that pass the length. */
const common = /^(password|matkhau|12345678|87654321|11111111|qwertyui|iloveyou|abcd1234)\d*$/i

/** Throws `weak-password`. */
export function demandStrong(password: string): void {
  if ([...password].length < minimumPasswordLength || common.test(password)) {
    throw new Refusal('weak-password')
  }
}

/** The hash in PHC form. Passwords are NFC, so that any keyboard layout types the same one. */
export const hashPassword = (password: string): Promise<string> =>
  hash(password.normalize('NFC'), cost)

// Verified when the account does not exist, so that the answer takes as long either way.
const nobody = hashPassword('nobody has this password')

export async function passwordMatches(kept: string | null, password: string): Promise<boolean> {
  const matches = await verify(kept ?? (await nobody), password.normalize('NFC'))
  return kept !== null && matches
}
