// What has happened lately, over all sessions.
import type { SessionView } from '../../../shared/events'
import { type MoveAct, moveActs } from '../../../shared/stages'

export interface Happened {
  readonly session: SessionView
  readonly act: MoveAct | 'plan'
  readonly by: string
  readonly at: string
  readonly version: number | null
}

const known = ['plan', ...moveActs] as const

/** The newest first. */
export function lately(sessions: readonly SessionView[], count: number): readonly Happened[] {
  return sessions
    .flatMap((session) =>
      session.history.flatMap(({ act, by, at, version }) => {
        const found = known.find((one) => one === act)
        return found ? [{ session, act: found, by, at, version: version ?? null }] : []
      }),
    )
    .sort((one, other) => other.at.localeCompare(one.at))
    .slice(0, count)
}
