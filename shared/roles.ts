// The posts a person holds in the cell and the seats a person holds in one session.

/** Posts belong to the cell; one person may hold several. */
export const posts = [
  'secretary',
  'deputySecretary',
  'committee',
  'member',
  'probationary',
  'technician',
] as const
export type Post = (typeof posts)[number]

/** Seats belong to one session. */
export const seats = ['presenter', 'coAuthor', 'minutesTaker', 'chair', 'guest'] as const
export type Seat = (typeof seats)[number]

/** Posts that read the cell's papers: every post except technician. */
export const readingPosts: readonly Post[] = posts.filter((post) => post !== 'technician')

/** Posts that count in a vote: probationary members and guests do not. */
export const votingPosts = ['secretary', 'deputySecretary', 'committee', 'member'] as const

/** What one person is to one session: the input of every question about rights. */
export interface Standing {
  readonly posts: readonly Post[]
  readonly seats: readonly Seat[]
  /** The chair handed the projector to this person. */
  readonly holdsProjector?: boolean
  /** The person wrote the comment in question. */
  readonly isAuthor?: boolean
  /** The task in question is this person's. */
  readonly isResponsible?: boolean
}
