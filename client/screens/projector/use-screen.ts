// Sets how the screens look and what they show; only what is named changes.
import { useState } from 'react'
import type { SessionView } from '../../../shared/events'
import type { Pointer, Screen, Showing } from '../../../shared/records/screen'
import { api, call } from '../../api'
import { changeKept } from '../../pieces/live/kept'
import { sessionKey } from '../../pieces/live/session-live'

export function useScreen({ id }: SessionView) {
  const [hasFailed, setFailed] = useState(false)
  const param = { id }
  const set = async (json: Partial<Screen>) => {
    try {
      const { screen } = await call<SessionView>(api.sessions[':id'].screen.$put({ param, json }))
      changeKept<SessionView>(sessionKey(id), (known) => ({ ...known, screen }))
      setFailed(false)
    } catch {
      // Said beside the controls: the screens go on as they were.
      setFailed(true)
    }
  }
  const point = async (pointer: Pointer | null) => {
    // A pointer that does not arrive is renewed with the next move of the hand.
    await call(api.sessions[':id'].pointer.$put({ param, json: { pointer } })).catch(() => null)
  }
  return { set, point, hasFailed }
}

/** A step while something is shown in the place of the text: to its next part, and from its last one back to the text. */
export function turned(showing: Showing, pages: number, by: 1 | -1): Showing | null {
  const page = Math.min(showing.page ?? 0, pages - 1) + by
  return page < 0 || page >= pages ? null : { ...showing, page }
}
