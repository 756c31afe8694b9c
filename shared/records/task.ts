// Work that a conclusion gave to somebody: its state is what was last reported, however many years later.
import { z } from 'zod'
import type { Stage } from '../stages'
import type { ConclusionItem } from './conclusion'

export const taskStates = ['notBegun', 'underWay', 'done'] as const
export type TaskState = (typeof taskStates)[number]

export const taskReport = z.object({
  id: z.string(),
  sessionId: z.string(),
  /** The item of that session's conclusion. */
  item: z.string(),
  by: z.string(),
  at: z.iso.datetime(),
  state: z.enum(taskStates),
  /** What was done; for `done` what shows it. */
  words: z.string().trim().max(4000),
})
export type TaskReport = z.infer<typeof taskReport>
export const newTaskReport = taskReport.pick({ state: true, words: true })

/** A task with the session it came from, as everyone who reads papers sees it. */
export interface TaskView
  extends Pick<ConclusionItem, 'body' | 'responsible' | 'dueOn' | 'evidence'> {
  readonly item: string
  readonly session: {
    readonly id: string
    readonly number: number
    readonly year: number
    readonly topic: string
    readonly meetingAt: string
    readonly stage: Stage
  }
  readonly state: TaskState
  readonly reports: readonly TaskReport[]
}

/** Of the reports on one task, in the order they were made. */
export const stateOf = (reports: readonly Pick<TaskReport, 'state'>[]): TaskState =>
  reports.at(-1)?.state ?? 'notBegun'

/** Late on the day after its own; one that is done is never late. `today`: as `2027-02-05`. */
export const isLate = (
  { state, dueOn }: Pick<TaskView, 'state' | 'dueOn'>,
  today: string,
): boolean => state !== 'done' && dueOn !== null && dueOn < today

/** Late ones first, then by their day; those without a day last, those done after all. Pure. */
export function inOrder<Task extends Pick<TaskView, 'state' | 'dueOn'>>(
  tasks: readonly Task[],
): Task[] {
  const key = ({ state, dueOn }: Task) => `${state === 'done' ? 1 : 0} ${dueOn ?? '9999-12-31'}`
  return [...tasks].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0))
}
