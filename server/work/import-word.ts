// A Word file into a live paper: read in a worker, shown first if wished, written in the importer's name.
import type { PaperNode } from '../../shared/document/outline'
import type { ImportPlace } from '../../shared/facts/import-report'
import type { ImportReport } from '../../shared/records/import-report'
import type { Person } from '../../shared/records/person'
import type { Document, Session } from '../../shared/records/session'
import { Refusal } from '../../shared/refusals'
import { writeActOf } from '../../shared/rights'
import { isUntouched } from '../../shared/templates/untouched'
import { decide } from '../auth/access'
import { dropBefore, placeAtEnd, takeIn } from '../rooms/append'
import { rewrite } from '../rooms/rewrite'
import { type Room, textOf } from '../rooms/room'
import type { Services } from '../services'
import { readInWorker, weaveInWorker } from '../word/word-reader'
import { demand, documentFor } from './demand'
import { keepPoint } from './history'
import { withPictures } from './import-pictures'
import { oneAtATime } from './one-at-a-time'

export interface Imported extends ImportReport {
  readonly place: ImportPlace
  /** What is written, or would be. */
  readonly content?: PaperNode[]
}

interface Wish {
  readonly bytes: Uint8Array
  /** What the file is called. */
  readonly name: string
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

/** Nobody has written anything into it that is not a template's. */
async function bareOf({ records }: Services, person: Person) {
  const found = await records.find('templates', { cellId: person.cellId })
  const own = found.map(({ content }) => content as PaperNode)
  return (doc: PaperNode): boolean => isUntouched(doc, own)
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
  await demandImport(services, person, id)
  if (importing.has(person.id)) throw new Refusal('busy')
  importing.add(person.id)
  try {
    const read = await readInWorker(wish.bytes)
    const { content, report } = wish.isDry ? read : await withPictures(services, person, id, read)
    if (content.length === 0) throw new Refusal('unreadable-file', { why: 'empty' })
    return await services.hub.use(id, async (room) => {
      const mayGo = await bareOf(services, person)
      const isBare = mayGo(textOf(room.doc))
      const place = wish.place ?? (isBare ? 'instead' : 'end')
      if (wish.isDry) return { ...report, place, content }
      await write(services, person, id, { room, content, place, isBare, mayGo, name: wish.name })
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
  /** Nothing that anybody wrote stands there. */
  readonly isBare: boolean
  readonly mayGo: (before: PaperNode) => boolean
  readonly name: string
}

/**
 * The right is asked for again when the write lands, and no move of the session comes between. Where
 * people have written, what is in both texts stays with its comments. An empty shell goes after the
 * new text has come: a crash in between leaves both.
 */
async function write(
  services: Services,
  person: Person,
  id: string,
  { room, content, place, isBare, mayGo, name }: Writing,
): Promise<void> {
  const isRewrite = place === 'instead' && !isBare
  const at = placeAtEnd(room)
  const update = isRewrite ? null : await weaveInWorker({ ...at, content })
  const { session } = await documentFor(services.records, id, person)
  await oneAtATime(session.id, async () => {
    const found = await demandImport(services, person, id)
    // What stood there can be brought back from the history.
    if (!isBare) await keepPoint(services, person, found, { kind: 'import', name })
    if (!update) return rewrite(room, { type: 'doc', content: [...content] })
    await takeIn(room, person.id, update)
    if (place === 'instead') await dropBefore(room, at.clientId, mayGo)
  })
}
