// Gathers the comments of a round or of a whole session with their answers, and has the table printed.
import type { PaperNode } from '../../shared/document/outline'
import { blocksOf, placeOfRange, placesOfMarks } from '../../shared/document/places'
import { text, vietnamese } from '../../shared/i18n/text'
import { withNames } from '../../shared/mentions'
import { isoDayOf } from '../../shared/paper-time'
import type { AnswersRow, AnswersTable } from '../../shared/papers/answers-schema'
import { type Round, rowsOf, tableOf } from '../../shared/papers/answers-table'
import type { Person } from '../../shared/records/person'
import type { Session } from '../../shared/records/session'
import type { Round as LiveRound } from '../../shared/rights'
import { seesVersionsOnly } from '../auth/access'
import type { AnswersPaper } from '../papers/answers-sheet'
import { makeAnswers } from '../papers/paper-maker'
import type { PaperForm } from '../papers/paper-worker'
import { textOf } from '../rooms/room'
import type { Services } from '../services'
import { listThreads } from './comment'
import { documentFor, readableSession, sessionFor } from './demand'
import { cellOf } from './paper-owner'
import { contentOf, versionFor } from './version-text'

export type TableKind = 'document' | 'version' | 'session'

interface Gathered {
  readonly session: Session
  readonly about: AnswersPaper['about']
  readonly version: number | null
  readonly rows: readonly AnswersRow[]
}

type People = Pick<Round, 'personOf' | 'spoken'>

async function peopleOf({ records }: Services, cellId: string): Promise<People> {
  const people = await records.find('people', { cellId })
  const known = new Map(
    people.map(({ username, name, posts }) => [username, { username, name, posts }]),
  )
  const names = new Map(people.map(({ username, name }) => [username, name]))
  return {
    personOf: (username) => known.get(username) ?? { username, name: username, posts: [] },
    spoken: (text) => withNames(text, names),
  }
}

/** Throws Refusal. A comment carried here from a version belongs to that version's table. */
async function documentRows(
  services: Services,
  person: Person,
  id: string,
  people: People,
): Promise<AnswersRow[]> {
  const listed = await listThreads(services, person, 'document', id)
  const threads = listed.filter(({ documentId }) => documentId === id)
  if (threads.length === 0) return []
  const doc = await services.hub.use(id, async (room): Promise<PaperNode> => textOf(room.doc))
  const places = placesOfMarks(blocksOf(doc))
  return rowsOf({ version: null, threads, placeOf: (one) => places.get(one.id) ?? null, ...people })
}

/** Throws Refusal. */
async function versionRows(
  services: Services,
  person: Person,
  id: string,
  people: People,
): Promise<AnswersRow[]> {
  const version = await versionFor(services, id, person)
  const threads = await listThreads(services, person, 'version', id)
  if (threads.length === 0) return []
  const blocks = blocksOf(await contentOf(services, version))
  return rowsOf({
    version: version.number,
    threads,
    placeOf: ({ from, to }) => placeOfRange(blocks, from, to),
    ...people,
  })
}

async function ofDocument(services: Services, person: Person, id: string): Promise<Gathered> {
  const { document, session } = await documentFor(services.records, id, person)
  const people = await peopleOf(services, session.cellId)
  const rows = await documentRows(services, person, id, people)
  // Minutes were refused with their threads.
  return { session, about: document.paper as LiveRound, version: null, rows }
}

async function ofVersion(services: Services, person: Person, id: string): Promise<Gathered> {
  const version = await versionFor(services, id, person)
  const session = await sessionFor(services.records, version.sessionId, person)
  const people = await peopleOf(services, session.cellId)
  const rows = await versionRows(services, person, id, people)
  return { session, about: 'version', version: version.number, rows }
}

/** Rounds in order; a guest gets those of versions. */
async function ofSession(services: Services, person: Person, id: string): Promise<Gathered> {
  const session = await readableSession(services, id, person)
  const people = await peopleOf(services, session.cellId)
  const { outline, draft } = session.documents
  const live = seesVersionsOnly(person, session, services.clock()) ? [] : [outline, draft]
  const rows: AnswersRow[] = []
  for (const one of live) rows.push(...(await documentRows(services, person, one, people)))
  for (const one of session.versions) {
    rows.push(...(await versionRows(services, person, one.id, people)))
  }
  return { session, about: 'session', version: null, rows }
}

const gather = { document: ofDocument, version: ofVersion, session: ofSession }

/** Throws Refusal: whoever reads the comments there gets them. */
export async function answersTable(
  services: Services,
  person: Person,
  kind: TableKind,
  id: string,
): Promise<AnswersTable> {
  return tableOf((await gather[kind](services, person, id)).rows)
}

const t = text(vietnamese)
const roundName = {
  outline: 'paper.outline',
  draft: 'paper.draft',
  version: 'answers.version',
  session: 'answers.wholeSession',
} as const

/** The table as a file, and its name without extension. Throws Refusal. */
export async function answersFile(
  services: Services,
  person: Person,
  kind: TableKind,
  id: string,
  form: PaperForm,
): Promise<{ bytes: Uint8Array; name: string }> {
  const { session, about, version, rows } = await gather[kind](services, person, id)
  const cell = await cellOf(services.records, session)
  const { presenter } = session.seats
  const people = await peopleOf(services, session.cellId)
  const bytes = await makeAnswers({
    form,
    paper: {
      table: tableOf(rows),
      cell: { name: cell.name, parentName: cell.parentName, place: cell.place },
      topic: session.topic,
      about,
      version,
      presenter: presenter === null ? '' : people.personOf(presenter).name,
      day: isoDayOf(services.clock()),
      style: cell.paperStyle,
    },
  })
  const round = t(roundName[about], { number: version ?? '' })
  return { bytes, name: `${t('answers.fileName')} - ${round} - ${session.topic}` }
}
