// The cell's sessions, fetched again every few seconds and whenever one comes back to the page.
import { useState } from 'react'
import useSWR from 'swr'
import type { SessionView } from '../../../shared/events'
import { api, call } from '../../api'

const refreshMs = 15_000

interface PlanData {
  sessions: readonly SessionView[] | undefined
  error: unknown
  /** When the sessions on screen came from the server. */
  loadedAt: string | null
  refresh: () => void
}

export function usePlan(): PlanData {
  const [loadedAt, setLoadedAt] = useState<string | null>(null)
  const { data, error, mutate } = useSWR('sessions', () => call(api.sessions.$get()), {
    refreshInterval: refreshMs,
    // So that being offline is noticed, and said.
    refreshWhenOffline: true,
    keepPreviousData: true,
    onSuccess: () => setLoadedAt(new Date().toISOString()),
  })
  return { sessions: data?.sessions, error, loadedAt, refresh: () => void mutate() }
}
