// Comments on a frozen version go with the text when it is reopened or revised, to the words they meant.
import { composed, type FlatRange, flatten } from '../../shared/document/anchor'
import { paperSchema } from '../../shared/document/schema'
import type { Session } from '../../shared/records/session'
import { revised, type Thread } from '../../shared/records/thread'
import { markRanges, reconcile } from '../rooms/marks'
import type { Room } from '../rooms/room'
import { threadsOn } from '../rooms/threads-on'
import type { Services } from '../services'
import type { Reader } from '../stores/contract'
import { contentOf, flatBetween } from './version-text'

/** The comments on the session's versions that are not yet in its draft, as they will be. */
export async function carried(records: Reader, session: Session): Promise<Thread[]> {
  const { draft } = session.documents
  const threads = await records.find('threads', { sessionId: session.id, ground: 'version' })
  return threads
    .filter(({ carriedTo }) => carriedTo !== draft)
    .map((thread) => revised({ ...thread, carriedTo: draft }))
}

/** Where the words of the newest version's comments stand in a text that is still that version's. */
async function exactRanges(services: Services, session: Session, room: Room, threads: Thread[]) {
  const newest = session.versions.at(-1)
  const version = newest && (await services.records.get('versions', newest.id))
  if (!version) return []
  const doc = paperSchema.nodeFromJSON(await contentOf(services, version))
  // The version is in NFC, whatever the letters of the live text are.
  const { text, raw } = composed(flatten(room.fragment).text)
  return threads.flatMap((thread): [string, FlatRange][] => {
    const { from, to, quote, before, after } = thread
    if (thread.documentId !== version.id || typeof from !== 'number' || typeof to !== 'number') {
      return []
    }
    const end = flatBetween(doc, 0, to).length
    const around = before + quote + after
    const start = end - quote.length
    const isThere = text.startsWith(around, start - before.length)
    return isThere ? [[thread.id, [raw(start), raw(end)]]] : []
  })
}

/**
 * Marks them in the draft: exactly where the text is still the version's, else where quote and
 * context are found. After the records; what a crash leaves out is mended when the paper opens.
 */
export async function markCarried(
  services: Services,
  session: Session,
  threads: Thread[],
): Promise<void> {
  if (threads.length === 0) return
  const { draft } = session.documents
  await services.hub.use(draft, async (room) => {
    await markRanges(room, await exactRanges(services, session, room, threads))
    await reconcile(room, await threadsOn(services.records, draft))
  })
}
