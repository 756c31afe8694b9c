// A session as it is now: fetched once, then kept by what the server announces.
import { useCallback, useLayoutEffect, useRef, useSyncExternalStore } from 'react'
import { mutate } from 'swr'
import type { LiveEvent, SessionView } from '../../../shared/events'
import { seqOf } from '../../../shared/facts/screen'
import { api, call } from '../../api'
import { askKept, useKept } from './kept'
import { isLinked, joinLive, watchLink } from './live-socket'

const ignore = () => undefined

/**
 * Hears every event of a session until the returned function is called. `again` is called when
 * the line is there and events may have been missed before: fetch anew what they would have told.
 */
export function onLive(
  sessionId: string,
  hear: (event: LiveEvent) => void,
  again: () => void = ignore,
): () => void {
  return joinLive(sessionId, { hear, again, ended: ignore })
}

/**
 * As `onLive` while the piece stands on the page. It listens before anything that the same drawing
 * asked for can be answered, so that nothing is announced in between.
 */
export function useLine(
  sessionId: string,
  hear: (event: LiveEvent) => void,
  again: () => unknown,
  ended: (code: number) => unknown = ignore,
): void {
  const latest = useRef({ hear, again, ended })
  latest.current = { hear, again, ended }
  useLayoutEffect(
    () =>
      joinLive(sessionId, {
        hear: (event) => latest.current.hear(event),
        again: () => latest.current.again(),
        ended: (code) => latest.current.ended(code),
      }),
    [sessionId],
  )
}

const ask = (id: string) => call<SessionView>(api.sessions[':id'].$get({ param: { id } }))

/** Where a session is kept. */
export const sessionKey = (id: string) => ['session', id] as const

/** The session as the server has it now. Throws when it cannot be had. */
export const askSession = (id: string): Promise<SessionView> =>
  askKept(sessionKey(id), () => ask(id))

/** An older step never takes the place of a newer one. */
const withStep = (known: SessionView, step: SessionView['projection']): SessionView =>
  step && seqOf(step) < seqOf(known.projection) ? known : { ...known, projection: step }

/** Whether what is announced comes through now. */
export function useLink(sessionId: string): boolean {
  const watch = useCallback((told: () => void) => watchLink(sessionId, told), [sessionId])
  return useSyncExternalStore(watch, () => isLinked(sessionId))
}

interface LiveSession {
  session: SessionView | undefined
  error: unknown
  /** Fetches it again; never throws. */
  refresh: () => Promise<SessionView | undefined>
}

export function useSession(sessionId: string): LiveSession {
  const { data, error, change, again } = useKept(sessionKey(sessionId), () => ask(sessionId))
  useLine(
    sessionId,
    (event) => {
      if (event.type === 'session') {
        const { session: now } = event
        change((known) => withStep({ ...now, projection: known.projection }, now.projection))
      }
      if (event.type === 'version') void again()
      if (event.type === 'projection') change((known) => withStep(known, event.projection))
      if (event.type === 'screen') change((known) => ({ ...known, screen: event.screen }))
      if (event.type === 'attendance') {
        change((known) => ({ ...known, attendance: event.attendance }))
      }
    },
    again,
    (code) => (code === 4401 ? mutate('me') : again()),
  )
  return { session: data, error, refresh: again }
}
