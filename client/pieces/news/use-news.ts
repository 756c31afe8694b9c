// What others did since one last looked, at every paper one may read.
import { useCallback } from 'react'
import type { PaperNews } from '../../../shared/records/look'
import { api, call } from '../../api'
import { askKept, useKept } from '../live/kept'

const key = 'news'
const refreshMs = 60_000

const load = async (): Promise<readonly PaperNews[]> =>
  (await call(api.news.$get())).papers as PaperNews[]

/** Asks the server now. Throws what `call` throws. */
export const askNews = () => askKept(key, load)

export function useNews(): { papers: readonly PaperNews[] | undefined; refresh: () => void } {
  const { data, again } = useKept(key, load, {
    refreshInterval: refreshMs,
    keepPreviousData: true,
  })
  const refresh = useCallback(() => void again(), [again])
  return { papers: data, refresh }
}
