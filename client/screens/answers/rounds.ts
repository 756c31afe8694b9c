// Which rounds a session's table has, and which one is looked at first.
import type { SessionView } from '../../../shared/events'
import type { AnswersRow } from '../../../shared/papers/answers-schema'
import type { RowGroup } from '../../../shared/papers/answers-words'

/** A live paper, a version by its number, or everything. */
export type RoundKey = 'outline' | 'draft' | `v${number}` | 'all'

type Rounds = Pick<SessionView, 'stage' | 'versions'>

/** Whoever reads frozen versions only has no rounds of live papers. */
export function roundsOf({ versions }: Rounds, readsLive: boolean): RoundKey[] {
  const live = readsLive ? (['outline', 'draft'] as const) : []
  return [...live, ...versions.map(({ number }): RoundKey => `v${number}`), 'all']
}

/** The round that is under way; the whole session once all are over. */
export function firstRound(session: Rounds, readsLive: boolean): RoundKey {
  const { stage, versions } = session
  const last = versions.at(-1)
  if (stage === 'frozen' || stage === 'inSession') return last ? `v${last.number}` : 'all'
  if (!readsLive) return 'all'
  if (stage === 'planned' || stage === 'outline') return 'outline'
  return stage === 'draft' ? 'draft' : 'all'
}

export const isOfRound = ({ ground, version }: AnswersRow, round: RoundKey): boolean =>
  round === 'all' || (ground === 'version' ? round === `v${version}` : round === ground)

export const filters = ['all', 'open', 'answered'] as const
export type Filter = (typeof filters)[number]

const passes = ({ verdict }: AnswersRow, filter: Filter) =>
  filter === 'all' || (filter === 'open') === (verdict === null)

/** Groups with the rows that pass; a round's title goes to the first group of it that is left. */
export function filtered(groups: readonly RowGroup[], filter: Filter): RowGroup[] {
  let round: string | null = null
  return groups.flatMap((group) => {
    round = group.round ?? round
    const rows = group.rows.filter(({ row }) => passes(row, filter))
    if (rows.length === 0) return []
    const shown = { ...group, round, rows }
    round = null
    return [shown]
  })
}
