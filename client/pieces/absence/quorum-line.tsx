// Whether enough of those with a vote are there, in one line.
import { quorumOf } from '../../../shared/quorum'
import type { Attendance } from '../../../shared/records/session'
import { usePeople } from '../people-names'
import { useWords } from '../words/words'
import './quorum-line.css'

export function QuorumLine({
  attendance,
}: {
  attendance: readonly Pick<Attendance[number], 'username' | 'kind'>[]
}) {
  const { t } = useWords()
  const { people } = usePeople()
  if (!people) return null
  const { entitled, present, needed, isReached } = quorumOf(people, attendance)
  return (
    <p className={isReached ? 'quorum is-reached' : 'quorum'} role="status">
      {t(isReached ? 'before.quorumYes' : 'before.quorumNo', { present, entitled, needed })}
    </p>
  )
}
