// What every conclusion gave out, across sessions and years: late ones first, each reported by its person.
import { useState } from 'react'
import { Link, useSearchParams } from 'wouter'
import { type TaskState, taskStates } from '../../../shared/facts/task'
import type { TaskView } from '../../../shared/records/task'
import { api, call } from '../../api'
import { MainBar } from '../../pieces/main-bar'
import { useMe } from '../../pieces/me'
import { usePageTitle } from '../../pieces/page-title'
import { usePeople } from '../../pieces/people-names'
import { TaskLine } from '../../pieces/tasks/task-line'
import { useTasks } from '../../pieces/tasks/use-tasks'
import { Trouble } from '../../pieces/trouble'
import { Button } from '../../pieces/ui/button'
import { Field, TextArea } from '../../pieces/ui/field'
import { Held } from '../../pieces/ui/held'
import { Notice } from '../../pieces/ui/notice'
import { Segmented } from '../../pieces/ui/segmented'
import { Waiting } from '../../pieces/ui/waiting'
import { useSending } from '../../pieces/use-sending'
import { useWords } from '../../pieces/words/words'
import '../../pieces/page-head.css'
import './tasks-page.css'

const filters = ['open', 'mine', 'all'] as const
type Filter = (typeof filters)[number]
const filterWords = {
  open: 'after.tasksOpen',
  mine: 'after.tasksMine',
  all: 'after.tasksAll',
} as const satisfies Record<Filter, string>

export function Tasks() {
  const { t } = useWords()
  const { person } = useMe()
  const { tasks, error, refresh } = useTasks()
  const [query, setQuery] = useSearchParams()
  const filter = filters.find((one) => one === query.get('show')) ?? 'open'
  usePageTitle(t('after.tasks'))
  const passes = ({ state, responsible }: TaskView) => {
    if (filter === 'mine') return responsible === person.username
    return filter === 'all' || state !== 'done'
  }
  const shown = tasks?.filter(passes) ?? []
  return (
    <>
      <MainBar here="tasks" />
      <main id="main" className="tasks" tabIndex={-1}>
        <header className="page-head">
          <div>
            <h1>{t('after.tasksTitle')}</h1>
            <p className="task-soft">{t('after.tasksIntro')}</p>
          </div>
          <Segmented
            label={t('after.tasksFilter')}
            options={filters.map((value) => ({ value, words: t(filterWords[value]) }))}
            value={filter}
            onChange={(value) => setQuery({ show: value }, { replace: true })}
          />
        </header>
        {!tasks && (error ? <Trouble error={error} retry={refresh} /> : <Waiting />)}
        {tasks && shown.length === 0 && <p className="tasks-none">{t('after.tasksNone')}</p>}
        <ul className="tasks-list">
          {shown.map((task) => (
            <OneTask key={`${task.session.id} ${task.item}`} task={task} onReported={refresh} />
          ))}
        </ul>
      </main>
    </>
  )
}

function OneTask({ task, onReported }: { task: TaskView; onReported: () => void }) {
  const { t, dateTime } = useWords()
  const { person } = useMe()
  const { nameOf } = usePeople()
  const [isReporting, setReporting] = useState(false)
  const { session, reports } = task
  const { number, year, topic, id } = session
  return (
    <li className={task.state === 'done' ? 'tasks-one is-done' : 'tasks-one'}>
      <TaskLine task={task} />
      <p className="task-soft">
        <Link href={`/sessions/${id}`}>{t('after.tasksFrom', { number, year, topic })}</Link>
      </p>
      {reports.length > 0 && (
        <details>
          <summary>{t('after.taskReports', { count: reports.length })}</summary>
          <ul className="task-list">
            {[...reports].reverse().map((report) => (
              <li key={report.id}>
                <p className="task-facts">
                  <b>{t(`after.${report.state}`)}</b>
                  {nameOf(report.by)} · {dateTime(report.at)}
                </p>
                {report.words !== '' && <p className="task-body">{report.words}</p>}
              </li>
            ))}
          </ul>
        </details>
      )}
      {task.responsible === person.username &&
        (isReporting ? (
          <ReportForm
            task={task}
            onClose={() => setReporting(false)}
            onReported={() => {
              setReporting(false)
              onReported()
            }}
          />
        ) : (
          <Button onClick={() => setReporting(true)}>{t('after.taskReport')}</Button>
        ))}
    </li>
  )
}

interface FormProps {
  task: TaskView
  onClose: () => void
  onReported: () => void
}

function ReportForm({ task, onClose, onReported }: FormProps) {
  const { t } = useWords()
  const [state, setState] = useState<TaskState>(task.state === 'done' ? 'done' : 'underWay')
  const [words, setWords] = useState('')
  const { isBusy, trouble, setTrouble, send } = useSending()
  const report = async () => {
    if (state === 'done' && words.trim() === '') return setTrouble(t('refusal.evidence-required'))
    await send(async () => {
      const param = { id: task.session.id, item: task.item }
      const json = { state, words: words.trim() }
      await call(api.sessions[':id'].tasks[':item'].reports.$post({ param, json }))
      onReported()
    })
  }
  return (
    <div className="tasks-form">
      <Segmented
        label={t('after.taskState')}
        options={taskStates.map((value) => ({ value, words: t(`after.${value}`) }))}
        value={state}
        onChange={setState}
      />
      <Held value={isBusy}>
        <Field label={t('after.taskWords')}>
          <TextArea
            rows={3}
            maxLength={4000}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        </Field>
      </Held>
      {trouble && <Notice tone="red">{trouble}</Notice>}
      <div className="tasks-acts">
        <Button variant="primary" busy={isBusy} onClick={() => void report()}>
          {t('after.taskSend')}
        </Button>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
      </div>
    </div>
  )
}
