// Which two texts are compared and how: kept in the address.
import { useSearchParams } from 'wouter'
import type { Layout } from '../../pieces/changes/change-list'
import { type Side, sideOf } from '../../pieces/changes/sides'

/** Which two texts, and how they are shown, is in the address: a link shows the same. */
export function useChoice(sides: readonly Side[]) {
  const [query, setQuery] = useSearchParams()
  const narrow = window.matchMedia('(max-width: 800px)').matches
  const set = (values: Record<string, string | null>) =>
    setQuery(
      (before) => {
        for (const [name, value] of Object.entries(values)) {
          if (value === null) before.delete(name)
          else before.set(name, value)
        }
        return before
      },
      { replace: true },
    )
  const from = sideOf(query.get('from')) ?? sides.at(-2) ?? null
  const to = sideOf(query.get('to')) ?? sides.at(-1) ?? null
  const view = query.get('view') ?? (narrow ? 'inline' : 'sides')
  return {
    from,
    to,
    layout: (view === 'inline' ? 'inline' : 'sides') as Layout,
    onlyChanges: query.get('all') === null,
    set,
  }
}
export type Choice = ReturnType<typeof useChoice>
