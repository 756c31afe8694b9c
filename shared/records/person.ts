// A person of a cell, the logins they hold and the single-use links that bring them in.
import { z } from 'zod'
import { posts } from '../roles'

/** Lower-case Latin letters, digits, dot, hyphen: typed the same with any keyboard layout. */
export const username = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9.-]{0,39}$/)
export const personName = z.string().trim().min(1).max(100)
export const password = z.string().min(1).max(200)
export const minimumPasswordLength = 8

export const person = z.object({
  id: z.string(),
  cellId: z.string(),
  username,
  name: personName,
  posts: z.array(z.enum(posts)),
  /** A guest's office elsewhere, as a letter names it. */
  position: z.string().trim().max(200).optional(),
  /** Made for a guest of this one session, who enters by a link: there is no password, and no other session. */
  guestOf: z.string().optional(),
  /** argon2id in PHC form; null until the invitation is taken up. */
  passwordHash: z.string().nullable(),
  disabled: z.boolean(),
  createdAt: z.iso.datetime(),
})
export type Person = z.infer<typeof person>

/** What others may know of a person. */
export type PublicPerson = Pick<Person, 'id' | 'username' | 'name' | 'posts' | 'disabled'> & {
  /** A guest of one session, who enters by a link. */
  isLinkGuest?: true
  /** Has taken up the invitation. */
  active: boolean
}

/** A signed-in browser; `id` is the SHA-256 of the opaque cookie value. */
export const login = z.object({
  id: z.string(),
  personId: z.string(),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
})
export type Login = z.infer<typeof login>

/** A single-use link; `id` is the SHA-256 of its token. `setUp` makes the cell, `join` sets a password. */
export const invitation = z.object({
  id: z.string(),
  kind: z.enum(['setUp', 'join']),
  personId: z.string().nullable(),
  expiresAt: z.iso.datetime(),
})
export type Invitation = z.infer<typeof invitation>
