// The attendance list: one tap a person; who announced an absence is filled in with the reason.
import { useState } from 'react'
import type { SessionView } from '../../../shared/events'
import { calledTo } from '../../../shared/quorum'
import type { AbsenceView } from '../../../shared/records/absence'
import type { PublicPerson } from '../../../shared/records/person'
import { api, call } from '../../api'
import { QuorumLine } from '../absence/quorum-line'
import { useAbsences } from '../absence/use-absences'
import { byGivenName } from '../name-order'
import { usePeople } from '../people-names'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { Notice } from '../ui/notice'
import { toast } from '../ui/toast'
import { Waiting } from '../ui/waiting'
import { useSending } from '../use-sending'
import { useWords } from '../words/words'
import { AttendanceFind } from './attendance-find'
import { AttendanceRow, type Kind, type Mark } from './attendance-row'
import './record-dialogs.css'
import './attendance.css'

interface AttendanceDialogProps {
  session: SessionView
  onClose: () => void
  onChanged: (session: SessionView) => void
}

/** What stands already; who has only announced an absence is excused. */
function markedIn({ absences, attendance }: AbsenceView): ReadonlyMap<string, Mark> {
  const foretold = absences.map(({ username, reason }) => {
    return [username, { kind: 'excused', reason }] as const
  })
  const kept = attendance.map(({ username, kind, reason = '' }) => {
    return [username, { kind: kind as Kind, reason }] as const
  })
  return new Map<string, Mark>([...foretold, ...kept])
}

export function AttendanceDialog({ session, onClose, onChanged }: AttendanceDialogProps) {
  const { t } = useWords()
  const { people } = usePeople()
  const { view } = useAbsences(session.id)
  const listed = people && calledTo(people, session.seats).sort(byGivenName)
  if (listed && view) {
    return <AttendanceList {...{ session, onClose, onChanged, listed, view }} />
  }
  return (
    <Dialog open onClose={onClose} title={t('stageBar.attendance')}>
      <Waiting />
    </Dialog>
  )
}

interface ListProps extends AttendanceDialogProps {
  listed: readonly PublicPerson[]
  view: AbsenceView
}

function AttendanceList({ session, listed, view, onClose, onChanged }: ListProps) {
  const { t } = useWords()
  const [marks, setMarks] = useState(() => markedIn(view))
  const { isBusy, trouble, send } = useSending()
  const mark = (username: string, next: Mark) => setMarks(new Map(marks).set(username, next))
  const count = (kind: Kind) => [...marks.values()].filter((one) => one.kind === kind).length
  const unset = listed.filter(({ username }) => !marks.has(username))
  const foretold = new Map(view.absences.map(({ username, reason }) => [username, reason]))
  const attendance = [...marks].map(([username, one]) => ({ username, ...one }))

  const rest = () => {
    const present = unset.map(
      ({ username }) => [username, { kind: 'present', reason: '' }] as const,
    )
    setMarks(new Map([...marks, ...present]))
  }
  const save = () =>
    send(async () => {
      const param = { id: session.id }
      onChanged(await call(api.sessions[':id'].attendance.$put({ param, json: { attendance } })))
      toast(t('stageBar.saved'), 'green')
      onClose()
    })

  return (
    <Dialog
      open
      onClose={onClose}
      title={t('stageBar.attendance')}
      description={t('before.attendanceIntro')}
      actions={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button
            variant="primary"
            busy={isBusy}
            disabled={marks.size === 0}
            onClick={() => void save()}
          >
            {t('common.save')}
          </Button>
        </>
      }
    >
      <div className="attendance-head">
        <div>
          <p className="stage-soft" aria-live="polite">
            {t('stageBar.attendanceSummary', {
              present: count('present'),
              excused: count('excused'),
              absent: count('absent'),
            })}
            {unset.length > 0 && <> · {t('stageBar.attendanceUnset', { count: unset.length })}</>}
          </p>
          <QuorumLine attendance={attendance} />
        </div>
      </div>
      <div className="attendance-tools">
        <AttendanceFind
          listed={listed}
          onFound={(username) => mark(username, { kind: 'present', reason: '' })}
        />
        <Button onClick={rest} disabled={unset.length === 0}>
          {t('before.attendanceRest')}
        </Button>
      </div>
      <ul className="attendance-list">
        {listed.map((person) => (
          <AttendanceRow
            key={person.username}
            person={person}
            mark={marks.get(person.username) ?? null}
            foretold={foretold.get(person.username)}
            isGuest={session.seats.guests.includes(person.username)}
            onMark={(next) => mark(person.username, next)}
          />
        ))}
      </ul>
      {trouble && <Notice tone="red">{trouble}</Notice>}
    </Dialog>
  )
}
