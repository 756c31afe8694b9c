// What the person in front of the screen may do in a session, asked from the table of rights.
import { useMemo } from 'react'
import type { SessionView } from '../../../shared/events'
import type { PublicPerson } from '../../../shared/records/person'
import {
  type Act,
  type AnyPaper,
  type Circumstance,
  can,
  canReadLive,
  type Decision,
  writeActOf,
} from '../../../shared/rights'
import { readingPosts, type Seat, type Standing } from '../../../shared/roles'
import { useNow } from '../now'
import type { PaperRights } from './paper-desk'

/** Windows open and close while the page stands open. */
const lookAgainMs = 15_000

type Seated = Pick<SessionView, 'seats' | 'projection'>

/** The seats as the server reads them: `everyone` are those whose post reads papers. */
export function standingIn(session: Seated, { username, posts }: PublicPerson): Standing {
  const { presenter, coAuthors, minutesTaker, chair, guests } = session.seats
  const reads = posts.some((post) => readingPosts.includes(post))
  const held: Record<Seat, boolean> = {
    presenter: presenter === username,
    coAuthor: coAuthors === 'everyone' ? reads : coAuthors.includes(username),
    minutesTaker: minutesTaker === username,
    chair: chair === username,
    guest: guests.includes(username),
  }
  const seats = (Object.keys(held) as Seat[]).filter((seat) => held[seat])
  return { posts, seats, holdsProjector: session.projection?.handedTo === username }
}

const whereIn = ({ stage, windows, minutesSigned }: SessionView, now: number): Circumstance => ({
  stage,
  windows,
  now,
  minutesAgreed: minutesSigned !== null,
})

/** How often the paper was frozen: what was written before the last time is not taken any more. */
const fencesOf = (paper: AnyPaper, { versions, history }: SessionView): number =>
  paper === 'minutes' ? history.filter(({ act }) => act === 'agreeMinutes').length : versions.length

export function rightsOnPaper(
  paper: AnyPaper,
  session: SessionView,
  person: PublicPerson,
  now: number,
): PaperRights {
  const standing = standingIn(session, person)
  const where = whereIn(session, now)
  const mayRead = canReadLive(standing, where)
  return {
    mayRead,
    mayWrite: mayRead && can(writeActOf[paper], standing, where) === true,
    epoch: fencesOf(paper, session),
  }
}

/** `may('freeze')`, decided again as time passes. */
export function useRights(session: SessionView, person: PublicPerson): (act: Act) => Decision {
  const now = useNow(lookAgainMs)
  return useMemo(() => {
    const standing = standingIn(session, person)
    const where = whereIn(session, now)
    return (act) => can(act, standing, where)
  }, [session, person, now])
}
