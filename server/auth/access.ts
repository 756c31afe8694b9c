// Person + session → standing, and what a socket on a paper may do.

import { everyone } from '../../shared/facts/session'
import type { Person } from '../../shared/records/person'
import type { Session } from '../../shared/records/session'
import {
  type Act,
  type AnyPaper,
  type Circumstance,
  can,
  canReadLive,
  canReadVersions,
  type Decision,
  holds,
  writeActOf,
} from '../../shared/rights'
import { readingPosts, type Seat, type Standing } from '../../shared/roles'

/** `everyone` as co-authors means whoever reads the cell's papers. */
export function standingOf(person: Person, session: Session): Standing {
  const { presenter, coAuthors, minutesTaker, chair, guests } = session.seats
  const { username, posts } = person
  const reads = posts.some((post) => readingPosts.includes(post))
  const isCoAuthor = coAuthors === everyone ? reads : coAuthors.includes(username)
  const seats: Seat[] = []
  if (presenter === username) seats.push('presenter')
  if (isCoAuthor) seats.push('coAuthor')
  if (minutesTaker === username) seats.push('minutesTaker')
  if (chair === username) seats.push('chair')
  if (guests.includes(username)) seats.push('guest')
  return { posts, seats, holdsProjector: session.projection?.handedTo === username }
}

export const circumstanceOf = (session: Session, now: number): Circumstance => ({
  stage: session.stage,
  windows: session.windows,
  now,
  minutesAgreed: session.minutesSigned !== null,
})

/** `can` for a person in a session. */
export const decide = (act: Act, person: Person, session: Session, now: number): Decision =>
  can(act, standingOf(person, session), circumstanceOf(session, now))

/** Acts of the cell that no session's stage bears on, such as managing people. */
export const holdsPost = (act: Act, person: Person): boolean =>
  holds(act, { posts: person.posts, seats: [] })

export interface PaperAccess {
  readonly read: boolean
  readonly write: boolean
}

export function paperAccess(
  paper: AnyPaper,
  person: Person,
  session: Session,
  now: number,
): PaperAccess {
  const standing = standingOf(person, session)
  const where = circumstanceOf(session, now)
  const read = canReadLive(standing, where)
  return { read, write: read && can(writeActOf[paper], standing, where) === true }
}

/** May see the session itself: its stage, seats and versions. */
export const seesSession = (person: Person, session: Session, now: number): boolean =>
  canReadVersions(standingOf(person, session), circumstanceOf(session, now))

/** Sees frozen versions only: a guest who holds no post that reads. */
export const seesVersionsOnly = (person: Person, session: Session, now: number): boolean =>
  !canReadLive(standingOf(person, session), circumstanceOf(session, now))

/** May read this paper of the session, live or frozen, and what is said on it. */
export const seesPaper = (
  paper: AnyPaper | 'version',
  person: Person,
  session: Session,
  now: number,
): boolean =>
  paper === 'version' ? seesSession(person, session, now) : !seesVersionsOnly(person, session, now)
