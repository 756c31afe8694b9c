// Whose paper it is, as a printed one says it: the cell's heading block and form, and who prepared it.
import type { Cell } from '../../shared/records/cell'
import type { Session } from '../../shared/records/session'
import type { Reader } from '../stores/contract'

/** A session without its cell is a damaged store. */
export async function cellOf(records: Reader, session: Session): Promise<Cell> {
  const cell = await records.get('cells', session.cellId)
  if (!cell) throw new Error(`the cell of session ${session.id} is missing`)
  return cell
}

export async function paperOwner(records: Reader, session: Session) {
  const { name, parentName, place, paperStyle = 'hd05' as const } = await cellOf(records, session)
  const { presenter } = session.seats
  const [prepared] =
    presenter === null
      ? []
      : await records.find('people', { cellId: session.cellId, username: presenter })
  return {
    cell: { name, parentName, place },
    /** The cell's usual form. */
    style: paperStyle,
    topic: session.topic,
    /** Empty where nobody is named. */
    presenter: prepared?.name ?? '',
  }
}
