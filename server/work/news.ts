// What is new to a person: what others did at the papers since the person last looked at them.
import { mentionsIn } from '../../shared/mentions'
import { type Look, lookId, mostNews, type News, type PaperNews } from '../../shared/records/look'
import type { Person } from '../../shared/records/person'
import type { Session } from '../../shared/records/session'
import type { Thread } from '../../shared/records/thread'
import { seesSession, seesVersionsOnly } from '../auth/access'
import type { Services } from '../services'
import type { Reader } from '../stores/contract'
import { readablePaper } from './readable-paper'

/** Who comes for the first time is not shown the whole past. */
const firstVisitMs = 14 * 24 * 3600 * 1000
const mostWords = 140

interface Reading {
  readonly session: Session
  /** The live papers are not for this person. */
  readonly versionsOnly: boolean
}

const agreementKey = (thread: Thread, username: string) => `${thread.id} ${username}`
const beginning = (words: string) =>
  words.length > mostWords ? `${words.slice(0, mostWords - 1)}…` : words

/** Where its reader finds a comment; `null` where the reader may not. */
function placeOf(thread: Thread, { versionsOnly }: Reading): Place | null {
  const { ground, documentId, carriedTo } = thread
  if (ground !== 'version') return versionsOnly ? null : { id: documentId, paper: ground }
  if (carriedTo === null || versionsOnly) return { id: documentId, paper: 'version' }
  return { id: carriedTo, paper: 'draft' }
}
interface Place {
  readonly id: string
  readonly paper: PaperNews['paper']
}

/** What others did to one comment after `since`; `seen` are agreements seen by then. */
function newsOf(
  thread: Thread,
  me: string,
  since: string,
  seen: ReadonlySet<string>,
  startsAfter: string,
): News[] {
  const { author } = thread
  const mine = new Set([me])
  const told = { thread: thread.id, author }
  const namesMe = (words: string) => mentionsIn(words, mine).length > 0
  const said = (by: string, at: string, words: string, kind: 'comment' | 'reply'): News[] =>
    by === me || at <= since
      ? []
      : [{ ...told, kind: namesMe(words) ? 'mention' : kind, by, at, words: beginning(words) }]
  // Words changed since may name someone whom they did not name before.
  const isNamedLater = thread.editedAt !== null && namesMe(thread.body)
  const openedAt = isNamedLater ? (thread.editedAt ?? thread.createdAt) : thread.createdAt
  return [
    ...said(author, openedAt, thread.body, 'comment'),
    ...thread.replies.flatMap(({ author: by, at, body }) => said(by, at, body, 'reply')),
    // Answered again and again, the last answer is the one that holds.
    ...thread.answers
      .slice(-1)
      .flatMap(({ author: by, at, verdict, reason }) =>
        by === me || at <= since
          ? []
          : [{ ...told, kind: 'answer' as const, by, at, words: beginning(reason), verdict }],
      ),
    ...(author === me && thread.createdAt > startsAfter
      ? thread.agreed
          .filter((by) => by !== me && !seen.has(agreementKey(thread, by)))
          .map((by) => ({
            ...{ ...told, kind: 'agreement' as const, by },
            at: since > thread.createdAt ? since : thread.createdAt,
            words: beginning(thread.body),
          }))
      : []),
  ]
}

const answersMine = ({ kind, author }: News, me: string) => kind === 'answer' && author === me
/** Answers to one's own comments come first, then the newest. */
const order = (me: string) => (one: News, other: News) =>
  Number(answersMine(other, me)) - Number(answersMine(one, me)) || other.at.localeCompare(one.at)

function inPapers(
  found: readonly { place: Place; session: Session; news: News }[],
  me: string,
): PaperNews[] {
  const papers = new Map<string, PaperNews>()
  const sorted = found.toSorted((one, other) => order(me)(one.news, other.news))
  for (const [index, { place, session, news }] of sorted.entries()) {
    const paper = papers.get(place.id) ?? {
      sessionId: session.id,
      number: session.number,
      topic: session.topic,
      documentId: place.id,
      paper: place.paper,
      version: session.versions.find(({ id }) => id === place.id)?.number ?? null,
      at: '',
      threads: [],
      items: [],
    }
    const { threads } = paper
    papers.set(place.id, {
      ...paper,
      at: paper.at > news.at ? paper.at : news.at,
      threads: threads.includes(news.thread) ? threads : [...threads, news.thread],
      items: index < mostNews ? [...paper.items, news] : paper.items,
    })
  }
  const first = ({ items }: PaperNews) => Number(items.some((item) => answersMine(item, me)))
  return [...papers.values()].sort(
    (one, other) => first(other) - first(one) || other.at.localeCompare(one.at),
  )
}

async function readingsOf(
  { records, clock }: Services,
  person: Person,
): Promise<Map<string, Reading>> {
  const now = clock()
  const sessions = await records.find('sessions', { cellId: person.cellId })
  const seen = sessions.filter((session) => seesSession(person, session, now))
  return new Map(
    seen.map((session) => [
      session.id,
      { session, versionsOnly: seesVersionsOnly(person, session, now) },
    ]),
  )
}

/** The comments are gone through once, whatever the number of papers. */
export async function newsFor(services: Services, person: Person): Promise<PaperNews[]> {
  const { records, clock } = services
  const { username: me } = person
  const readings = await readingsOf(services, person)
  const looks = new Map(
    (await records.find('looks', { personId: person.id })).map((one) => [one.documentId, one]),
  )
  const fortnightAgo = new Date(clock() - firstVisitMs).toISOString()
  const start = person.createdAt > fortnightAgo ? person.createdAt : fortnightAgo
  const found: { place: Place; session: Session; news: News }[] = []
  for (const thread of await records.find('threads')) {
    const reading = readings.get(thread.sessionId)
    const place = reading && thread.state !== 'withdrawn' ? placeOf(thread, reading) : null
    if (!reading || !place) continue
    // A comment carried to the draft was seen where it was made, too.
    const looked = [looks.get(thread.documentId), looks.get(place.id)].filter((one) => !!one)
    const since = looked.reduce((latest, { at }) => (at > latest ? at : latest), '') || start
    const seen = new Set(looked.flatMap(({ agreed }) => agreed))
    const floor = looked.length > 0 ? '' : start
    for (const news of newsOf(thread, me, since, seen, floor)) {
      found.push({ place, session: reading.session, news })
    }
  }
  return inPapers(found, me)
}

/** The agreements with a person's own comments on a paper as they stand now. */
async function agreementsOn(handle: Reader, documentId: string, author: string): Promise<string[]> {
  const mine = await handle.find('threads', { author })
  return mine
    .filter((one) => one.documentId === documentId || one.carriedTo === documentId)
    .flatMap((one) => one.agreed.map((username) => agreementKey(one, username)))
}

const sameLook = (one: Look, other: Look) =>
  one.at === other.at && one.agreed.join() === other.agreed.join()

/** Never later than now, never earlier than what was looked at before. Throws Refusal. */
export async function lookAt(
  services: Services,
  person: Person,
  documentId: string,
  upTo: string | undefined,
): Promise<Pick<Look, 'documentId' | 'at'>> {
  await readablePaper(services, documentId, person)
  const id = lookId(person.id, documentId)
  const { at } = await services.records.transact(async (handle) => {
    const before = await handle.get('looks', id)
    const now = new Date(services.clock()).toISOString()
    // In one form, so that times compare as text.
    const asked = upTo === undefined ? now : new Date(upTo).toISOString()
    const wished = asked > now ? now : asked
    const next: Look = {
      id,
      personId: person.id,
      documentId,
      at: before && before.at > wished ? before.at : wished,
      agreed: await agreementsOn(handle, documentId, person.username),
    }
    // A page that lies open says the same again and again: nothing is written for it.
    if (!before || !sameLook(before, next)) handle.put('looks', next)
    return next
  })
  return { documentId, at }
}
