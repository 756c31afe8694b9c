// A guest's own way into one session, and how it looks to who gave it and to who opens it.
import { z } from 'zod'
import { person, personName } from './person'

/** `id` is the SHA-256 of its token: the link itself is kept nowhere. */
export const guestLink = z.object({
  id: z.string(),
  sessionId: z.string(),
  personId: z.string(),
  createdAt: z.iso.datetime(),
  /** Somebody has entered by it. */
  usedAt: z.iso.datetime().nullable(),
})
export type GuestLink = z.infer<typeof guestLink>

export const newGuest = z.object({
  name: personName,
  position: person.shape.position.unwrap().default(''),
})

/** A guest of a session as who invites them sees it. */
export interface GuestView {
  readonly username: string
  readonly name: string
  readonly position: string
  /** `account`: enters with a password of their own, and has no link. */
  readonly way: 'link' | 'none' | 'account'
  readonly hasCome: boolean
}

/** What the page of a link says before one enters. */
export interface LinkView {
  readonly name: string
  readonly cell: string
  readonly topic: string
  readonly meetingAt: string
  readonly place: string
  readonly sessionId: string
  /** The papers can be read now. */
  readonly isOpen: boolean
  /** Until when they are to be frozen, by the cell's rules. */
  readonly papersAt: string
}
