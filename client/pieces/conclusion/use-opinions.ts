// What was said in the meeting and stands in the minutes; fetched anew when the session changes.
import { useCallback, useEffect } from 'react'
import useSWR from 'swr'
import type { Opinion } from '../../../shared/records/opinion'
import { api, call } from '../../api'
import { onLive } from '../live/session-live'

export function useOpinions(sessionId: string, isWanted = true) {
  const { data, error, mutate } = useSWR(isWanted ? ['opinions', sessionId] : null, () =>
    call<{ opinions: Opinion[] }>(api.sessions[':id'].opinions.$get({ param: { id: sessionId } })),
  )
  useEffect(() => {
    if (!isWanted) return
    return onLive(
      sessionId,
      (event) => event.type === 'session' && void mutate(),
      () => void mutate(),
    )
  }, [sessionId, isWanted, mutate])
  const retry = useCallback(() => void mutate(), [mutate])
  return { opinions: data?.opinions, error: error as unknown, retry }
}
