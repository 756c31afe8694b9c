// Which comments are shown: choices that hold together, and how many each would leave.
import type { ThreadView } from '../../../shared/records/thread'

export interface ThreadFilter {
  /** Only those that wait for an answer. */
  readonly isOpen: boolean
  readonly isMine: boolean
  readonly author: string | null
  readonly kind: ThreadView['kind'] | null
  /** The title of a section of the paper. */
  readonly section: string | null
}

export const noFilter: ThreadFilter = {
  isOpen: false,
  isMine: false,
  author: null,
  kind: null,
  section: null,
}

/** Whose margin it is, and where the words of threads stand. */
export interface FilterGround {
  readonly me: string
  readonly sectionOf: ReadonlyMap<string, string>
}

export const isFiltering = (filter: ThreadFilter): boolean =>
  filter.isOpen || filter.isMine || hasMore(filter)

/** Something is chosen beyond the chips that are always in sight. */
export const hasMore = ({ author, kind, section }: ThreadFilter): boolean =>
  author !== null || kind !== null || section !== null

export function passes(thread: ThreadView, filter: ThreadFilter, ground: FilterGround): boolean {
  const { isOpen, isMine, author, kind, section } = filter
  return (
    thread.state !== 'withdrawn' &&
    (!isOpen || thread.state === 'open') &&
    (!isMine || thread.author === ground.me) &&
    (author === null || thread.author === author) &&
    (kind === null || thread.kind === kind) &&
    (section === null || ground.sectionOf.get(thread.id) === section)
  )
}

/** How many threads a choice would leave, with what else is chosen kept. */
export function countWith(
  threads: readonly ThreadView[],
  filter: ThreadFilter,
  change: Partial<ThreadFilter>,
  ground: FilterGround,
): number {
  const wanted = { ...filter, ...change }
  return threads.filter((thread) => passes(thread, wanted, ground)).length
}

/** Everyone with a comment that is not withdrawn. */
export const authorsOf = (threads: readonly ThreadView[]): string[] => [
  ...new Set(threads.flatMap(({ state, author }) => (state === 'withdrawn' ? [] : [author]))),
]

/** The one before or after; from nowhere the first or the last. Past an end it stays. */
export function stepTo(
  ids: readonly string[],
  from: string | null,
  by: 1 | -1,
  /** Where to begin when none is in hand. */
  start = 0,
): string | null {
  const at = from === null ? -1 : ids.indexOf(from)
  if (at >= 0) return ids[Math.min(Math.max(at + by, 0), ids.length - 1)] ?? null
  return ids[Math.min(Math.max(by === 1 ? start : start - 1, 0), ids.length - 1)] ?? null
}
