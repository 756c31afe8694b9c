// A session as it is now: fetched once, then kept by what the server announces.
import { useCallback, useEffect, useSyncExternalStore } from 'react'
import useSWR, { mutate as mutateAny } from 'swr'
import type { LiveEvent, SessionView } from '../../../shared/events'
import { seqOf } from '../../../shared/facts/screen'
import { api, call } from '../../api'
import { isLinked, joinLive, watchLink } from './live-socket'

const ignore = () => undefined

/**
 * Hears every event of a session until the returned function is called. `again` is called after
 * a lost connection came back: fetch anew what the events would have told.
 */
export function onLive(
  sessionId: string,
  hear: (event: LiveEvent) => void,
  again: () => void = ignore,
): () => void {
  return joinLive(sessionId, { hear, again, ended: ignore })
}

/** The session as the server has it now. Throws when it cannot be had. */
export async function askSession(id: string): Promise<SessionView> {
  const session = await call<SessionView>(api.sessions[':id'].$get({ param: { id } }))
  await mutateAny(['session', id], session, { revalidate: false })
  return session
}

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
  const {
    data: session,
    error,
    mutate,
  } = useSWR(['session', sessionId], () =>
    call<SessionView>(api.sessions[':id'].$get({ param: { id: sessionId } })),
  )
  useEffect(() => {
    const keep = (change: (known: SessionView) => SessionView) =>
      mutate((known) => known && change(known), { revalidate: false })
    return joinLive(sessionId, {
      hear: (event) => {
        if (event.type === 'session') {
          const { session: now } = event
          void mutate(
            (known) =>
              known ? withStep({ ...now, projection: known.projection }, now.projection) : now,
            { revalidate: false },
          )
        }
        if (event.type === 'version') void mutate()
        if (event.type === 'projection') {
          void keep((known) => withStep(known, event.projection))
        }
        if (event.type === 'screen') void keep((known) => ({ ...known, screen: event.screen }))
        if (event.type === 'attendance') {
          void keep((known) => ({ ...known, attendance: event.attendance }))
        }
      },
      again: () => void mutate(),
      ended: (code) => void (code === 4401 ? mutateAny('me') : mutate()),
    })
  }, [sessionId, mutate])
  const refresh = useCallback(() => mutate(), [mutate])
  return { session, error, refresh }
}
