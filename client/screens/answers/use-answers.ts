// The session's table of answers, fetched anew when a comment, an answer or an agreement is announced.
import { useEffect } from 'react'
import useSWR from 'swr'
import type { AnswersTable } from '../../../shared/papers/answers-schema'
import { api, call } from '../../api'
import { onLive } from '../../pieces/live/session-live'

/** A round of agreements comes in one burst: the table is fetched once after it. */
const burstMs = 400

export function useAnswers(sessionId: string) {
  const { data, error, mutate } = useSWR(['answers', sessionId], () =>
    call<AnswersTable>(api.sessions[':id'].answers.$get({ param: { id: sessionId } })),
  )
  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined
    const fetchAgain = () => {
      clearTimeout(waiting)
      waiting = setTimeout(() => void mutate(), burstMs)
    }
    const leave = onLive(
      sessionId,
      ({ type }) => {
        if (type === 'thread' || type === 'version') fetchAgain()
      },
      fetchAgain,
    )
    return () => {
      clearTimeout(waiting)
      leave()
    }
  }, [sessionId, mutate])
  return { table: data, error: error as unknown, retry: () => void mutate() }
}
