// How tasks stand, without the schema, so that a page need not load zod.

export const taskStates = ['notBegun', 'underWay', 'done'] as const

export type TaskState = (typeof taskStates)[number]

interface Work {
  readonly state: TaskState
  readonly dueOn: string | null
}

/** Of the reports on one task, in the order they were made. */
export const stateOf = (reports: readonly Pick<Work, 'state'>[]): TaskState =>
  reports.at(-1)?.state ?? 'notBegun'

/** Late on the day after its own; one that is done is never late. `today`: as `2027-02-05`. */
export const isLate = ({ state, dueOn }: Work, today: string): boolean =>
  state !== 'done' && dueOn !== null && dueOn < today

/** Late ones first, then by their day; those without a day last, those done after all. Pure. */
export function inOrder<Task extends Work>(tasks: readonly Task[]): Task[] {
  const key = ({ state, dueOn }: Work) => `${state === 'done' ? 1 : 0} ${dueOn ?? '9999-12-31'}`
  return [...tasks].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0))
}
