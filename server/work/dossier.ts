// A session's dossier: its versions, table of answers, other papers and digests as one archive, piece by piece.
import { createHash } from 'node:crypto'
import { canonical } from '../../shared/document/canonical'
import { isBlank } from '../../shared/document/outline'
import { picturesIn } from '../../shared/document/picture'
import { text, vietnamese } from '../../shared/i18n/text'
import { namesOf } from '../../shared/name-of'
import { isoDayOf } from '../../shared/paper-time'
import type { Person } from '../../shared/records/person'
import type { Session } from '../../shared/records/session'
import type { Version } from '../../shared/records/version'
import { Refusal } from '../../shared/refusals'
import { papers } from '../../shared/rights'
import { seesSession, seesVersionsOnly } from '../auth/access'
import { type DossierFile, type DossierIndex, indexPage, readMe } from '../papers/dossier-page'
import { makeLive } from '../papers/paper-maker'
import { paperForms } from '../papers/paper-worker'
import { type ZipPart, zipPieces } from '../papers/zip'
import { textOf } from '../rooms/room'
import { isoNow, type Services, withoutReasons } from '../services'
import { answersFile } from './answers-table'
import { sessionFor } from './demand'
import { exportVersion } from './export-version'
import { cellOf, paperOwner } from './paper-owner'
import { picturesOf } from './pictures'
import { exportPaperAfter } from './produce-papers'
import { bytesOf, versionFor } from './version-text'

const t = text(vietnamese)

/** A year's session has a handful; a hundred is somebody's mistake. */
const mostVersions = 100
const mostBytes = 1024 * 1024 * 1024
/** Each keeps the worker busy for a while; others ask again. */
const mostAtOnce = 2
let underWay = 0

interface Gathering {
  readonly services: Services
  readonly person: Person
  readonly session: Session
  readonly index: DossierIndex
  /** Empty for those who read frozen versions only. */
  readonly minutes: readonly Version[]
}

const folderOf = (number: number, sha256: string) =>
  `ban-chot/ban-chot-${number}-${sha256.slice(0, 8)}`
const minutesFolderOf = ({ number, sha256 }: Version) =>
  `bien-ban/bien-ban-${number}-${sha256.slice(0, 8)}`

async function indexOf({ records, clock }: Services, session: Session): Promise<DossierIndex> {
  const cell = await cellOf(records, session)
  const people = await records.find('people', { cellId: session.cellId })
  const nameOf = namesOf(people)
  const { draft: documentId } = session.documents
  const versions = await records.find('versions', { sessionId: session.id, documentId })
  return {
    cell: cell.name,
    topic: session.topic,
    number: session.number,
    year: session.year,
    stage: t(`stage.${session.stage}`),
    meetingAt: session.meetingAt,
    madeAt: isoNow({ clock }),
    versions: versions
      .sort((a, b) => a.number - b.number)
      .map(({ id, number, sha256, previousSha256, frozenAt, frozenBy }) => ({
        number,
        sha256,
        previousSha256,
        frozenAt,
        frozenBy: nameOf(frozenBy),
        isFinal: session.versions.some((one) => one.id === id && one.stage === 'approved'),
        folder: folderOf(number, sha256),
      })),
    history: session.history.map(({ act, by, at, reason }) => ({
      act,
      by: nameOf(by),
      at,
      ...(reason !== undefined && { reason }),
    })),
  }
}

async function* versionParts({ services, person, session }: Gathering): AsyncGenerator<ZipPart> {
  for (const { id, number, sha256 } of session.versions) {
    const folder = folderOf(number, sha256)
    // Asked for each time: a right that ends meanwhile ends the dossier.
    const version = await versionFor(services, id, person)
    yield { name: `${folder}/${sha256}.json`, bytes: await bytesOf(services, version) }
    for (const form of paperForms) {
      const { bytes } = await exportVersion(services, person, id, form)
      yield { name: `${folder}/ban-chot-${number}.${form}`, bytes }
    }
  }
}

/** The agreed minutes, each as it was agreed; those who read live papers have them. */
async function* minutesParts({ services, person, minutes }: Gathering): AsyncGenerator<ZipPart> {
  for (const one of minutes) {
    const folder = minutesFolderOf(one)
    const version = await versionFor(services, one.id, person)
    yield { name: `${folder}/${one.sha256}.json`, bytes: await bytesOf(services, version) }
    for (const form of paperForms) {
      const { bytes } = await exportVersion(services, person, one.id, form)
      yield { name: `${folder}/bien-ban-${one.number}.${form}`, bytes }
    }
  }
}

const liveNames = { outline: 'de-cuong', draft: 'du-thao', minutes: 'bien-ban' } as const

/** What is not frozen, for whoever reads live papers. */
async function* liveParts({ services, person, session }: Gathering): AsyncGenerator<ZipPart> {
  const { records, clock, hub } = services
  const owner = await paperOwner(records, session)
  for (const paper of papers) {
    const now = await sessionFor(records, session.id, person)
    if (seesVersionsOnly(person, now, clock())) return
    if (paper === 'minutes' && now.minutesSigned) continue
    const content = await hub.use(session.documents[paper], async ({ doc }) =>
      canonical(textOf(doc)),
    )
    if (isBlank(content)) continue
    const job = {
      ...owner,
      day: isoDayOf(clock()),
      content,
      pictures: await picturesOf(services, session.id, picturesIn(content)),
    } as const
    for (const form of paperForms) {
      const bytes = await makeLive({ form, paper: job })
      yield { name: `dang-viet/${liveNames[paper]}.${form}`, bytes }
    }
  }
}

const producedNames = {
  conclusion: 'ket-luan',
  resolution: 'nghi-quyet',
  answers: 'bang-tiep-thu',
  report: 'bao-cao',
} as const

/** The papers that approval produced, for whoever reads live papers. */
async function* producedParts({ services, person, session }: Gathering): AsyncGenerator<ZipPart> {
  const now = await sessionFor(services.records, session.id, person)
  if (seesVersionsOnly(person, now, services.clock())) return
  for (const { kind, id } of now.papersAfter) {
    for (const form of paperForms) {
      const { bytes } = await exportPaperAfter(services, person, id, form)
      yield { name: `van-ban/${producedNames[kind]}.${form}`, bytes }
    }
  }
}

const encode = (words: string) => new TextEncoder().encode(words)

/** What machines read: facts of the records, as whoever reads the session sees them. */
const recordOf = ({ session, index, minutes }: Gathering) =>
  JSON.stringify(
    {
      ...index,
      minutes: minutes.map(({ number, sha256, previousSha256, frozenAt }) => ({
        number,
        sha256,
        previousSha256,
        agreedAt: frozenAt,
      })),
      minutesSigned: session.minutesSigned,
      seats: session.seats,
      passed: session.passed,
      attendance: withoutReasons(session.attendance),
      conclusion: session.conclusion,
      selfScore: session.selfScore,
    },
    null,
    2,
  )

async function* partsOf(gathering: Gathering): AsyncGenerator<ZipPart> {
  const { services, person, session, index } = gathering
  const listed: DossierFile[] = []
  const list = (part: ZipPart): ZipPart => {
    const sha256 = createHash('sha256').update(part.bytes).digest('hex')
    listed.push({ name: part.name, sha256, size: part.bytes.length })
    return part
  }
  yield list({ name: 'DOC-TOI-TRUOC.txt', bytes: encode(readMe(index)) })
  for await (const part of versionParts(gathering)) yield list(part)
  for await (const part of minutesParts(gathering)) yield list(part)
  for (const form of paperForms) {
    const { bytes } = await answersFile(services, person, 'session', session.id, form)
    yield list({ name: `bang-tiep-thu/bang-tiep-thu.${form}`, bytes })
  }
  for await (const part of producedParts(gathering)) yield list(part)
  for await (const part of liveParts(gathering)) yield list(part)
  yield list({ name: 'ho-so.json', bytes: encode(recordOf(gathering)) })
  yield list({ name: 'muc-luc.html', bytes: encode(indexPage(index, listed)) })
  const sums = listed.map(({ name, sha256 }) => `${sha256}  ${name}\n`).join('')
  yield { name: 'SHA256SUMS', bytes: encode(sums) }
}

async function minutesOf({ records, clock }: Services, person: Person, session: Session) {
  if (seesVersionsOnly(person, session, clock())) return []
  const { minutes: documentId } = session.documents
  return records.find('versions', { sessionId: session.id, documentId })
}

/** Its pieces are made as they are taken. Throws Refusal: whoever reads the session gets what they may read of it. */
export async function dossier(
  services: Services,
  person: Person,
  sessionId: string,
): Promise<{ name: string; pieces: AsyncGenerator<Uint8Array> }> {
  const session = await sessionFor(services.records, sessionId, person)
  if (!seesSession(person, session, services.clock())) throw new Refusal('not-yours')
  if (session.versions.length > mostVersions) throw new Refusal('too-large')
  if (underWay >= mostAtOnce) throw new Refusal('busy')
  const index = await indexOf(services, session)
  const minutes = await minutesOf(services, person, session)
  async function* pieces() {
    underWay += 1
    try {
      yield* zipPieces(partsOf({ services, person, session, index, minutes }), mostBytes)
    } finally {
      underWay -= 1
    }
  }
  return {
    name: `${t('out.dossierFile')} ${session.number}-${session.year} - ${session.topic}`,
    pieces: pieces(),
  }
}
