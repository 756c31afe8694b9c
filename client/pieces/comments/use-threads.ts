// The threads of a paper or a version, kept by what the server announces.
import { useCallback } from 'react'
import type { ThreadView } from '../../../shared/records/thread'
import { useKept } from '../live/kept'
import { useLine } from '../live/session-live'
import { askThreads, type Place } from './ask-threads'
import { withThread } from './thread-groups'

/** Not fetched where it is not wanted. */
export function useThreads(place: Place, id: string, sessionId: string, isWanted = true) {
  const { data, error, change, again } = useKept(isWanted ? ['threads', id] : null, () =>
    askThreads(place, id),
  )
  const merge = useCallback(
    (thread: ThreadView) => change(({ threads }) => ({ threads: withThread(threads, thread) })),
    [change],
  )
  useLine(
    sessionId,
    (event) => {
      // A comment carried on from a version stands here too.
      const isHere =
        event.type === 'thread' && (event.thread.documentId === id || event.thread.carriedTo === id)
      if (isHere) merge(event.thread)
    },
    again,
  )
  return { threads: data?.threads, error, merge, retry: () => void again() }
}
