// Comments: opens threads on words, takes replies and answers, edits and withdraws.

import type { z } from 'zod'
import { paperOf } from '../../shared/facts/thread'
import type { Person } from '../../shared/records/person'
import type { Session } from '../../shared/records/session'
import {
  type agreement,
  type editedThread,
  type newThread,
  revised,
  type Thread,
  type ThreadView,
} from '../../shared/records/thread'
import { Refusal } from '../../shared/refusals'
import { type CommentGround, can, canReply, commentActOf, editActOf } from '../../shared/rights'
import { circumstanceOf, decide, seesPaper, standingOf } from '../auth/access'
import { mark, place, reconcile, standingThreads, unmark } from '../rooms/marks'
import { threadsOn } from '../rooms/threads-on'
import { isoNow, type Services, viewOf } from '../services'
import type { Reader } from '../stores/contract'
import { demand, documentFor, sessionFor } from './demand'
import { isOfMinutes, placeInVersion } from './version-text'

/** A live paper or a frozen version: what a thread stands on. */
interface Ground {
  readonly id: string
  readonly ground: CommentGround
  readonly session: Session
}

async function ofDocument({ records }: Services, id: string, person: Person): Promise<Ground> {
  const { document, session } = await documentFor(records, id, person)
  const { paper } = document
  // Minutes and what follows them take no comments: an act without a row is refused.
  if (paper !== 'outline' && paper !== 'draft') throw new Refusal('not-yours')
  return { id, ground: paper, session }
}

async function ofVersion({ records }: Services, id: string, person: Person): Promise<Ground> {
  const version = await records.get('versions', id)
  if (!version) throw new Refusal('not-found')
  const session = await sessionFor(records, version.sessionId, person)
  if (isOfMinutes(version, session)) throw new Refusal('not-yours')
  return { id, ground: 'version', session }
}

const grounds = { document: ofDocument, version: ofVersion }
export type GroundKind = keyof typeof grounds

const shown = (
  { sessionId: _s, before: _b, after: _a, placed: _p, ...thread }: Thread,
  detached: boolean,
) => ({ ...thread, detached }) satisfies ThreadView

/** Those whose words are no longer in their paper; each paper is read once. */
async function detachedOf({ hub }: Services, threads: readonly Thread[]): Promise<Set<string>> {
  const asked = threads.filter(({ quote, state }) => quote !== '' && state !== 'withdrawn')
  const gone = new Set<string>()
  for (const paper of new Set(asked.map(paperOf))) {
    if (paper === null) continue
    const standing = await hub.use(paper, standingThreads)
    for (const thread of asked) {
      if (paperOf(thread) === paper && !standing.has(thread.id)) gone.add(thread.id)
    }
  }
  return gone
}

/**
 * Tells the readers of the threads, authors first, and of the session's counts; returns them as
 * shown. What is told last is what stands: they are read once more when nothing is waited for.
 */
export async function announceThreads(
  services: Services,
  written: readonly Thread[],
): Promise<ThreadView[]> {
  const detached = await detachedOf(services, written)
  const read = written.map(({ id }) => services.records.get('threads', id))
  const threads = (await Promise.all(read)).filter((thread) => thread !== null)
  const views = threads.map((thread) => shown(thread, detached.has(thread.id)))
  for (const [i, { sessionId, author }] of threads.entries()) {
    services.hub.live.tell(sessionId, { type: 'thread', thread: views[i] as ThreadView }, author)
  }
  const [first] = threads
  const session = first && (await services.records.get('sessions', first.sessionId))
  if (session) {
    const view = await viewOf(services.records, session)
    services.hub.live.tell(session.id, { type: 'session', session: view })
  }
  return views
}

/** Throws Refusal. Withdrawn threads are left out, but for their author's own. */
export async function listThreads(
  services: Services,
  person: Person,
  kind: GroundKind,
  id: string,
): Promise<ThreadView[]> {
  const { ground, session } = await grounds[kind](services, id, person)
  if (!seesPaper(ground, person, session, services.clock())) throw new Refusal('not-yours')
  const threads = await threadsOn(services.records, id)
  const listed = threads.filter(({ state }) => state !== 'withdrawn')
  if (ground === 'version') return listed.map((thread) => shown(thread, false))
  if (threads.length === 0) return []
  return services.hub.use(id, async (room) => {
    const standing = await reconcile(room, threads)
    return listed.map((thread) => shown(thread, thread.quote !== '' && !standing.has(thread.id)))
  })
}

/**
 * Throws Refusal; `quote-mismatch` when the words between the positions are not the quoted ones.
 * Record first, mark second: a crash in between is mended when the paper is next opened.
 */
export async function openThread(
  services: Services,
  person: Person,
  kind: GroundKind,
  id: string,
  wish: z.infer<typeof newThread>,
): Promise<ThreadView> {
  const { ground, session } = await grounds[kind](services, id, person)
  demand(decide(commentActOf[ground], person, session, services.clock()))
  const { from = null, to = null, quote = '' } = wish
  const isOfWhole = from === null && to === null && quote === ''
  const placed = isOfWhole
    ? { quote: '', before: '', after: '' }
    : ground === 'version'
      ? await placeInVersion(services, id, { from, to, quote })
      : await services.hub.use(id, (room) => place(room, { from, to, quote }))
  if (!placed) throw new Refusal('quote-mismatch')
  const thread: Thread = {
    id: services.newId(),
    sessionId: session.id,
    documentId: id,
    carriedTo: null,
    placed: null,
    ground,
    author: person.username,
    from,
    to,
    quote: placed.quote,
    before: placed.before,
    after: placed.after,
    kind: wish.kind,
    body: wish.body,
    ...(wish.replacement !== undefined && { replacement: wish.replacement }),
    state: 'open',
    replies: [],
    agreed: [],
    answers: [],
    createdAt: isoNow(services),
    editedAt: null,
    revision: 0,
  }
  await services.records.transact(async (handle) => {
    // The window is judged when the write lands, by the record as it is then.
    const current = await handle.get('sessions', session.id)
    if (!current) throw new Refusal('not-found')
    demand(decide(commentActOf[ground], person, current, services.clock()))
    handle.put('threads', thread)
  })
  if (ground !== 'version' && !isOfWhole) {
    await services.hub.use(id, (room) => mark(room, thread))
  }
  const [view] = await announceThreads(services, [thread])
  return view as ThreadView
}

/** Throws `not-found`; another cell's thread is not found either. */
export async function threadFor(records: Reader, id: string, person: Person) {
  const thread = await records.get('threads', id)
  if (!thread) throw new Refusal('not-found')
  return { thread, session: await sessionFor(records, thread.sessionId, person) }
}

/** Reads, decides and writes threads in one transaction: all change, or none. */
export async function changeAll(
  services: Services,
  person: Person,
  ids: readonly string[],
  work: (thread: Thread, session: Session) => Thread,
): Promise<ThreadView[]> {
  const changed = await services.records.transact(async (handle) => {
    const found: Awaited<ReturnType<typeof threadFor>>[] = []
    for (const id of ids) found.push(await threadFor(handle, id, person))
    const next = found.map(({ thread, session }) => revised(work(thread, session)))
    for (const thread of next) handle.put('threads', thread)
    return next
  })
  return announceThreads(services, changed)
}

async function change(
  services: Services,
  person: Person,
  id: string,
  work: (thread: Thread, session: Session) => Thread,
): Promise<ThreadView> {
  const [changed] = await changeAll(services, person, [id], work)
  return changed as ThreadView
}

export const demandStanding = ({ state }: Thread) => {
  if (state === 'withdrawn') throw new Refusal('comment-withdrawn')
}

export function reply(
  services: Services,
  person: Person,
  id: string,
  body: string,
): Promise<ThreadView> {
  return change(services, person, id, (thread, session) => {
    const where = circumstanceOf(session, services.clock())
    demand(canReply(thread.ground, standingOf(person, session), where))
    demandStanding(thread)
    const at = isoNow(services)
    const said = { id: services.newId(), author: person.username, body, at }
    return { ...thread, replies: [...thread.replies, said] }
  })
}

function demandEditable(services: Services, person: Person, thread: Thread, session: Session) {
  const standing = { ...standingOf(person, session), isAuthor: thread.author === person.username }
  demand(can(editActOf[thread.ground], standing, circumstanceOf(session, services.clock())))
  demandStanding(thread)
  if (thread.state === 'answered') throw new Refusal('already-answered')
}

export function editThread(
  services: Services,
  person: Person,
  id: string,
  edit: z.infer<typeof editedThread>,
): Promise<ThreadView> {
  return change(services, person, id, (thread, session) => {
    demandEditable(services, person, thread, session)
    const { replacement, ...kept } = { ...thread, ...edit, editedAt: isoNow(services) }
    return replacement == null ? kept : { ...kept, replacement }
  })
}

/** Says the same as a colleague's comment, or no longer does. [R12] */
export function agree(
  services: Services,
  person: Person,
  id: string,
  { agrees }: z.infer<typeof agreement>,
): Promise<ThreadView> {
  return change(services, person, id, (thread, session) => {
    if (thread.author === person.username) throw new Refusal('not-yours')
    demand(decide(commentActOf[thread.ground], person, session, services.clock()))
    demandStanding(thread)
    if (thread.state === 'answered') throw new Refusal('already-answered')
    const others = thread.agreed.filter((username) => username !== person.username)
    return { ...thread, agreed: agrees ? [...others, person.username] : others }
  })
}

/** The record stays for ever, as withdrawn; its mark goes. */
export async function withdraw(
  services: Services,
  person: Person,
  id: string,
): Promise<ThreadView> {
  const withdrawn = await change(services, person, id, (thread, session) => {
    demandEditable(services, person, thread, session)
    return { ...thread, state: 'withdrawn' }
  })
  const paper = paperOf(withdrawn)
  if (paper !== null && withdrawn.quote !== '') {
    await services.hub.use(paper, (room) => unmark(room, id))
  }
  return withdrawn
}
