// May one comment here and now, and if not: why, and from when or until when.
import type { SessionView } from '../../../shared/events'
import { type CommentGround, can, commentActOf } from '../../../shared/rights'
import type { Standing } from '../../../shared/roles'
import { stages } from '../../../shared/stages'

export type Gate =
  | { readonly isOpen: true }
  | {
      readonly isOpen: false
      readonly why: 'noRight' | 'notYet' | 'over' | 'overVersion' | 'versionClosed'
      readonly version?: { readonly id: string; readonly number: number }
    }
  | { readonly isOpen: false; readonly why: 'opens' | 'closed'; readonly at: string }

type GateSession = Pick<SessionView, 'stage' | 'windows' | 'versions'>

export function commentGate(
  ground: CommentGround,
  session: GateSession,
  who: Standing,
  now: number,
): Gate {
  const { stage, windows, versions } = session
  const decision = can(commentActOf[ground], who, { stage, windows, now })
  if (decision === true) return { isOpen: true }
  if (decision === 'not-yours') return { isOpen: false, why: 'noRight' }
  if (ground === 'version') return { isOpen: false, why: 'versionClosed' }
  if (decision === 'window-closed') {
    const { opensAt, closesAt } = windows[ground]
    return now < Date.parse(opensAt)
      ? { isOpen: false, why: 'opens', at: opensAt }
      : { isOpen: false, why: 'closed', at: closesAt }
  }
  if (stages.indexOf(stage) < stages.indexOf(ground)) return { isOpen: false, why: 'notYet' }
  const version = versions.at(-1)
  const takesVersion = ground === 'draft' && (stage === 'frozen' || stage === 'inSession')
  return takesVersion && version
    ? { isOpen: false, why: 'overVersion', version }
    : { isOpen: false, why: 'over' }
}
