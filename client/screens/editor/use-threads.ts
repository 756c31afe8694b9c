// The paper's threads as numbers: which wait for an answer, which have one.
import { useMemo } from 'react'
import type { ThreadView } from '../../../shared/records/thread'
import { useThreads } from '../../pieces/comments/use-threads'

export interface ThreadSets {
  readonly open: ReadonlySet<string>
  readonly answered: ReadonlySet<string>
}

export function useThreadSets(documentId: string, sessionId: string, isOn: boolean): ThreadSets {
  const { threads } = useThreads('document', documentId, sessionId, isOn)
  return useMemo(() => {
    const of = (state: ThreadView['state']) =>
      new Set(threads?.flatMap((thread) => (thread.state === state ? [thread.id] : [])))
    return { open: of('open'), answered: of('answered') }
  }, [threads])
}
