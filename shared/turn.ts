// Whose turn it is in a session, and until when: what the stage bar and the plan say.
import type { SessionView } from './events'
import { looseTasks, unabsorbed } from './facts/conclusion'
import type { RuleSet } from './records/cell'
import type { Round } from './rights'
import { type Post, readingPosts, type Seat, type Standing } from './roles'
import type { Stage } from './stages'

/** What is awaited now; its words are `turn.<key>`, for those whose turn it is `yourTurn.<key>`. */
export const turnKeys = [
  'namePresenter',
  'assign',
  'writeOutline',
  'writeDraft',
  'commentDraft',
  'answerDraft',
  'pass',
  'freeze',
  'open',
  'conclude',
  'close',
  'answerAll',
  'submit',
  'approve',
  'assignTasks',
  'archive',
  'done',
] as const
export type TurnKey = (typeof turnKeys)[number]

export interface Turn {
  readonly key: TurnKey
  readonly posts: readonly Post[]
  readonly seats: readonly Seat[]
}

type TurnSession = Pick<
  SessionView,
  | 'stage'
  | 'seats'
  | 'windows'
  | 'passed'
  | 'openThreadCount'
  | 'openOpinionCount'
  | 'attendance'
  | 'conclusion'
  | 'meetingAt'
>

const leaders = ['secretary', 'deputySecretary'] as const
const writers = ['presenter', 'coAuthor'] as const
const turn = (key: TurnKey, posts: readonly Post[] = [], seats: readonly Seat[] = []): Turn => ({
  key,
  posts,
  seats,
})

function draftTurn(session: TurnSession, now: number, passRequired: boolean): Turn {
  const { opensAt, closesAt } = session.windows.draft
  if (session.passed) return turn('freeze', leaders, ['minutesTaker'])
  if (now < Date.parse(opensAt)) return turn('writeDraft', [], writers)
  if (now < Date.parse(closesAt)) return turn('commentDraft', readingPosts)
  if (session.openThreadCount > 0) return turn('answerDraft', [], writers)
  return passRequired
    ? turn('pass', ['committee', 'secretary'])
    : turn('freeze', leaders, ['minutesTaker'])
}

/** What is awaited and of whom; one answer at every moment. */
export function turnOf(session: TurnSession, now = Date.now(), passRequired = true): Turn {
  const byStage: Record<Stage, () => Turn> = {
    planned: () =>
      session.seats.presenter === null
        ? turn('namePresenter', leaders)
        : turn('assign', [...leaders, 'committee']),
    outline: () => turn('writeOutline', [], ['presenter']),
    draft: () => draftTurn(session, now, passRequired),
    frozen: () => turn('open', [], ['chair']),
    inSession: () =>
      session.conclusion.length === 0
        ? turn('conclude', [], ['chair', 'minutesTaker'])
        : turn('close', [], ['chair']),
    revising: () =>
      session.openThreadCount + session.openOpinionCount > 0 ||
      unabsorbed(session.conclusion).length > 0
        ? turn('answerAll', [], writers)
        : turn('submit', [], ['presenter']),
    submitted: () => turn('approve', ['committee', 'secretary']),
    approved: () =>
      looseTasks(session.conclusion).length > 0
        ? turn('assignTasks', ['secretary'], ['chair'])
        : turn('archive', leaders),
    archived: () => turn('done'),
  }
  return byStage[session.stage]()
}

/** True for those of whom it is awaited. */
export const isTurnOf = ({ posts, seats }: Turn, who: Standing): boolean =>
  posts.some((post) => who.posts.includes(post)) || seats.some((seat) => who.seats.includes(seat))

/** While all comment on the draft, its writers answer: the turn as it stands for this person. */
export const keyFor = (
  { key }: Turn,
  { openThreadCount }: Pick<TurnSession, 'openThreadCount'>,
  who: Standing,
): TurnKey =>
  key === 'commentDraft' && openThreadCount > 0 && writers.some((seat) => who.seats.includes(seat))
    ? 'answerDraft'
    : key

/** Its words are `deadline.<key>`. */
export type DeadlineKey =
  | 'outlineDue'
  | 'commentsOpen'
  | 'commentsClose'
  | 'draftDue'
  | 'passBy'
  | 'papersOut'
  | 'meeting'
  | 'finalText'

export interface Deadline {
  readonly key: DeadlineKey
  /** ISO 8601, UTC. */
  readonly at: string
  /** Kept to the day: the hour means nothing. */
  readonly isDay: boolean
  readonly isPast: boolean
}

type Offset = Exclude<
  keyof RuleSet,
  'passRequired' | 'minimumMinutes' | 'minimumMinutesCombined' | 'criteria'
>

const dayMs = 86_400_000
const moment = (key: DeadlineKey, at: string) => ({ key, at, isDay: false })

/** The end of the day in the reader's time zone. */
function endOfDay(iso: string): number {
  const day = new Date(iso)
  return day.setHours(23, 59, 59, 999)
}

function awaited(session: TurnSession, rules: Pick<RuleSet, Offset> | undefined) {
  const day = (key: DeadlineKey, offset: Offset) => {
    if (!rules) return []
    const at = new Date(Date.parse(session.meetingAt) + rules[offset] * dayMs).toISOString()
    return [{ key, at, isDay: true }]
  }
  const round = (name: Round) => [
    moment('commentsOpen', session.windows[name].opensAt),
    moment('commentsClose', session.windows[name].closesAt),
  ]
  const meeting = moment('meeting', session.meetingAt)
  const byStage: Record<Stage, () => Omit<Deadline, 'isPast'>[]> = {
    planned: () => [...day('outlineDue', 'outlineDueDays'), meeting],
    outline: () => [...round('outline'), ...day('draftDue', 'draftDueDays')],
    draft: () => [
      ...round('draft'),
      ...(session.passed ? [] : day('passBy', 'passByDays')),
      ...day('papersOut', 'papersOutDays'),
      meeting,
    ],
    frozen: () => [meeting],
    inSession: () => [],
    revising: () => day('finalText', 'finalTextDays'),
    submitted: () => [],
    approved: () => [],
    archived: () => [],
  }
  return byStage[session.stage]()
}

/**
 * The earliest deadline still to come at this stage; when all are past, the last of them.
 * Without the cell's rule set only windows and the meeting are known.
 */
export function nextDeadline(
  session: TurnSession,
  now = Date.now(),
  rules?: Pick<RuleSet, Offset>,
): Deadline | null {
  const all = awaited(session, rules)
    .map((one) => ({ ...one, until: one.isDay ? endOfDay(one.at) : Date.parse(one.at) }))
    .sort((a, b) => a.until - b.until)
  const found = all.find(({ until }) => now < until) ?? all.at(-1)
  if (!found) return null
  const { until, ...deadline } = found
  return { ...deadline, isPast: until <= now }
}

/** How long until a moment, in whole units: what remains is said in two of them at most. */
export function timeLeft(
  at: string,
  now: number,
): { days: number; hours: number; minutes: number } {
  const minutes = Math.max(0, Math.floor((Date.parse(at) - now) / 60_000))
  return {
    days: Math.floor(minutes / 1440),
    hours: Math.floor((minutes % 1440) / 60),
    minutes: minutes % 60,
  }
}
