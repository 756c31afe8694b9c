// Who is called to a meeting, who of them has a vote, and whether enough of those are there.
import type { PublicPerson } from './records/person'
import type { Attendance, SeatPlan } from './records/session'
import { readingPosts, votingPosts } from './roles'

type Called = Pick<PublicPerson, 'username' | 'posts' | 'disabled'>

/** Whoever reads the cell's papers, and this session's guests. */
export const calledTo = <P extends Called>(
  people: readonly P[],
  { guests }: Pick<SeatPlan, 'guests'>,
): P[] =>
  people.filter(
    ({ username, posts, disabled }) =>
      !disabled && (guests.includes(username) || posts.some((post) => readingPosts.includes(post))),
  )

export const hasVote = ({ posts, disabled }: Pick<Called, 'posts' | 'disabled'>): boolean =>
  !disabled && posts.some((post) => (votingPosts as readonly string[]).includes(post))

export interface Quorum {
  /** Those with a vote in the cell, and of them those who are there. */
  readonly entitled: number
  readonly present: number
  /** So many must be there. */
  readonly needed: number
  readonly isReached: boolean
}

/** More than half of those with a vote; probationary members and guests do not count. */
export function quorumOf(
  people: readonly Called[],
  attendance: readonly Pick<Attendance[number], 'username' | 'kind'>[],
): Quorum {
  const there = new Set(
    attendance.filter(({ kind }) => kind === 'present').map(({ username }) => username),
  )
  const voters = people.filter(hasVote)
  const present = voters.filter(({ username }) => there.has(username)).length
  const needed = Math.floor(voters.length / 2) + 1
  return {
    entitled: voters.length,
    present,
    needed,
    isReached: voters.length > 0 && present >= needed,
  }
}
