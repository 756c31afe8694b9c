// The papers of a session that an item of its programme can be about, with their names.
import { useMemo } from 'react'
import type { SessionView } from '../../../shared/events'
import type { ItemPaper } from '../../../shared/records/meeting'
import { useWords } from '../words/words'

export interface NamedPaper extends ItemPaper {
  readonly name: string
  readonly href: string
}

export function usePapers({
  id: sessionId,
  documents,
  versions,
}: Pick<SessionView, 'id' | 'documents' | 'versions'>): readonly NamedPaper[] {
  const { t } = useWords()
  return useMemo(
    () => [
      ...(['outline', 'draft'] as const).map((kind) => ({
        kind,
        id: documents[kind],
        name: t(`paper.${kind}`),
        href: `/sessions/${sessionId}/${kind}`,
      })),
      ...versions.map(({ id, number }) => ({
        kind: 'version' as const,
        id,
        name: t('editor.version', { n: number }),
        href: `/versions/${id}`,
      })),
    ],
    [t, sessionId, documents, versions],
  )
}
