// What still has no answer when the text is to be submitted: facts, to be said in the reader's language.
export const missingKinds = ['comments', 'opinions', 'items'] as const
export type MissingKind = (typeof missingKinds)[number]

export interface Missing {
  readonly kind: MissingKind
  readonly count: number
  /** The first of them; an item of the conclusion is nobody's. */
  readonly named: readonly { readonly name: string | null; readonly words: string }[]
}
