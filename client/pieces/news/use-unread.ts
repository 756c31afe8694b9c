// The comments that were new when a paper was opened, or came since: they stay marked while one reads.
import { useSyncExternalStore } from 'react'

const none: ReadonlySet<string> = new Set()
const unread = new Map<string, ReadonlySet<string>>()
const listeners = new Set<() => void>()

function set(documentId: string, threads: ReadonlySet<string> | null): void {
  if (threads) unread.set(documentId, threads)
  else unread.delete(documentId)
  for (const tell of listeners) tell()
}

/** What is read meanwhile goes on being marked: nothing is taken away. */
export function addUnread(documentId: string, threads: readonly string[]): void {
  const known = unread.get(documentId) ?? none
  if (threads.some((thread) => !known.has(thread))) {
    set(documentId, new Set([...known, ...threads]))
  }
}

/** The paper was left. */
export const forgetUnread = (documentId: string): void => set(documentId, null)

const subscribe = (tell: () => void) => {
  listeners.add(tell)
  return () => void listeners.delete(tell)
}

/** The ids of the unread threads of an open paper or version. */
export const useUnread = (documentId: string): ReadonlySet<string> =>
  useSyncExternalStore(subscribe, () => unread.get(documentId) ?? none)

/** Whether a thread is new in a paper that is open now. */
export const useIsNew = (thread: string): boolean =>
  useSyncExternalStore(subscribe, () => [...unread.values()].some((threads) => threads.has(thread)))
