// Who speaks and who waits in a meeting, without the schema, so that a page need not load zod.

/** Source: the domain's kinds of item: to be told, to be talked over, to be decided. */
export const programmeKinds = ['inform', 'discuss', 'decide'] as const

interface Wish {
  readonly calledAt: string | null
  readonly endedAt: string | null
}
interface Wishes<One extends Wish> {
  readonly speakers: readonly One[]
}

export const speakingOf = <One extends Wish>({ speakers }: Wishes<One>): One | null =>
  speakers.find(({ calledAt, endedAt }) => calledAt !== null && endedAt === null) ?? null

/** Who waits to be called, first come first. */
export const waitingOf = <One extends Wish>({ speakers }: Wishes<One>): One[] =>
  speakers.filter(({ calledAt, endedAt }) => calledAt === null && endedAt === null)
