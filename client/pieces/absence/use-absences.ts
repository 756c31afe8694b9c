// Announced absences: those of a session that one may see, and one's own on every session.
import { useCallback } from 'react'
import useSWR, { mutate as mutateAny } from 'swr'
import type { AbsenceView, OwnAbsence } from '../../../shared/records/absence'
import { api, call } from '../../api'
import { useKept } from '../live/kept'
import { useLine } from '../live/session-live'

const ownKey = 'absences'

export function useAbsences(sessionId: string) {
  const { data, change, again } = useKept(['absences', sessionId], async () => {
    const param = { id: sessionId }
    return call<AbsenceView>(api.sessions[':id'].absences.$get({ param }))
  })
  // Whatever changed in the session is announced; reasons are not, and are asked for.
  useLine(sessionId, ({ type }) => type === 'session' && void again(), again)
  const keep = useCallback(
    async (view: AbsenceView) => {
      change(() => view)
      // Asked for once more: what another said meanwhile is not in it.
      await again()
      await mutateAny(ownKey)
    },
    [change, again],
  )
  return { view: data, keep }
}

export function useOwnAbsences(): ReadonlyMap<string, OwnAbsence> {
  const { data } = useSWR(ownKey, async () => {
    const { absences } = await call(api.absences.$get())
    return new Map(absences.map((one) => [one.sessionId, one]))
  })
  return data ?? new Map()
}

/** Throws Refused or Unreachable. */
export async function sendAbsence(
  sessionId: string,
  username: string,
  reason: string,
): Promise<AbsenceView> {
  const param = { id: sessionId, username }
  const absence = api.sessions[':id'].absences[':username']
  const view = await call<AbsenceView>(absence.$put({ param, json: { reason } }))
  await mutateAny(ownKey)
  return view
}

/** Throws Refused or Unreachable. */
export async function dropAbsence(sessionId: string, username: string): Promise<AbsenceView> {
  const param = { id: sessionId, username }
  const view = await call<AbsenceView>(api.sessions[':id'].absences[':username'].$delete({ param }))
  await mutateAny(ownKey)
  return view
}
