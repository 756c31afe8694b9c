// The session's table of answers, fetched anew when a comment, an answer or an agreement is announced.
import { useEffect, useRef } from 'react'
import type { AnswersTable } from '../../../shared/papers/answers-schema'
import { api, call } from '../../api'
import { useKept } from '../../pieces/live/kept'
import { useLine } from '../../pieces/live/session-live'

/** A round of agreements comes in one burst: the table is fetched once after it. */
const burstMs = 400

export function useAnswers(sessionId: string) {
  const { data, error, again } = useKept(['answers', sessionId], () =>
    call<AnswersTable>(api.sessions[':id'].answers.$get({ param: { id: sessionId } })),
  )
  const waiting = useRef(0)
  const soon = () => {
    window.clearTimeout(waiting.current)
    waiting.current = window.setTimeout(again, burstMs)
  }
  useLine(sessionId, ({ type }) => (type === 'thread' || type === 'version') && soon(), soon)
  useEffect(() => () => window.clearTimeout(waiting.current), [])
  return { table: data, error, retry: () => void again() }
}
