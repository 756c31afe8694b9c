// Produces the papers of an approved session, and hands each out as a file.
import { canonical } from '../../shared/document/canonical'
import { picturesIn } from '../../shared/document/picture'
import { type AfterPaper, afterPapers } from '../../shared/facts/after-meeting'
import { text, vietnamese } from '../../shared/i18n/text'
import { namesOf } from '../../shared/name-of'
import { isoDayOf } from '../../shared/paper-time'
import { type Material, papersOf, producedPaper } from '../../shared/papers/after-papers'
import type { Person } from '../../shared/records/person'
import type { Document, Session } from '../../shared/records/session'
import { Refusal } from '../../shared/refusals'
import { factsOf } from '../../shared/templates/facts'
import { fill as filled } from '../../shared/templates/fill'
import { makeLive } from '../papers/paper-maker'
import type { PaperForm } from '../papers/paper-worker'
import { textOf } from '../rooms/room'
import type { Services } from '../services'
import { answersTable } from './answers-table'
import { cellOf, paperOwner } from './paper-owner'
import { picturesOf } from './pictures'
import { readablePaper } from './readable-paper'
import { fill } from './start-draft'
import { templateFor } from './templates'

const t = text(vietnamese)

async function materialOf(
  services: Services,
  session: Session,
  person: Person,
): Promise<Omit<Material, 'nameOf' | 't'>> {
  const { records } = services
  const { id: sessionId, attendance } = session
  const votes = await records.find('votes', { sessionId })
  return {
    conclusion: session.conclusion,
    opinions: await records.find('opinions', { sessionId }),
    votes: votes.filter(({ state, counts }) => state === 'closed' && counts !== null),
    rows: (await answersTable(services, person, 'session', sessionId)).rows,
    selfScore: session.selfScore,
    present: attendance.filter(({ kind }) => kind === 'present').length,
    called: attendance.length,
    versions: session.versions.length,
  }
}

export interface Produced {
  readonly papersAfter: Session['papersAfter']
  /** Where each is found by its id. */
  readonly produced: readonly Document[]
}

/**
 * On disk when it resolves, before the session says that they are there: a crash in between leaves
 * texts that no record names.
 */
export async function producePapers(
  services: Services,
  session: Session,
  person: Person,
): Promise<Produced> {
  const { records, hub } = services
  const cell = await cellOf(records, session)
  const people = await records.find('people', { cellId: session.cellId })
  const material: Material = {
    ...(await materialOf(services, session, person)),
    nameOf: namesOf(people),
    t,
  }
  const facts = factsOf({ session, cell, people })
  const papersAfter: Session['papersAfter'] = []
  for (const kind of papersOf(material)) {
    const template = await templateFor(records, session.cellId, kind)
    const paper = producedPaper(kind, filled(template, facts), material)
    const id = services.newId()
    await hub.use(id, (room) => fill(room, paper))
    papersAfter.push({ kind, id })
  }
  const produced = papersAfter.map(({ kind, id }) => ({ id, sessionId: session.id, paper: kind }))
  return { papersAfter, produced }
}

const isAfterPaper = (paper: string): paper is AfterPaper =>
  (afterPapers as readonly string[]).includes(paper)

/** The file, and its name without extension. Throws Refusal: whoever reads live papers gets it. */
export async function exportPaperAfter(
  services: Services,
  person: Person,
  documentId: string,
  form: PaperForm,
): Promise<{ bytes: Uint8Array; name: string }> {
  const { paper, session } = await readablePaper(services, documentId, person)
  if (!isAfterPaper(paper)) throw new Refusal('not-found')
  const content = await services.hub.use(documentId, async ({ doc }) => canonical(textOf(doc)))
  const approved = session.history.findLast(({ act }) => act === 'approve')
  const name = t(`templateKind.${paper}`)
  const bytes = await makeLive({
    form,
    paper: {
      ...(await paperOwner(services.records, session)),
      // The day on which it was produced, whenever the file is made.
      day: isoDayOf(approved?.at ?? services.clock()),
      content,
      pictures: await picturesOf(services, session.id, picturesIn(content)),
      isIssued: true,
      isLandscape: paper === 'answers',
    },
  })
  return { bytes, name: `${name} - ${session.topic}` }
}
