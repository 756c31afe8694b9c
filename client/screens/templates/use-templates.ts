// The cell's own templates by kind.
import { useMemo } from 'react'
import useSWR from 'swr'
import type { PaperNode } from '../../../shared/document/outline'
import type { TemplateKind } from '../../../shared/templates/kinds'
import { api, call } from '../../api'

export interface OwnTemplate {
  readonly kind: TemplateKind
  readonly content: PaperNode
  readonly changedAt: string
  readonly changedBy: string
}

export function useTemplates() {
  const { data, error, mutate } = useSWR('templates', async () => {
    const { templates } = await call(api.templates.$get())
    // The API's type spells a paper's nodes out, to no depth's end.
    return templates as OwnTemplate[]
  })
  const own = useMemo(() => data && new Map(data.map((one) => [one.kind, one])), [data])
  return { own, error: error as unknown, refresh: () => mutate() }
}
