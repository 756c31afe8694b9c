// What is known of signed minutes and of the papers that approval produces, without the schema, so that a page need not load zod.

export const signingSeats = ['minutesTaker', 'chair'] as const

export type SigningSeat = (typeof signingSeats)[number]

interface Signed {
  readonly by: readonly { readonly seat: SigningSeat }[]
}

/** Both have signed: closed for ever. */
export const isClosed = (signed: Signed | null): boolean =>
  signed !== null && signingSeats.every((seat) => signed.by.some((one) => one.seat === seat))

/** The papers that approval produces, in the order in which they are listed. */
export const afterPapers = ['conclusion', 'resolution', 'answers', 'report'] as const

export type AfterPaper = (typeof afterPapers)[number]
