// The threads of a paper or a version, kept by what the server announces.
import { useCallback, useEffect } from 'react'
import useSWR from 'swr'
import type { ThreadView } from '../../../shared/records/thread'
import { onLive } from '../live/session-live'
import { askThreads, type Place } from './ask-threads'
import { withThread } from './thread-groups'

/** Not fetched where it is not wanted. */
export function useThreads(
  place: Place,
  id: string,
  sessionId: string | undefined,
  isWanted = true,
) {
  const { data, error, mutate } = useSWR(isWanted ? ['threads', id] : null, () =>
    askThreads(place, id),
  )
  const merge = useCallback(
    (thread: ThreadView) =>
      void mutate((known) => known && { threads: withThread(known.threads, thread) }, {
        revalidate: false,
      }),
    [mutate],
  )
  useEffect(() => {
    if (!sessionId) return
    return onLive(
      sessionId,
      (event) => {
        // A comment carried on from a version stands here too.
        const isHere =
          event.type === 'thread' &&
          (event.thread.documentId === id || event.thread.carriedTo === id)
        if (isHere) merge(event.thread)
      },
      () => void mutate(),
    )
  }, [sessionId, id, merge, mutate])
  return { threads: data?.threads, error: error as unknown, merge, retry: () => void mutate() }
}
