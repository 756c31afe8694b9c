// One item of the chair's conclusion: what is to be absorbed in the text, or work for somebody.
import { z } from 'zod'
import { username } from './person'

const id = z.string().max(40)

/** `text` is to be absorbed in the text, `task` is work. */
export const conclusionItem = z.object({
  id,
  kind: z.enum(['text', 'task']),
  body: z.string().trim().min(1).max(4000),
  /** How the text absorbed the item; only for `text`. */
  answer: z.string().trim().max(4000),
  /** Words of the new text in which the answer is seen; only for `text`. */
  passage: z.string().trim().max(4000).optional(),
  responsible: username.nullable(),
  dueOn: z.iso.date().nullable(),
  /** What shows that it is done. */
  evidence: z.string().trim().max(1000).optional(),
  /** The opinions it was made of: comments, speakers and votes by their ids. */
  from: z.array(id).max(100).optional(),
})
export type ConclusionItem = z.infer<typeof conclusionItem>
export const conclusionItems = z.array(conclusionItem).max(200)
