// What was said in the meeting and stands in the minutes; fetched anew when the session changes.
import { useCallback } from 'react'
import type { Opinion } from '../../../shared/records/opinion'
import { api, call } from '../../api'
import { useKept } from '../live/kept'
import { useLine } from '../live/session-live'

export function useOpinions(sessionId: string, isWanted = true) {
  const { data, error, again } = useKept(isWanted ? ['opinions', sessionId] : null, () =>
    call<{ opinions: Opinion[] }>(api.sessions[':id'].opinions.$get({ param: { id: sessionId } })),
  )
  useLine(sessionId, (event) => event.type === 'session' && void again(), again)
  const retry = useCallback(() => void again(), [again])
  return { opinions: data?.opinions, error, retry }
}
