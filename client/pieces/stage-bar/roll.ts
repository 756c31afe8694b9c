// The roll as it stands and as this window changes it: what others keep meanwhile stays.
import type { AbsenceView } from '../../../shared/records/absence'
import type { Attendance } from '../../../shared/records/session'

export type Kind = Attendance[number]['kind']
export interface Mark {
  readonly kind: Kind
  readonly reason: string
}
type Marks = ReadonlyMap<string, Mark>

/** What was done in this window and is not sent yet. */
export interface Taps {
  /** One by one: they count whatever stood there. */
  readonly marks: Marks
  /** All the others at once: they give way to what stands. */
  readonly rest: readonly string[]
}
export const noTaps: Taps = { marks: new Map(), rest: [] }

const keptIn = ({ attendance }: AbsenceView): Marks =>
  new Map(
    attendance.map(({ username, kind, reason = '' }) => [username, { kind: kind as Kind, reason }]),
  )

/** Nobody has said so one by one: who announced an absence is excused, the rest are present. */
const byTheWay = ({ absences }: AbsenceView, { rest }: Taps): Marks =>
  new Map<string, Mark>([
    ...rest.map((username) => [username, { kind: 'present', reason: '' }] as const),
    ...absences.map(({ username, reason }) => [username, { kind: 'excused', reason }] as const),
  ])

export const marksOf = (view: AbsenceView, taps: Taps): Marks =>
  new Map([...byTheWay(view, taps), ...keptIn(view), ...taps.marks])

/** Only what this window changes is sent. */
export function changesOf(view: AbsenceView, taps: Taps) {
  const kept = keptIn(view)
  const byWay = [...byTheWay(view, taps)].filter(
    ([username]) => !kept.has(username) && !taps.marks.has(username),
  )
  return [
    ...byWay.map(([username, mark]) => ({ username, ...mark, onlyUnset: true })),
    ...[...taps.marks].map(([username, mark]) => ({ username, ...mark })),
  ]
}
