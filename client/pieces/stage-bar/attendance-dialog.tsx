// The attendance list: one tap a person; who announced an absence is filled in with the reason.
import { useState } from 'react'
import type { SessionView } from '../../../shared/events'
import { calledTo } from '../../../shared/quorum'
import type { AbsenceView } from '../../../shared/records/absence'
import type { PublicPerson } from '../../../shared/records/person'
import { api, call } from '../../api'
import { QuorumLine } from '../absence/quorum-line'
import { useAbsences } from '../absence/use-absences'
import { DialogActs } from '../dialog-acts'
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
import { AttendanceRow } from './attendance-row'
import { changesOf, type Kind, type Mark, marksOf, noTaps } from './roll'
import './record-dialogs.css'
import './attendance.css'

interface AttendanceDialogProps {
  session: SessionView
  onClose: () => void
  onChanged: (session: SessionView) => void
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
  // Over what stands now: what another window saves meanwhile comes in by itself.
  const [taps, setTaps] = useState(noTaps)
  const marks = marksOf(view, taps)
  const { isBusy, trouble, send } = useSending()
  const mark = (username: string, next: Mark) =>
    setTaps({ ...taps, marks: new Map(taps.marks).set(username, next) })
  const count = (kind: Kind) => [...marks.values()].filter((one) => one.kind === kind).length
  const unset = listed.filter(({ username }) => !marks.has(username))
  const foretold = new Map(view.absences.map(({ username, reason }) => [username, reason]))
  const attendance = [...marks].map(([username, one]) => ({ username, ...one }))

  const rest = () =>
    setTaps({ ...taps, rest: [...taps.rest, ...unset.map(({ username }) => username)] })
  const save = () =>
    send(async () => {
      const param = { id: session.id }
      const json = { attendance: changesOf(view, taps) }
      onChanged(await call(api.sessions[':id'].attendance.$patch({ param, json })))
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
        <DialogActs
          onClose={onClose}
          busy={isBusy}
          disabled={marks.size === 0}
          onClick={() => void save()}
        >
          {t('common.save')}
        </DialogActs>
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
