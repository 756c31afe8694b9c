// Tasks of all the cell's conclusions: listed across sessions and years, reported by their person.
import type { z } from 'zod'
import { inOrder, stateOf } from '../../shared/facts/task'
import type { Person } from '../../shared/records/person'
import type { Session } from '../../shared/records/session'
import type { newTaskReport, TaskReport, TaskView } from '../../shared/records/task'
import { Refusal } from '../../shared/refusals'
import { can } from '../../shared/rights'
import { stagesFrom } from '../../shared/stages'
import { circumstanceOf, seesVersionsOnly, standingOf } from '../auth/access'
import { announce, isoNow, type Services } from '../services'
import type { Reader } from '../stores/contract'
import { demand, sessionFor } from './demand'
import { oneAtATime } from './one-at-a-time'

/** The meeting is over: what it gave out is work. */
const given = stagesFrom('revising')

async function tasksIn(records: Reader, sessions: readonly Session[]): Promise<TaskView[]> {
  const reports = await records.find('taskReports')
  return sessions.flatMap(({ id, number, year, topic, meetingAt, stage, conclusion }) =>
    given.includes(stage)
      ? conclusion
          .filter(({ kind }) => kind === 'task')
          .map(({ id: item, body, responsible, dueOn, evidence }): TaskView => {
            const own = reports.filter((one) => one.sessionId === id && one.item === item)
            return {
              item,
              body,
              responsible,
              dueOn,
              evidence,
              session: { id, number, year, topic, meetingAt, stage },
              state: stateOf(own),
              reports: own,
            }
          })
      : [],
  )
}

/** Late ones first. Those of sessions whose papers one reads; a guest has none. */
export async function listTasks(services: Services, person: Person): Promise<TaskView[]> {
  const { records, clock } = services
  const sessions = await records.find('sessions', { cellId: person.cellId })
  const read = sessions.filter((session) => !seesVersionsOnly(person, session, clock()))
  return inOrder(await tasksIn(records, read))
}

/** What earlier sessions of the cell gave out and is not done yet. */
export async function openTasksBefore(records: Reader, session: Session): Promise<TaskView[]> {
  const sessions = await records.find('sessions', { cellId: session.cellId })
  const earlier = sessions.filter(
    ({ id, meetingAt }) => id !== session.id && meetingAt < session.meetingAt,
  )
  return inOrder(await tasksIn(records, earlier)).filter(({ state }) => state !== 'done')
}

/** Throws Refusal. Every report is kept; the last one says how the task stands. */
export function reportTask(
  services: Services,
  person: Person,
  sessionId: string,
  item: string,
  { state, words }: z.infer<typeof newTaskReport>,
): Promise<TaskView> {
  return oneAtATime(sessionId, async () => {
    const session = await sessionFor(services.records, sessionId, person)
    const task = session.conclusion.find(({ id, kind }) => id === item && kind === 'task')
    if (!task) throw new Refusal('not-found')
    const standing = {
      ...standingOf(person, session),
      isResponsible: task.responsible === person.username,
    }
    demand(can('reportTask', standing, circumstanceOf(session, services.clock())))
    if (state === 'done' && words === '') throw new Refusal('evidence-required')
    const report: TaskReport = {
      id: services.newId(),
      sessionId,
      item,
      by: person.username,
      at: isoNow(services),
      state,
      words,
    }
    await services.records.transact((handle) => handle.put('taskReports', report))
    await announce(services, session)
    const [view] = (await tasksIn(services.records, [session])).filter((one) => one.item === item)
    if (!view) throw new Refusal('not-found')
    return view
  })
}
