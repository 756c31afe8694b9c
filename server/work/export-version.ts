// A frozen version as a Word or PDF file, for whoever may read it.
import { fromCanonicalBytes } from '../../shared/document/canonical'
import { picturesIn } from '../../shared/document/picture'
import { isClosed } from '../../shared/facts/after-meeting'
import type { PaperStyle } from '../../shared/facts/cell'
import { text, vietnamese } from '../../shared/i18n/text'
import type { PrintSheet } from '../../shared/papers/print-sheet'
import type { Person } from '../../shared/records/person'
import { makeVersion } from '../papers/paper-maker'
import type { VersionFacts, VersionPaper } from '../papers/paper-sheet'
import type { PaperForm } from '../papers/paper-worker'
import { printSheet } from '../papers/print-sheet'
import type { Services } from '../services'
import { sessionFor } from './demand'
import { paperOwner } from './paper-owner'
import { picturesOf } from './pictures'
import { bytesOf, isOfMinutes, versionFor } from './version-text'

const t = text(vietnamese)

/** What is not said is as usual. */
export interface ExportWish {
  readonly style?: PaperStyle | undefined
  /** Paragraph numbers in the margin. */
  readonly isNumbered?: boolean | undefined
  /** As it was before it was approved. */
  readonly isDraft?: boolean | undefined
}

/** What its files are made from. Throws Refusal. */
async function paperOf(
  services: Services,
  person: Person,
  id: string,
  { style: wished, isNumbered, isDraft }: ExportWish,
): Promise<VersionPaper> {
  const version = await versionFor(services, id, person)
  const session = await sessionFor(services.records, version.sessionId, person)
  const { cell, topic, presenter, ...usual } = await paperOwner(services.records, session)
  const style = wished ?? usual.style
  const isMinutes = isOfMinutes(version, session)
  const isFinalNow = isMinutes
    ? session.minutesSigned?.versionId === id && isClosed(session.minutesSigned)
    : session.versions.some((one) => one.id === id && one.stage === 'approved')
  const isFinal = isFinalNow && !isDraft
  const facts: VersionFacts = {
    id,
    number: version.number,
    sha256: version.sha256,
    frozenAt: version.frozenAt,
    isFinal,
    cell,
    topic,
    presenter,
    // Left out, not `hd05`: the Party's form gives the file it always gave.
    ...(style !== 'hd05' && { style }),
    // A draft is talked about by its numbers; the form of a final paper has none.
    ...((isNumbered ?? !isFinal) && { isNumbered: true }),
    ...(isMinutes && { paper: 'minutes' as const }),
  }
  const written = new TextDecoder().decode(await bytesOf(services, version))
  const named = picturesIn(fromCanonicalBytes(new TextEncoder().encode(written)))
  const pictures = await picturesOf(services, session.id, named)
  return { facts, text: written, pictures }
}

/** The file, and its name without extension. Throws Refusal. */
export async function exportVersion(
  services: Services,
  person: Person,
  id: string,
  form: PaperForm,
  wish: ExportWish = {},
): Promise<{ bytes: Uint8Array; name: string }> {
  const paper = await paperOf(services, person, id, wish)
  const { number, topic, paper: kind } = paper.facts
  const name = t(kind === 'minutes' ? 'after.minutesVersion' : 'export.version', { number })
  const bytes = await makeVersion({ form, paper })
  return { bytes, name: `${name} - ${topic}` }
}

/** What a browser prints of it. Throws Refusal. */
export const sheetOf = async (
  services: Services,
  person: Person,
  id: string,
  wish: ExportWish = {},
): Promise<PrintSheet> => printSheet(await paperOf(services, person, id, wish))
