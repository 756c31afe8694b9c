// What somebody said in the meeting, as the minutes hold it, with the presenter's answers to it.
import { z } from 'zod'
import { answer } from './thread'

export const opinion = z.object({
  /** The speaker's id: who was called once has said one opinion. */
  id: z.string(),
  sessionId: z.string(),
  author: z.string(),
  at: z.iso.datetime(),
  paragraph: z.int().positive().nullable(),
  words: z.string(),
  /** The last one counts; earlier ones are kept. */
  answers: z.array(answer),
})
export type Opinion = z.infer<typeof opinion>
