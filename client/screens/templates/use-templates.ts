// The cell's own templates by kind.
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
    return new Map((templates as OwnTemplate[]).map((one) => [one.kind, one]))
  })
  return { own: data, error: error as unknown, refresh: () => mutate() }
}
