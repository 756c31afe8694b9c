// Threads sorted for the margin: those with words, about the whole paper, and those whose words are gone.
import type { ThreadView } from '../../../shared/records/thread'

export interface ThreadGroups {
  readonly standing: readonly ThreadView[]
  readonly whole: readonly ThreadView[]
  readonly detached: readonly ThreadView[]
}

/**
 * `found`: threads in the order of their words, `null` while the text is not on the page.
 * `seen`: those whose words were on the page before. The server says which are detached when it
 * is asked; what the page shows is newer.
 */
export function groupThreads(
  threads: readonly ThreadView[],
  found: readonly string[] | null,
  seen: ReadonlySet<string> = new Set(),
): ThreadGroups {
  const order = new Map(found?.map((id, index) => [id, index]))
  const isWhole = ({ quote }: ThreadView) => quote === ''
  const isGone = ({ id, detached }: ThreadView) =>
    !order.has(id) && (detached || (found !== null && seen.has(id)))
  const last = order.size
  const at = ({ id }: ThreadView) => order.get(id) ?? last
  return {
    standing: threads
      .filter((one) => !isWhole(one) && !isGone(one))
      .sort((a, b) => at(a) - at(b) || a.createdAt.localeCompare(b.createdAt)),
    whole: threads.filter(isWhole),
    detached: threads.filter((one) => !isWhole(one) && isGone(one)),
  }
}

/** The list with a thread put in or replaced; one that comes late does not undo a newer state. */
export function withThread(threads: readonly ThreadView[], next: ThreadView): ThreadView[] {
  const at = threads.findIndex(({ id }) => id === next.id)
  if (at < 0) return [...threads, next]
  const isOlder = (threads[at]?.revision ?? 0) > next.revision
  return isOlder ? [...threads] : threads.with(at, next)
}
