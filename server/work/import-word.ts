// A Word file into a live paper: read in a worker, shown first if wished, written in the importer's name.
import { canonical } from '../../shared/document/canonical'
import { isBlank, type PaperNode, plainText } from '../../shared/document/outline'
import { templateOf } from '../../shared/document/templates'
import type { ImportPlace, ImportReport } from '../../shared/records/import-report'
import type { Person } from '../../shared/records/person'
import type { Document, Session } from '../../shared/records/session'
import { Refusal } from '../../shared/refusals'
import { writeActOf } from '../../shared/rights'
import { decide } from '../auth/access'
import { dropBefore, placeAtEnd, takeIn } from '../rooms/append'
import { type Room, textOf } from '../rooms/room'
import type { Services } from '../services'
import { readInWorker, weaveInWorker } from '../word/word-reader'
import { demand, documentFor } from './demand'
import { oneAtATime } from './one-at-a-time'

export interface Imported extends ImportReport {
  readonly place: ImportPlace
  /** What is written, or would be. */
  readonly content?: PaperNode[]
}

interface Wish {
  readonly bytes: Uint8Array
  readonly isDry: boolean
  readonly place: ImportPlace | null
}

/** Who writes a paper imports into it, while that may be written. [I1] Throws Refusal. */
export async function demandImport(
  { records, clock }: Services,
  person: Person,
  id: string,
): Promise<{ document: Document; session: Session }> {
  const found = await documentFor(records, id, person)
  demand(decide(writeActOf[found.document.paper], person, found.session, clock()))
  return found
}

const words = (doc: PaperNode) => plainText(doc).replace(/\s+/g, ' ').trim()

/** Nobody has written anything into it that is not the template's. */
function isUntouched(room: Room, { paper }: Document, session: Session): boolean {
  const doc = canonical(textOf(room.doc))
  if (isBlank(doc)) return true
  return words(doc) === words({ type: 'doc', content: templateOf(paper, session) })
}

/** Who imports already: one file of a person at a time. */
const importing = new Set<string>()

/** Throws Refusal. */
export async function importWord(
  services: Services,
  person: Person,
  id: string,
  wish: Wish,
): Promise<Imported> {
  const { document, session } = await demandImport(services, person, id)
  if (importing.has(person.id)) throw new Refusal('busy')
  importing.add(person.id)
  try {
    const { content, report } = await readInWorker(wish.bytes)
    return await services.hub.use(id, async (room) => {
      const place = wish.place ?? (isUntouched(room, document, session) ? 'instead' : 'end')
      if (wish.isDry) return { ...report, place, content }
      await write(services, person, id, { room, content, place })
      return { ...report, place }
    })
  } finally {
    importing.delete(person.id)
  }
}

interface Writing {
  readonly room: Room
  readonly content: readonly PaperNode[]
  readonly place: ImportPlace
}

/**
 * The right is asked for again when the write lands, and no move of the session comes between. What
 * stood there goes after the new text has come: a crash in between leaves both.
 */
async function write(
  services: Services,
  person: Person,
  id: string,
  { room, content, place }: Writing,
): Promise<void> {
  const at = placeAtEnd(room)
  const update = await weaveInWorker({ ...at, content })
  const { session } = await documentFor(services.records, id, person)
  await oneAtATime(session.id, async () => {
    await demandImport(services, person, id)
    await takeIn(room, person.id, update)
    if (place === 'instead') await dropBefore(room, at.clientId)
  })
}
