// What is open in a conclusion, without the schema, so that a page need not load zod.
import type { ConclusionItem } from '../records/conclusion'

/** Tasks that nobody is responsible for, or that have no day. */
export const looseTasks = (conclusion: readonly ConclusionItem[]): ConclusionItem[] =>
  conclusion.filter(({ kind, responsible, dueOn }) => kind === 'task' && !(responsible && dueOn))

/** Items for the text of which nobody has said how it absorbed them. */
export const unabsorbed = (conclusion: readonly ConclusionItem[]): ConclusionItem[] =>
  conclusion.filter(({ kind, answer }) => kind === 'text' && answer === '')
