// Work that a conclusion gave to somebody: its state is what was last reported, however many years later.
import { z } from 'zod'
import { type TaskState, taskStates } from '../facts/task'
import type { Stage } from '../stages'
import type { ConclusionItem } from './conclusion'

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
