// The paper's threads as numbers: which wait for an answer, which have one.
import { useMemo } from 'react'
import useSWR from 'swr'
import type { ThreadView } from '../../../shared/records/thread'
import { api, call } from '../../api'

export interface ThreadSets {
  readonly open: ReadonlySet<string>
  readonly answered: ReadonlySet<string>
}

/** Shares its key with the comments' panel, which keeps the list up to date. */
export function useThreadSets(documentId: string, isOn: boolean): ThreadSets {
  const { data } = useSWR(isOn ? ['threads', documentId] : null, () =>
    call<{ threads: ThreadView[] }>(
      api.documents[':id'].threads.$get({ param: { id: documentId } }),
    ),
  )
  return useMemo(() => {
    const of = (state: ThreadView['state']) =>
      new Set(data?.threads.flatMap((thread) => (thread.state === state ? [thread.id] : [])))
    return { open: of('open'), answered: of('answered') }
  }, [data])
}
