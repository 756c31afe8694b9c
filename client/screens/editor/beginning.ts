// What an empty paper begins with: the cell's own template, else the one that comes with the program.
import type { Editor } from '@tiptap/core'
import type { PaperNode } from '../../../shared/document/outline'
import type { SessionView } from '../../../shared/events'
import type { Cell } from '../../../shared/records/cell'
import type { PublicPerson } from '../../../shared/records/person'
import type { Paper } from '../../../shared/rights'
import { factsOf } from '../../../shared/templates/facts'
import { fill } from '../../../shared/templates/fill'
import { originalOf } from '../../../shared/templates/originals'
import { api, call } from '../../api'

/** Asked for each time: the cell may have changed it a minute ago. Throws Refused or Unreachable. */
export async function beginning(
  paper: Paper,
  session: SessionView,
  cell: Omit<Cell, 'createdAt'>,
  writer: PublicPerson,
): Promise<PaperNode> {
  const [{ templates }, { people }] = await Promise.all([
    call(api.templates.$get()),
    call(api.people.$get()),
  ])
  const own = templates.find(({ kind }) => kind === paper)
  const template = own ? (own.content as PaperNode) : originalOf(paper)
  return fill(template, factsOf({ session, cell, people, writer: writer.name }))
}

/** Where the writing begins: the first empty paragraph. */
export function firstBlank({ state }: Editor): number {
  let found = 0
  state.doc.forEach((block, position) => {
    if (!found && block.type.name === 'paragraph' && block.childCount === 0) found = position + 1
  })
  return found
}
