// What is known of a comment without its schema, so that a page need not load zod.

export const commentKinds = ['understanding', 'remark', 'proposal'] as const
export const verdicts = ['accepted', 'partly', 'declined'] as const

/** The live paper in which a comment's words are marked; `null` while they stand in a version only. */
export const paperOf = ({
  ground,
  documentId,
  carriedTo,
}: {
  readonly ground: string
  readonly documentId: string
  readonly carriedTo: string | null
}): string | null => (ground === 'version' ? carriedTo : documentId)
