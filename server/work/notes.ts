// Notes to oneself and words prepared for the meeting: their author's alone until the author releases them.
import type { z } from 'zod'
import type { editedNote, Note, newNote } from '../../shared/records/note'
import type { Person } from '../../shared/records/person'
import type { Session } from '../../shared/records/session'
import { Refusal } from '../../shared/refusals'
import { can } from '../../shared/rights'
import { circumstanceOf, seesSession, standingOf } from '../auth/access'
import { place } from '../rooms/marks'
import { isoNow, type Services } from '../services'
import type { Transaction } from '../stores/contract'
import { demand, readableSession, sessionFor } from './demand'
import { readablePaper } from './readable-paper'
import { placeInVersion } from './version-text'

/** One's own and the released ones; nothing else ever leaves the server. Throws Refusal. */
export async function listNotes(
  services: Services,
  person: Person,
  sessionId: string,
): Promise<Note[]> {
  await readableSession(services, sessionId, person)
  const notes = await services.records.find('notes', { sessionId })
  return notes.filter(({ author, releasedAt }) => author === person.username || releasedAt !== null)
}

type Wish = z.infer<typeof newNote>

/** The quoted words and what stands around them; `null` when other words stand there. */
async function placed(services: Services, session: Session, person: Person, wish: Wish) {
  const { documentId = null, from = null, to = null, quote = '' } = wish
  const isWhole = from === null && to === null && quote === ''
  if (documentId === null) return isWhole ? { quote, before: '', after: '' } : null
  const { paper, session: owner } = await readablePaper(services, documentId, person)
  if (owner.id !== session.id) throw new Refusal('not-found')
  if (isWhole) return { quote, before: '', after: '' }
  return paper === 'version'
    ? placeInVersion(services, documentId, { from, to, quote })
    : services.hub.use(documentId, (room) => place(room, { from, to, quote }))
}

/** Throws Refusal; `quote-mismatch` when the words between the positions are not the quoted ones. */
export async function addNote(
  services: Services,
  person: Person,
  sessionId: string,
  wish: Wish,
): Promise<Note> {
  const session = await readableSession(services, sessionId, person)
  const at = await placed(services, session, person, wish)
  if (!at) throw new Refusal('quote-mismatch')
  const { documentId = null, from = null, to = null, kind, body } = wish
  const note: Note = {
    id: services.newId(),
    sessionId,
    documentId,
    author: person.username,
    from,
    to,
    quote: at.quote,
    before: at.before,
    after: at.after,
    kind,
    body,
    createdAt: isoNow(services),
    editedAt: null,
    releasedAt: null,
  }
  await services.records.transact((handle) => handle.put('notes', note))
  return note
}

/**
 * One's own note inside a transaction. To everyone else a private note does not exist; a released
 * one is there, and is not theirs. Throws Refusal.
 */
async function ownNote(
  services: Services,
  handle: Transaction,
  person: Person,
  id: string,
): Promise<{ note: Note; session: Session }> {
  const note = await handle.get('notes', id)
  if (!note || (note.author !== person.username && note.releasedAt === null)) {
    throw new Refusal('not-found')
  }
  const session = await sessionFor(handle, note.sessionId, person)
  const isReader = seesSession(person, session, services.clock())
  if (!isReader || note.author !== person.username) throw new Refusal('not-yours')
  return { note, session }
}

const demandPrivate = ({ releasedAt }: Note) => {
  if (releasedAt !== null) throw new Refusal('note-released')
}

export function editNote(
  services: Services,
  person: Person,
  id: string,
  edit: z.infer<typeof editedNote>,
): Promise<Note> {
  return services.records.transact(async (handle) => {
    const { note } = await ownNote(services, handle, person, id)
    demandPrivate(note)
    const next: Note = { ...note, ...edit, editedAt: isoNow(services) }
    handle.put('notes', next)
    return next
  })
}

/** Nothing of it stays. */
export function removeNote(services: Services, person: Person, id: string): Promise<void> {
  return services.records.transact(async (handle) => {
    const { note } = await ownNote(services, handle, person, id)
    demandPrivate(note)
    handle.remove('notes', id)
  })
}

/** In the meeting its author hands it to everyone; it cannot be taken back. Throws Refusal. */
export async function releaseNote(services: Services, person: Person, id: string): Promise<Note> {
  const released = await services.records.transact(async (handle) => {
    const { note, session } = await ownNote(services, handle, person, id)
    const standing = { ...standingOf(person, session), isAuthor: true }
    demand(can('releaseNote', standing, circumstanceOf(session, services.clock())))
    demandPrivate(note)
    if (note.kind !== 'speech') throw new Refusal('not-a-speech')
    const next: Note = { ...note, releasedAt: isoNow(services) }
    handle.put('notes', next)
    return next
  })
  services.hub.live.tell(released.sessionId, { type: 'note', note: released })
  return released
}
