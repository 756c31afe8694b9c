// Pictures of a session's papers: put in by whoever may write there, seen by whoever may read a paper that has them.
import { createHash } from 'node:crypto'
import { picturesIn } from '../../shared/document/picture'
import type { Person } from '../../shared/records/person'
import { mostPictureBytes, mostPictures, type Picture } from '../../shared/records/picture'
import type { Document } from '../../shared/records/session'
import { Refusal } from '../../shared/refusals'
import { writeActOf } from '../../shared/rights'
import { decide, seesSession, seesVersionsOnly } from '../auth/access'
import { makePicture } from '../pictures/picture-maker'
import type { Reencoded } from '../pictures/reencode'
import { isoNow, type Services } from '../services'
import type { Reader } from '../stores/contract'
import { demand, documentFor, sessionFor } from './demand'
import { contentOf } from './version-text'

/** Throws Refusal unless this person may write that paper at this moment. */
export async function demandWriting(
  { clock }: Pick<Services, 'clock'>,
  reader: Reader,
  person: Person,
  documentId: string,
): Promise<Document> {
  const { document, session } = await documentFor(reader, documentId, person)
  demand(decide(writeActOf[document.paper], person, session, clock()))
  return document
}

/** A picture that goes from paper to paper is not drawn anew each time: it would fade. */
async function madeBefore({ records }: Services, file: Uint8Array): Promise<Reencoded | null> {
  const sha256 = createHash('sha256').update(file).digest('hex')
  const [known] = await records.find('pictures', { sha256 })
  return known ? { form: known.form, width: known.width, height: known.height, bytes: file } : null
}

/**
 * Makes the picture anew and keeps it for the session; the paper is not touched. Throws Refusal:
 * `not-a-picture`, `picture-too-large`, `pictures-full`, `busy`.
 */
export async function addPicture(
  services: Services,
  person: Person,
  documentId: string,
  file: Uint8Array,
): Promise<Picture> {
  const { records, blobs } = services
  const { sessionId } = await demandWriting(services, records, person, documentId)
  const { bytes, ...facts } = (await madeBefore(services, file)) ?? (await makePicture(file))
  const sha256 = await blobs.put(bytes)
  return records.transact(async (handle) => {
    // Making it took a while.
    await demandWriting(services, handle, person, documentId)
    const kept = await handle.find('pictures', { sessionId })
    const known = kept.find((picture) => picture.sha256 === sha256)
    if (known) return known
    const size = bytes.length
    const all = kept.reduce((sum, picture) => sum + picture.size, size)
    if (kept.length >= mostPictures || all > mostPictureBytes) throw new Refusal('pictures-full')
    const picture: Picture = {
      ...facts,
      id: services.newId(),
      sha256,
      sessionId,
      size,
      by: person.username,
      at: isoNow(services),
    }
    handle.put('pictures', picture)
    return picture
  })
}

/** A guest sees the pictures of versions; another one of the same session is not for a guest. */
async function isSeen(services: Services, person: Person, picture: Picture): Promise<boolean> {
  const { records, clock } = services
  const session = await sessionFor(records, picture.sessionId, person)
  if (!seesSession(person, session, clock())) return false
  if (!seesVersionsOnly(person, session, clock())) return true
  const { draft: documentId } = session.documents
  for (const version of await records.find('versions', { sessionId: session.id, documentId })) {
    if (picturesIn(await contentOf(services, version)).includes(picture.sha256)) return true
  }
  return false
}

/** Throws `not-found`, also for another cell's, then `not-yours`. */
export async function readPicture(
  services: Services,
  person: Person,
  sha256: string,
): Promise<{ form: Picture['form']; bytes: Uint8Array }> {
  const pictures: Picture[] = []
  for (const picture of await services.records.find('pictures', { sha256 })) {
    const session = await services.records.get('sessions', picture.sessionId)
    if (session?.cellId === person.cellId) pictures.push(picture)
  }
  if (pictures.length === 0) throw new Refusal('not-found')
  for (const picture of pictures) {
    if (!(await isSeen(services, person, picture))) continue
    return { form: picture.form, bytes: await pictureBytes(services, picture) }
  }
  throw new Refusal('not-yours')
}

/** A picture without its bytes is a damaged store. */
async function pictureBytes({ blobs }: Services, { sha256 }: Picture): Promise<Uint8Array> {
  const bytes = await blobs.get(sha256)
  if (!bytes) throw new Error(`the picture ${sha256} is missing`)
  return bytes
}

/** By digest, those of these pictures that belong to this session: a paper may name what is none of its own. */
export async function picturesOf(
  services: Services,
  sessionId: string,
  digests: readonly string[],
): Promise<ReadonlyMap<string, Uint8Array>> {
  const kept = await services.records.find('pictures', { sessionId })
  const found = new Map<string, Uint8Array>()
  for (const digest of digests) {
    const picture = kept.find(({ sha256 }) => sha256 === digest)
    if (picture) found.set(digest, await pictureBytes(services, picture))
  }
  return found
}
