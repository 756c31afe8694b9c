// Makes a version: the paper stands still, its text is read back from the log and named by its digest.
import { canonicalBytes } from '../../shared/document/canonical'
import { isBlank } from '../../shared/document/outline'
import type { Person } from '../../shared/records/person'
import type { Session } from '../../shared/records/session'
import type { Version } from '../../shared/records/version'
import { Refusal, type RefusalCode } from '../../shared/refusals'
import { loggedText, type Room, textOf } from '../rooms/room'
import { isoNow, type Services } from '../services'
import type { Logged } from '../stores/contract'

/** The canonical text of a live paper as it stands. Throws `draft-empty`. */
export function bytesNow(room: Room): Uint8Array {
  const text = textOf(room.doc)
  if (isBlank(text)) throw new Refusal('draft-empty')
  return canonicalBytes(text)
}

/** The versions of one paper, each of which names the one before it. */
interface Chain {
  readonly sessionId: string
  readonly documentId: string
  readonly earlier: readonly Pick<Version, 'sha256'>[]
  readonly passedSha256: string | null
  readonly whenBlank: RefusalCode
}

/**
 * The next version of a paper that stands still, from what its log holds, never from memory. The
 * blob is durable when this resolves; nobody knows of it until its record is committed.
 */
export async function nextVersion(
  services: Services,
  logged: Logged,
  person: Person,
  { earlier, whenBlank, ...chain }: Chain,
): Promise<Version> {
  const text = loggedText(logged)
  if (isBlank(text)) throw new Refusal(whenBlank)
  const sha256 = await services.blobs.put(canonicalBytes(text))
  return {
    ...chain,
    id: services.newId(),
    number: earlier.length + 1,
    sha256,
    previousSha256: earlier.at(-1)?.sha256 ?? null,
    frozenAt: isoNow(services),
    frozenBy: person.username,
  }
}

/** The draft's. */
export const versionOf = (
  services: Services,
  logged: Logged,
  { id: sessionId, documents, versions, passed }: Session,
  person: Person,
): Promise<Version> =>
  nextVersion(services, logged, person, {
    sessionId,
    documentId: documents.draft,
    earlier: versions,
    passedSha256: passed?.sha256 ?? null,
    whenBlank: 'draft-empty',
  })
