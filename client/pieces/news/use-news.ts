// What others did since one last looked, at every paper one may read.
import { useCallback } from 'react'
import useSWR, { mutate } from 'swr'
import type { PaperNews } from '../../../shared/records/look'
import { api, call } from '../../api'

const key = 'news'
const refreshMs = 60_000

const load = async (): Promise<readonly PaperNews[]> =>
  (await call(api.news.$get())).papers as PaperNews[]

/** Asks the server now. Throws what `call` throws. */
export async function askNews(): Promise<readonly PaperNews[]> {
  const papers = await load()
  await mutate(key, papers, { revalidate: false })
  return papers
}

export function useNews(): { papers: readonly PaperNews[] | undefined; refresh: () => void } {
  const { data, mutate: again } = useSWR(key, load, {
    refreshInterval: refreshMs,
    keepPreviousData: true,
  })
  const refresh = useCallback(() => void again(), [again])
  return { papers: data, refresh }
}
