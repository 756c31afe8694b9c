// The texts of a session that can be compared: how each is named in an address, called, and fetched.
import useSWR from 'swr'
import type { PaperNode } from '../../../shared/document/outline'
import type { SessionView } from '../../../shared/events'
import { stagesFrom } from '../../../shared/stages'
import { api, call } from '../../api'
import { useWords } from '../words/words'

/** `version.<id>`, `draft@<instant>`, or one of the live papers. */
export type Side =
  | { readonly kind: 'version'; readonly id: string }
  | { readonly kind: 'moment'; readonly paper: 'outline' | 'draft'; readonly at: string }
  | { readonly kind: 'outline' | 'draft' | 'passed' }

export function keyOf(side: Side): string {
  if (side.kind === 'version') return `version.${side.id}`
  return side.kind === 'moment' ? `${side.paper}@${side.at}` : side.kind
}

export function sideOf(key: string | null): Side | null {
  if (!key) return null
  if (key === 'outline' || key === 'draft' || key === 'passed') return { kind: key }
  if (key.startsWith('version.')) return { kind: 'version', id: key.slice('version.'.length) }
  const [paper, at = ''] = key.split('@')
  const isMoment = (paper === 'outline' || paper === 'draft') && !Number.isNaN(Date.parse(at))
  return isMoment ? { kind: 'moment', paper, at } : null
}

/** Oldest first. A guest reads versions only. */
export function sidesOf(session: SessionView, readsLive: boolean): Side[] {
  const versions = session.versions.map(({ id }): Side => ({ kind: 'version', id }))
  if (!readsLive) return versions
  const live: Side[] = []
  if (stagesFrom('outline').includes(session.stage)) live.push({ kind: 'outline' })
  const hasDraft = stagesFrom('draft').includes(session.stage)
  return [
    ...live,
    ...versions,
    ...(session.passed ? [{ kind: 'passed' } as const] : []),
    ...(hasDraft ? [{ kind: 'draft' } as const] : []),
  ]
}

export function useSideName(session: SessionView | undefined): (side: Side) => string {
  const { t, dateTime } = useWords()
  const words = { outline: 'outline', draft: 'draftNow', passed: 'passed' } as const
  return (side) => {
    if (side.kind === 'moment') return t('changes.moment', { at: dateTime(side.at) })
    if (side.kind !== 'version') return t(`changes.${words[side.kind]}`)
    const version = session?.versions.find(({ id }) => id === side.id)
    return t('changes.version', { n: version?.number ?? '?' })
  }
}

async function fetchSide({ documents }: SessionView, side: Side): Promise<PaperNode> {
  const text = (request: Promise<unknown>) => request as Promise<{ content: PaperNode }>
  // The API's type spells a paper's nodes out, to no depth's end.
  const asked = (() => {
    const { draft } = documents
    switch (side.kind) {
      case 'version':
        return text(call(api.versions[':id'].$get({ param: { id: side.id } }) as never))
      case 'moment': {
        const param = { id: documents[side.paper], at: side.at }
        return text(call(api.documents[':id'].history[':at'].$get({ param }) as never))
      }
      case 'passed':
        return text(call(api.documents[':id'].passed.$get({ param: { id: draft } }) as never))
      default: {
        const param = { id: documents[side.kind] }
        return text(call(api.documents[':id'].text.$get({ param }) as never))
      }
    }
  })()
  return (await asked).content
}

/** A live text is fetched anew whenever the page is looked at again. */
export function useSide(session: SessionView | undefined, side: Side | null) {
  const { data, error, mutate } = useSWR(
    session && side ? ['side', session.id, keyOf(side), session.passed?.at] : null,
    () => fetchSide(session as SessionView, side as Side),
  )
  return { content: data, error: error as unknown, retry: () => void mutate() }
}
