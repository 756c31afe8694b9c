// On the plan: saying that one cannot come to a meeting that is near, or what one has said.
import { useState } from 'react'
import type { SessionView } from '../../../shared/events'
import { can } from '../../../shared/rights'
import { useOwnAbsences } from '../../pieces/absence/use-absences'
import { laterPart } from '../../pieces/later-part'
import { standingIn } from '../../pieces/live/standing'
import { useMe } from '../../pieces/me'
import { useWords } from '../../pieces/words/words'

const AbsenceDialog = laterPart(() =>
  import('../../pieces/absence/absence-dialog').then((m) => m.AbsenceDialog),
)

/** Nobody knows earlier whether they can come; the meeting's own page takes a word at any time. */
const nearMs = 21 * 24 * 3600 * 1000

export function AbsenceNote({ session, now }: { session: SessionView; now: number }) {
  const { t } = useWords()
  const { person } = useMe()
  const own = useOwnAbsences().get(session.id)
  const [isOpen, setOpen] = useState(false)
  const where = { stage: session.stage, windows: session.windows, now }
  const left = Date.parse(session.meetingAt) - now
  const isNear = left > 0 && left < nearMs
  if (can('announceAbsence', standingIn(session, person), where) !== true) return null
  if (!own && !isNear) return null
  return (
    <>
      <button
        type="button"
        className={own ? 'plan-row-absence is-said' : 'plan-row-absence'}
        onClick={() => setOpen(true)}
      >
        {t(own ? 'before.absentDone' : 'before.absent')}
      </button>
      {isOpen && (
        <AbsenceDialog
          session={session}
          said={own?.reason ?? null}
          onKept={() => undefined}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  )
}
