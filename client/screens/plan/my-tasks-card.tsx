// Beside the plan: what is mine to do now, the nearest deadline first.
import { useState } from 'react'
import { Link } from 'wouter'
import { Button } from '../../pieces/ui/button'
import { useWords } from '../../pieces/words/words'
import { dueSaying, isPressing } from './due'
import { raised } from './first-letter'
import type { Task } from './my-tasks'
import './plan-cards.css'

/** What fits beside the plan without hiding what follows. */
const shownAtFirst = 5

const look = (task: Task, now: number) => {
  if (!task.isAwaited) return 'is-offer'
  const presses = task.due ? isPressing(task.due, now) : task.session.stage === 'inSession'
  return presses ? 'is-pressing' : 'is-awaited'
}

export function MyTasksCard({ tasks, now }: { tasks: readonly Task[]; now: number }) {
  const { t, date, dateTime } = useWords()
  const [isWhole, setWhole] = useState(false)
  const shown = isWhole ? tasks : tasks.slice(0, shownAtFirst)
  return (
    <section className="plan-card" aria-labelledby="plan-my-tasks">
      <h2 id="plan-my-tasks" className="plan-card-title">
        {t('plan.myTasks')}
        {tasks.length > 0 && <span className="plan-card-count">{tasks.length}</span>}
      </h2>
      {tasks.length === 0 && <p className="plan-soft">{t('plan.noTasks')}</p>}
      <ul className="plan-tasks">
        {shown.map((task) => {
          const { session, due } = task
          const words = t(task.words.key, task.words.values)
          const left = due && dueSaying(due, now)
          return (
            <li key={task.id} className={`plan-task ${look(task, now)}`}>
              <Link href={task.href ?? `/sessions/${session.id}`} className="plan-task-words">
                {raised(words)}
              </Link>
              <p className="plan-task-topic">
                {t('plan.taskTopic', { number: session.number, topic: session.topic })}
              </p>
              {due && left && (
                <p className="plan-task-due">
                  <b>{t(left.key, left.values)}</b> · {due.isDay ? date(due.at) : dateTime(due.at)}
                </p>
              )}
            </li>
          )
        })}
      </ul>
      {tasks.length > shownAtFirst && (
        <Button variant="quiet" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
          {isWhole ? t('plan.fewerTasks') : t('plan.allTasks', { count: tasks.length })}
        </Button>
      )}
    </section>
  )
}
