// The cell's own copy of a template; where there is none, the one that comes with the program counts.
import { z } from 'zod'
import { templateKinds } from '../templates/kinds'

export const template = z.object({
  /** Cell and kind: a cell has one of each. */
  id: z.string(),
  cellId: z.string(),
  kind: z.enum(templateKinds),
  /** A ProseMirror document, its fields as `{{name}}`. */
  content: z.looseObject({ type: z.literal('doc') }),
  changedAt: z.iso.datetime(),
  changedBy: z.string(),
})
export type Template = z.infer<typeof template>
