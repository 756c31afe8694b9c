// The minutes as the meeting goes: begun from the template, and what happened written in with one tap.
import { z } from 'zod'
import { isBlank } from '../../shared/document/outline'
import type { SessionView } from '../../shared/events'
import { scoreOf } from '../../shared/facts/self-score'
import { choices, perCent } from '../../shared/facts/vote'
import { text, vietnamese } from '../../shared/i18n/text'
import { namesOf } from '../../shared/name-of'
import { timeOf } from '../../shared/paper-time'
import type { Speaker } from '../../shared/records/meeting'
import type { Opinion } from '../../shared/records/opinion'
import type { Person } from '../../shared/records/person'
import type { SelfScore } from '../../shared/records/self-score'
import type { Session } from '../../shared/records/session'
import { Refusal } from '../../shared/refusals'
import { readingPosts } from '../../shared/roles'
import { factsOf } from '../../shared/templates/facts'
import { fill as filled } from '../../shared/templates/fill'
import { writtenDay } from '../../shared/written-day'
import { decide } from '../auth/access'
import { type Room, textOf } from '../rooms/room'
import { writeBelow, writeRowsBelow } from '../rooms/write-below'
import type { Services } from '../services'
import { demand } from './demand'
import { keep } from './keep-session'
import { cellOf } from './paper-owner'
import { fill } from './start-draft'
import { openTasksBefore } from './tasks'
import { templateFor } from './templates'

/** One of what the meeting brought forth; a speaker's words are typed or taken from a released note. */
export const minutesEntry = z.union([
  z.object({ speaker: z.string(), words: z.string().trim().min(1).max(10_000) }),
  z.object({ thread: z.string() }),
  z.object({ vote: z.string() }),
  z.object({ conclusion: z.literal(true) }),
  z.object({ selfScore: z.literal(true) }),
])
type Entry = z.infer<typeof minutesEntry>

const t = text(vietnamese)
/** What is reviewed in one meeting; the rest has a page of its own. */
const mostTasks = 20
const sections = {
  programme: /noi dung chuong trinh|^[ivx\d. -]*programme/,
  discussion: /y kien thao luan|discussion/,
  guests: /y kien dai bieu|guests/,
  conclusion: /ket luan cua chu tri|conclusion/,
  vote: /bieu quyet|\bvote/,
  score: /tu danh gia|assessment/,
} as const
type Section = keyof typeof sections

/** On disk when it resolves. Minutes that somebody has begun are left as they are. */
export async function seedMinutes(services: Services, session: Session): Promise<void> {
  const { records, hub } = services
  const cell = await cellOf(records, session)
  const people = await records.find('people', { cellId: session.cellId })
  const template = await templateFor(records, session.cellId, 'minutes')
  const content = filled(template, factsOf({ session, cell, people }))
  const called = namesOf(people)
  const items = session.meeting.programme.map(({ title, person, minutes }, index) =>
    t('room.minutesItem', {
      number: index + 1,
      title,
      person: person === null ? '' : ` (${called(person)})`,
      minutes,
    }),
  )
  const open = await openTasksBefore(records, session)
  const shown = open.slice(0, mostTasks).map(({ body, responsible, dueOn, state }) =>
    t('after.minutesTask', {
      body,
      person: responsible === null ? '' : called(responsible),
      dueOn: dueOn === null ? '' : writtenDay(dueOn),
      state: t(`after.${state}`),
    }),
  )
  const tasks = shown.length > 0 ? [t('after.minutesTasks', { count: open.length }), ...shown] : []
  await hub.use(session.documents.minutes, async (room) => {
    if (!isBlank(textOf(room.doc))) return
    await fill(room, content)
    const lines = [...items, ...tasks]
    if (lines.length > 0) await writeBelow(room, sections.programme, lines)
  })
}

interface Written {
  /** By which it is known to have been taken in. */
  readonly ids: readonly string[]
  readonly section: Section
  readonly lines?: readonly string[]
  readonly rows?: readonly (readonly string[])[]
  /** What somebody said, for the presenter to answer. */
  readonly opinion?: Opinion
}

async function nameOf({ records }: Services, session: Session, username: string) {
  const [person] = await records.find('people', { cellId: session.cellId, username })
  const isGuest = !person?.posts.some((post) => readingPosts.includes(post))
  return { name: person?.name ?? username, section: isGuest ? 'guests' : 'discussion' } as const
}

async function said(
  services: Services,
  session: Session,
  one: { id: string; username: string; at: string; words: string; about: string },
): Promise<Written> {
  const { name, section } = await nameOf(services, session, one.username)
  const { words, about } = one
  const lines = [t('room.minutesOpinion', { time: timeOf(one.at), name, about, words })]
  return { ids: [one.id], section, lines }
}

const opinionOf = (
  { id: sessionId }: Session,
  { id, username, calledAt, askedAt, paragraph }: Speaker,
  words: string,
): Opinion => ({
  id,
  sessionId,
  author: username,
  at: calledAt ?? askedAt,
  paragraph,
  words,
  answers: [],
})

/** The points by criterion, what they come to, and the note. */
function scoreLines({ scores, note }: SelfScore): string[] {
  const { points, most, grade } = scoreOf({ scores })
  const written = (number: number) => number.toLocaleString('vi')
  return [
    ...scores.map((one, index) =>
      t('after.scoreLine', {
        number: index + 1,
        name: one.name,
        points: written(one.points),
        most: one.most,
      }),
    ),
    t('after.scoreTotal', { points: written(points), most, grade: t(`after.${grade}`) }),
    ...(note === '' ? [] : [note]),
  ]
}

const aboutParagraph = (number: number | null) =>
  number === null ? '' : t('room.minutesParagraph', { number })

/** Throws `not-found` for what this session does not have. */
async function writtenOf(services: Services, session: Session, entry: Entry): Promise<Written> {
  if ('speaker' in entry) {
    const wish = session.meeting.speakers.find(({ id }) => id === entry.speaker)
    if (!wish?.calledAt) throw new Refusal('not-found')
    const { id, username, calledAt, paragraph } = wish
    const about = aboutParagraph(paragraph)
    const written = await said(services, session, {
      id,
      username,
      at: calledAt,
      words: entry.words,
      about,
    })
    return { ...written, opinion: opinionOf(session, wish, entry.words) }
  }
  if ('thread' in entry) {
    const thread = await services.records.get('threads', entry.thread)
    if (thread?.sessionId !== session.id || thread.state === 'withdrawn') {
      throw new Refusal('not-found')
    }
    const about = thread.quote === '' ? '' : t('room.minutesQuote', { quote: thread.quote })
    const { id, author: username, createdAt: at, body: words } = thread
    return said(services, session, { id, username, at, words, about })
  }
  if ('vote' in entry) {
    const vote = await services.records.get('votes', entry.vote)
    if (vote?.sessionId !== session.id || !vote.counts) throw new Refusal('not-found')
    const { counts, entitled } = vote
    const results = choices.map(
      (one) => `${t(`room.${one}`).toLocaleLowerCase('vi')} ${counts[one]}`,
    )
    const line = t('room.minutesVote', {
      question: vote.question,
      way: t(`room.${vote.way}`).toLocaleLowerCase('vi'),
      entitled,
      results: results.join('; '),
      share: perCent(counts.for, entitled).toLocaleString('vi'),
    })
    return { ids: [vote.id], section: 'vote', lines: [line] }
  }
  if ('selfScore' in entry) {
    if (!session.selfScore) throw new Refusal('not-found')
    return { ids: ['selfScore'], section: 'score', lines: scoreLines(session.selfScore) }
  }
  if (session.conclusion.length === 0) throw new Refusal('no-conclusion')
  // Those that came later are added; what was taken in once is the minutes-taker's to change there.
  const items = session.conclusion.filter(({ id }) => !session.meeting.recorded.includes(id))
  const rows = await Promise.all(
    items.map(async ({ body, responsible, dueOn, evidence = '' }) => [
      body,
      responsible === null ? '' : (await nameOf(services, session, responsible)).name,
      dueOn === null ? '' : writtenDay(dueOn),
      evidence,
    ]),
  )
  return { ids: items.map(({ id }) => id), section: 'conclusion', rows }
}

const write = (room: Room, { section, lines, rows }: Written) =>
  rows
    ? writeRowsBelow(room, sections[section], rows)
    : writeBelow(room, sections[section], lines ?? [])

/** Throws Refusal; `already-recorded` for what was taken into the minutes before. */
export function recordInMinutes(
  services: Services,
  person: Person,
  sessionId: string,
  entry: Entry,
): Promise<SessionView> {
  return keep(services, person, sessionId, async (session) => {
    demand(decide('writeMinutes', person, session, services.clock()))
    const { meeting } = session
    const written = await writtenOf(services, session, entry)
    if (written.ids.every((id) => meeting.recorded.includes(id))) {
      throw new Refusal('already-recorded')
    }
    await services.hub.use(session.documents.minutes, (room) => write(room, written))
    const { opinion } = written
    if (opinion) await services.records.transact((handle) => handle.put('opinions', opinion))
    return { meeting: { ...meeting, recorded: [...meeting.recorded, ...written.ids] } }
  })
}
