// Tells the room where the projector stands: the last wish wins, a failure is shown.
import { useCallback, useEffect, useRef, useState } from 'react'
import { api, call } from '../../api'

interface Position {
  version: string
  paragraph: number
  handedTo?: string | null
}

const restMs = 150
/** While one's own steps are on their way, echoes of older ones are not followed. */
const echoMs = 1500

export function useTellPosition(sessionId: string) {
  const timer = useRef(0)
  const movedAt = useRef(0)
  const asked = useRef(0)
  const [hasFailed, setFailed] = useState(false)
  const tell = useCallback(
    (position: Position) => {
      window.clearTimeout(timer.current)
      movedAt.current = Date.now()
      asked.current += 1
      const own = asked.current
      timer.current = window.setTimeout(() => {
        const json = position
        call(api.sessions[':id'].projection.$put({ param: { id: sessionId }, json })).then(
          () => own === asked.current && setFailed(false),
          () => own === asked.current && setFailed(true),
        )
      }, restMs)
    },
    [sessionId],
  )
  useEffect(() => () => window.clearTimeout(timer.current), [])
  const isMoving = useCallback(() => Date.now() - movedAt.current < echoMs, [])
  return { tell, isMoving, hasFailed }
}
