// The threads of a paper or a version, kept by what the server announces.
import { useCallback, useEffect } from 'react'
import useSWR from 'swr'
import type { ThreadView } from '../../../shared/records/thread'
import { api, call } from '../../api'
import { onLive } from '../live/session-live'
import { withThread } from './thread-groups'

type Place = 'document' | 'version'

const load = (place: Place, id: string) =>
  call<{ threads: ThreadView[] }>(
    place === 'document'
      ? api.documents[':id'].threads.$get({ param: { id } })
      : api.versions[':id'].threads.$get({ param: { id } }),
  )

export function useThreads(place: Place, id: string, sessionId: string | undefined) {
  const { data, error, mutate } = useSWR(['threads', id], () => load(place, id))
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
        if (event.type === 'thread' && event.thread.documentId === id) merge(event.thread)
      },
      () => void mutate(),
    )
  }, [sessionId, id, merge, mutate])
  return { threads: data?.threads, error: error as unknown, merge, retry: () => void mutate() }
}
