// The sample cell: eleven people and one session at every stage, each reached by the real acts.
import { randomInt } from 'node:crypto'
import { findQuote, flatten } from '../../shared/document/anchor'
import type { PaperNode } from '../../shared/document/outline'
import { text, vietnamese } from '../../shared/i18n/text'
import { defaultRuleSet } from '../../shared/records/cell'
import type { ConclusionItem } from '../../shared/records/conclusion'
import type { Person } from '../../shared/records/person'
import { type MoveAct, type Stage, stages } from '../../shared/stages'
import { usualProgramme } from '../../shared/usual-programme'
import { hashPassword } from '../auth/passwords'
import { relativePositions } from '../rooms/marks'
import type { Services } from '../services'
import { announceAbsence } from '../work/absences'
import { advance } from '../work/advance'
import { answer } from '../work/answer-thread'
import { openThread } from '../work/comment'
import { conclude, keepAttendance } from '../work/keep-session'
import { planProgramme } from '../work/lead-meeting'
import { planSession } from '../work/plan-session'
import { fill } from '../work/start-draft'
import { reportTask } from '../work/tasks'
import sample from './sample-cell.json'

const t = text(vietnamese)
type TaskWish = Parameters<typeof reportTask>[4]
const hourMs = 3600 * 1000
const dayMs = 24 * hourMs
/** Days from the first start to each session's meeting. */
const meetingInDays: Record<Stage, number> = {
  archived: -190,
  approved: -100,
  submitted: -9,
  revising: -1,
  inSession: 0,
  frozen: 1,
  draft: 12,
  outline: 22,
  planned: 34,
}
const seats = {
  presenter: 'hanh',
  coAuthors: ['bao'],
  minutesTaker: 'tuan',
  chair: 'nga',
  guests: ['khach'],
}

/** Letters and digits that are not taken for one another when read aloud. */
function randomPassword(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789'
  return Array.from({ length: 10 }, () => letters[randomInt(letters.length)]).join('')
}

/** Fills an empty store and returns the lines that tell people how to sign in. */
export async function seedDemo(services: Services, given: string | undefined): Promise<string[]> {
  if ((await services.records.find('cells')).length > 0) {
    return ['the data folder already holds a cell: it is left as it is']
  }
  const password = given || randomPassword()
  const people = await addPeople(services, await hashPassword(password))
  for (const stage of [...stages].reverse()) await addSession(services, people, stage)
  const names = [...people.values()].map(
    ({ username, name, posts }) =>
      `  ${username.padEnd(8)} ${name} (${posts.join(', ') || 'guest'})`,
  )
  return ['accounts of the sample cell:', ...names, `password of every account: ${password}`]
}

async function addPeople(services: Services, passwordHash: string): Promise<Map<string, Person>> {
  const createdAt = new Date(services.clock()).toISOString()
  const cellId = services.newId()
  const people = sample.people.map((one) => {
    const posts = one.posts as Person['posts']
    return { ...one, posts, id: services.newId(), cellId, passwordHash, disabled: false, createdAt }
  })
  await services.records.transact((handle) => {
    handle.put('cells', { id: cellId, ...sample.cell, ruleSet: defaultRuleSet, createdAt })
    for (const person of people) handle.put('people', person)
  })
  return new Map(people.map((person) => [person.username, person]))
}

/** The sample text under this session's own topic. */
function textAbout(text: unknown, topic: string): PaperNode {
  const quoted = JSON.stringify(sample.topics.draft).slice(1, -1)
  const own = JSON.stringify(topic).slice(1, -1)
  return JSON.parse(JSON.stringify(text).replaceAll(quoted, own)) as PaperNode
}

async function addSession(
  real: Services,
  people: Map<string, Person>,
  target: Stage,
): Promise<void> {
  const today = real.clock()
  // Seven in the morning UTC is two in the afternoon where they meet.
  const meetingAt = Math.floor(today / dayMs) * dayMs + meetingInDays[target] * dayMs + 7 * hourMs
  // Each act happens on a day that fits the session's own calendar, never in the future.
  let day = 0
  const services: Services = {
    ...real,
    clock: () => Math.min(today, meetingAt + day * dayMs) - (day < 0 ? 0 : 1),
  }
  const by = (username: string) => people.get(username) as Person
  const topic = sample.topics[target]
  day = -30
  const { id, documents } = await planSession(services, by('nga'), {
    topic,
    year: new Date(today).getUTCFullYear(),
    meetingAt: new Date(meetingAt).toISOString(),
    place: sample.place,
    seats,
  })
  const move = (act: MoveAct, username: string, reason?: string) =>
    advance(services, by(username), id, { act, reason })
  const reached = (stage: Stage) => stages.indexOf(target) >= stages.indexOf(stage)

  if (!reached('outline')) return
  await move('assign', 'nga')
  await real.hub.use(documents.outline, (room) => fill(room, textAbout(sample.outline, topic)))
  if (!reached('draft')) return
  day = -16
  await move('startDraft', 'hanh')
  await real.hub.use(documents.draft, (room) => fill(room, textAbout(sample.draft, topic)))
  day = -6
  const threads = await addComments(services, people, documents.draft)
  if (!reached('frozen')) {
    await announceAbsence(services, by('dinh'), id, 'dinh', { reason: t('before.sampleReason') })
    return
  }
  day = -2
  await move('pass', 'phuong')
  day = -1
  await move('freeze', 'tuan')
  const members = [...people.values()].filter(({ posts }) =>
    posts.some((post) => post !== 'technician'),
  )
  const present = members.map(({ username }) => ({ username, kind: 'present' as const }))
  await keepAttendance(services, by('tuan'), id, present)
  const programme = usualProgramme((item) => t(`room.${item}`), seats)
  await planProgramme(services, by('nga'), id, { programme })
  if (!reached('inSession')) return
  day = 0
  await move('open', 'nga')
  if (!reached('revising')) return
  const given = conclusion(services, meetingAt)
  await conclude(services, by('nga'), id, { conclusion: given })
  await move('close', 'nga')
  if (!reached('submitted')) return
  day = 2
  for (const [i, { verdict, reason }] of sample.comments.entries()) {
    const thread = threads[i] as string
    const given = { verdict: verdict as 'accepted', reason }
    await answer(services, by('hanh'), thread, given)
  }
  await move('submit', 'hanh')
  if (!reached('approved')) return
  day = 4
  await move('approve', 'phuong')
  if (!reached('archived')) return
  day = 40
  await move('archive', 'nga')
  const work = given.filter(({ kind }) => kind === 'task')
  for (const [i, { id: item, responsible }] of work.entries()) {
    const report = i === 0 ? sample.reports.done : sample.reports.underWay
    await reportTask(services, by(responsible ?? ''), id, item, report as TaskWish)
  }
}

function conclusion(services: Services, meetingAt: number): ConclusionItem[] {
  return sample.conclusion.map((item) => ({
    id: services.newId(),
    kind: item.kind as ConclusionItem['kind'],
    body: item.body,
    answer: item.answer ?? '',
    responsible: item.responsible ?? null,
    evidence: item.evidence,
    dueOn:
      item.dueDays === undefined
        ? null
        : new Date(meetingAt + item.dueDays * dayMs).toISOString().slice(0, 10),
  }))
}

/** The eight sample comments, each at its own words. Returns the threads' ids in order. */
async function addComments(
  services: Services,
  people: Map<string, Person>,
  documentId: string,
): Promise<string[]> {
  const ids: string[] = []
  for (const [i, { author, quote, body }] of sample.comments.entries()) {
    const hoursAgo = (sample.comments.length - i) * 7
    const then: Services = { ...services, clock: () => services.clock() - hoursAgo * hourMs }
    const positions = await services.hub.use(documentId, (room) => {
      const flat = flatten(room.fragment)
      const range = findQuote(flat, { quote, before: '', after: '' })
      return range && relativePositions(flat, range)
    })
    if (!positions) throw new Error(`the sample draft lacks: ${quote}`)
    const person = people.get(author) as Person
    const wish = { ...positions, quote, kind: 'remark' as const, body }
    ids.push((await openThread(then, person, 'document', documentId, wish)).id)
  }
  return ids
}
