// What earlier sessions gave out and is not done: it stands in the next session's programme by itself.
import { Link } from 'wouter'
import type { SessionView } from '../../../shared/events'
import type { ProgrammeItem } from '../../../shared/records/meeting'
import { useWords } from '../words/words'
import { TaskLine } from './task-line'
import { useTasks } from './use-tasks'

/** Under which item tasks are reviewed: the one of that name, else where the meeting is introduced. */
const reviewing = ['usualTasks', 'usualAim', 'usualOpening']

export const reviewItem = (programme: readonly ProgrammeItem[]): string | null =>
  reviewing.find((id) => programme.some((item) => item.id === id)) ?? programme[0]?.id ?? null

const shownAtMost = 8

export function OpenTasks({ session, isWanted }: { session: SessionView; isWanted: boolean }) {
  const { t } = useWords()
  const { tasks = [] } = useTasks(isWanted)
  const open = tasks.filter(
    (task) =>
      task.state !== 'done' &&
      task.session.id !== session.id &&
      task.session.meetingAt < session.meetingAt,
  )
  if (open.length === 0) return null
  return (
    <details className="open-tasks">
      <summary>{t('after.tasksReview', { count: open.length })}</summary>
      <ul className="task-list">
        {open.slice(0, shownAtMost).map((task) => (
          <li key={`${task.session.id} ${task.item}`}>
            <TaskLine task={task} />
          </li>
        ))}
      </ul>
      <Link href="/tasks?show=open">{t('after.tasksTitle')}</Link>
    </details>
  )
}
