// The paper's threads as numbers: which wait for an answer, which have one.
import { useMemo } from 'react'
import type { ThreadView } from '../../../shared/records/thread'
import { askThreads } from '../../pieces/comments/ask-threads'
import { useKept } from '../../pieces/live/kept'

export interface ThreadSets {
  readonly open: ReadonlySet<string>
  readonly answered: ReadonlySet<string>
}

/** Shares its key with the comments' panel, which keeps the list up to date. */
export function useThreadSets(documentId: string, isOn: boolean): ThreadSets {
  const { data } = useKept(isOn ? ['threads', documentId] : null, () =>
    askThreads('document', documentId),
  )
  return useMemo(() => {
    const of = (state: ThreadView['state']) =>
      new Set(data?.threads.flatMap((thread) => (thread.state === state ? [thread.id] : [])))
    return { open: of('open'), answered: of('answered') }
  }, [data])
}
