// Reads a frozen version, and finds quoted words in it by ProseMirror positions.
import type { Node } from '@tiptap/pm/model'
import { contextLength } from '../../shared/document/anchor'
import { fromCanonicalBytes } from '../../shared/document/canonical'
import type { PaperNode } from '../../shared/document/outline'
import { paperSchema } from '../../shared/document/schema'
import type { Person } from '../../shared/records/person'
import type { Session } from '../../shared/records/session'
import type { Version } from '../../shared/records/version'
import { Refusal } from '../../shared/refusals'
import { seesVersionsOnly } from '../auth/access'
import type { Services } from '../services'
import { readableSession } from './demand'

/** Agreed minutes are no version of the draft: who reads frozen versions only does not read them. */
export const isOfMinutes = (version: Version, { documents }: Session): boolean =>
  version.documentId === documents.minutes

/** Throws `not-found`, then `not-yours`. */
export async function versionFor(services: Services, id: string, person: Person): Promise<Version> {
  const version = await services.records.get('versions', id)
  if (!version) throw new Refusal('not-found')
  const session = await readableSession(services, version.sessionId, person)
  const isHidden = seesVersionsOnly(person, session, services.clock())
  if (isHidden && isOfMinutes(version, session)) throw new Refusal('not-yours')
  return version
}

/** The exact bytes that the digest covers. A version without its bytes is a damaged store. */
export async function bytesOf({ blobs }: Services, { sha256 }: Version): Promise<Uint8Array> {
  const bytes = await blobs.get(sha256)
  if (!bytes) throw new Error(`the text of version ${sha256} is missing`)
  return bytes
}

export const contentOf = async (services: Services, version: Version): Promise<PaperNode> =>
  fromCanonicalBytes(await bytesOf(services, version))

/** Text of a version as `flatten` reads it in a live paper: a rule parts blocks, and is no line. */
export const flatBetween = (doc: Node, from: number, to: number): string =>
  doc.textBetween(from, to, '\n', ({ type }) => (type.name === 'hardBreak' ? '\n' : ''))

/** Its words and what stands around them, when they are what stands there; else `null`. */
export async function placeInVersion(
  services: Services,
  id: string,
  { from, to, quote }: { from: unknown; to: unknown; quote: string },
): Promise<{ quote: string; before: string; after: string } | null> {
  const version = await services.records.get('versions', id)
  if (!version || typeof from !== 'number' || typeof to !== 'number') return null
  const doc = paperSchema.nodeFromJSON(await contentOf(services, version))
  if (from >= to || to > doc.content.size || quote.trim() === '') return null
  if (doc.textBetween(from, to, '\n', '\n') !== quote) return null
  return {
    quote: flatBetween(doc, from, to),
    before: flatBetween(doc, 0, from).slice(-contextLength),
    after: flatBetween(doc, to, doc.content.size).slice(0, contextLength),
  }
}
