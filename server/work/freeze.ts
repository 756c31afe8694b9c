// Makes a version: the paper stands still, its text is read back from the log and named by its digest.
import { canonicalBytes } from '../../shared/document/canonical'
import { isBlank } from '../../shared/document/outline'
import type { Person } from '../../shared/records/person'
import type { Session } from '../../shared/records/session'
import type { Version } from '../../shared/records/version'
import { Refusal } from '../../shared/refusals'
import { loggedText, type Room, textOf } from '../rooms/room'
import { isoNow, type Services } from '../services'
import type { Logged } from '../stores/contract'

/** The canonical text of a live paper as it stands. Throws `draft-empty`. */
export function bytesNow(room: Room): Uint8Array {
  const text = textOf(room.doc)
  if (isBlank(text)) throw new Refusal('draft-empty')
  return canonicalBytes(text)
}

/**
 * The version of a paper that stands still, from what its log holds, never from memory. The blob
 * is durable when this resolves; nobody knows of it until its record is committed.
 */
export async function versionOf(
  services: Services,
  logged: Logged,
  session: Session,
  person: Person,
): Promise<Version> {
  const text = loggedText(logged)
  if (isBlank(text)) throw new Refusal('draft-empty')
  const sha256 = await services.blobs.put(canonicalBytes(text))
  return {
    id: services.newId(),
    sessionId: session.id,
    documentId: session.documents.draft,
    number: session.versions.length + 1,
    sha256,
    previousSha256: session.versions.at(-1)?.sha256 ?? null,
    passedSha256: session.passed?.sha256 ?? null,
    frozenAt: isoNow(services),
    frozenBy: person.username,
  }
}
