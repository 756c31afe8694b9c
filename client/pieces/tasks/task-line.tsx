// One task in words: what, who, until when, how it stands.

import { isLate } from '../../../shared/facts/task'
import type { TaskView } from '../../../shared/records/task'
import { useNow } from '../now'
import { usePeople } from '../people-names'
import { Badge } from '../ui/badge'
import { useWords } from '../words/words'
import { dayOf, daysBetween } from './today'
import './tasks.css'

const tones = { notBegun: 'plain', underWay: 'blue', done: 'green' } as const

export function TaskLine({ task }: { task: TaskView }) {
  const { t, date } = useWords()
  const { nameOf } = usePeople()
  const today = dayOf(useNow(60_000))
  const { body, responsible, dueOn, state, evidence } = task
  const isPast = isLate(task, today)
  return (
    <>
      <p className="task-body">{body}</p>
      <p className="task-facts">
        <Badge tone={isPast ? 'red' : tones[state]}>{t(`after.${state}`)}</Badge>
        <span>{responsible === null ? t('common.nobody') : nameOf(responsible)}</span>
        <span className={isPast ? 'task-late' : ''}>
          {dueOn === null
            ? t('after.tasksNoDay')
            : t('after.tasksDue', { at: date(`${dueOn}T00:00`) })}
          {isPast && dueOn !== null && (
            <> · {t('after.tasksLate', { days: daysBetween(dueOn, today) })}</>
          )}
        </span>
      </p>
      {evidence && <p className="task-soft">{t('after.itemEvidenceShown', { evidence })}</p>}
    </>
  )
}
