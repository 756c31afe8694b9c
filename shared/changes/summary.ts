// How many blocks were put in, taken out, changed and moved.
import type { Change } from './changes'

export interface Summary {
  readonly inserted: number
  readonly deleted: number
  readonly edited: number
  /** Only their form was changed. */
  readonly reformed: number
  readonly moved: number
}

const isBlank = ({ a, b }: Change) =>
  [...a, ...b].every(({ inline }) => inline !== null && inline.text.trim() === '')

/** The words are the same on both sides. */
export const isOnlyForm = (change: Change): boolean =>
  change.a.length === 1 &&
  change.b.length === 1 &&
  change.rows.every(({ kind }) => kind === 'same') &&
  change.segments.every(({ kind }) => kind === 'same' || kind === 'reformed')

/** Empty lines are no paragraphs. */
export function summaryOf(changes: readonly Change[]): Summary {
  const counted = changes.filter((change) => !isBlank(change))
  const count = (holds: (change: Change) => boolean) => counted.filter(holds).length
  return {
    inserted: count(({ kind }) => kind === 'inserted'),
    deleted: count(({ kind }) => kind === 'deleted'),
    edited: count((change) => change.kind === 'edited' && !isOnlyForm(change)),
    reformed: count((change) => change.kind === 'edited' && isOnlyForm(change)),
    moved: count(({ kind }) => kind === 'movedHere'),
  }
}
