// The attendance list: present, excused or absent, person by person.
import { useState } from 'react'
import type { SessionView } from '../../../shared/events'
import type { PublicPerson } from '../../../shared/records/person'
import type { Attendance } from '../../../shared/records/session'
import { api, call } from '../../api'
import { usePeople } from '../people-names'
import { Avatar } from '../ui/avatar'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { Notice } from '../ui/notice'
import { toast } from '../ui/toast'
import { Waiting } from '../ui/waiting'
import { useSending } from '../use-sending'
import { useWords } from '../words/words'
import './record-dialogs.css'

type Kind = Attendance[number]['kind']
const kinds = ['present', 'excused', 'absent'] as const satisfies readonly Kind[]

interface AttendanceDialogProps {
  session: SessionView
  onClose: () => void
  onChanged: (session: SessionView) => void
}

/** Those who are called: whoever reads the cell's papers, and this session's guests. */
const called = (people: readonly PublicPerson[], { guests }: SessionView['seats']) =>
  people.filter(
    ({ username, posts, disabled }) =>
      !disabled && (guests.includes(username) || posts.some((post) => post !== 'technician')),
  )

export function AttendanceDialog({ session, onClose, onChanged }: AttendanceDialogProps) {
  const { t } = useWords()
  const { people } = usePeople()
  const [list, setList] = useState(
    () => new Map<string, Kind>(session.attendance.map(({ username, kind }) => [username, kind])),
  )
  const { isBusy, trouble, send } = useSending()
  const listed = people && called(people, session.seats)
  const count = (kind: Kind) => [...list.values()].filter((one) => one === kind).length
  const unset = listed?.filter(({ username }) => !list.has(username)).length ?? 0

  const save = () =>
    send(async () => {
      const attendance = [...list].map(([username, kind]) => ({ username, kind }))
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
      description={t('stageBar.attendanceIntro')}
      actions={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button
            variant="primary"
            busy={isBusy}
            disabled={list.size === 0}
            onClick={() => void save()}
          >
            {t('common.save')}
          </Button>
        </>
      }
    >
      <div className="attendance-head">
        <p className="stage-soft" aria-live="polite">
          {t('stageBar.attendanceSummary', {
            present: count('present'),
            excused: count('excused'),
            absent: count('absent'),
          })}
          {unset > 0 && <> · {t('stageBar.attendanceUnset', { count: unset })}</>}
        </p>
        <Button
          onClick={() =>
            setList(
              new Map(listed?.map(({ username }) => [username, list.get(username) ?? 'present'])),
            )
          }
        >
          {t('stageBar.attendanceAll')}
        </Button>
      </div>
      {listed ? (
        <ul className="attendance-list">
          {listed.map(({ id, username, name }) => (
            <li key={username}>
              <fieldset className="attendance-row">
                <legend>
                  <Avatar name={name} id={id} size={28} /> <span>{name}</span>
                </legend>
                <div className="attendance-kinds">
                  {kinds.map((kind) => (
                    <label key={kind} className={`attendance-kind is-${kind}`}>
                      <input
                        type="radio"
                        name={`attendance-${username}`}
                        checked={list.get(username) === kind}
                        onChange={() => setList(new Map(list).set(username, kind))}
                      />
                      <span>{t(`stageBar.${kind}`)}</span>
                    </label>
                  ))}
                </div>
              </fieldset>
            </li>
          ))}
        </ul>
      ) : (
        <Waiting />
      )}
      {trouble && <Notice tone="red">{trouble}</Notice>}
    </Dialog>
  )
}
