// What is one person's to do now, drawn from the rights, the stage and the deadlines.
import type { SessionView } from '../../../shared/events'
import type { RuleSet } from '../../../shared/records/cell'
import type { PublicPerson } from '../../../shared/records/person'
import { type Act, can } from '../../../shared/rights'
import type { Stage } from '../../../shared/stages'
import { isTurnOf, turnOf } from '../../../shared/turn'
import { standingIn } from '../../pieces/live/standing'
import type { DueMoment, Saying } from './due'

export interface Task {
  readonly id: string
  readonly session: SessionView
  readonly words: Saying
  readonly due: DueMoment | null
  /** The session waits for this person; otherwise it is an opportunity. */
  readonly isAwaited: boolean
  /** Where it is done, if not at the session. */
  readonly href?: string
}

type Draft = Omit<Task, 'id' | 'session'>
type Offset = 'outlineDueDays' | 'draftDueDays' | 'passByDays' | 'papersOutDays' | 'finalTextDays'

const dayMs = 86_400_000

/** The tasks of one person in one session. */
export function tasksIn(
  session: SessionView,
  person: PublicPerson,
  rules: RuleSet,
  now: number,
): readonly Task[] {
  const standing = standingIn(session, person)
  const where = { stage: session.stage, windows: session.windows, now }
  const may = (act: Act) => can(act, standing, where) === true
  const turn = turnOf(session, now, rules.passRequired)
  const isMyTurn = isTurnOf(turn, standing)
  const { seats, openThreadCount: open, meetingAt } = session
  // With the whole cell writing along, only those who were named are waited for.
  const isWriter =
    seats.presenter === person.username ||
    (seats.coAuthors !== 'everyone' && seats.coAuthors.includes(person.username))

  const byRule = (offset: Offset): DueMoment => ({
    at: new Date(Date.parse(meetingAt) + rules[offset] * dayMs).toISOString(),
    isDay: true,
  })
  const atMeeting: DueMoment = { at: meetingAt, isDay: false }
  const until = (at: string): DueMoment => ({ at, isDay: false })
  const when = (condition: boolean, draft: Draft): Draft[] => (condition ? [draft] : [])
  const task = (key: Saying['key'], due: DueMoment | null, count?: number): Draft => ({
    words: count === undefined ? { key } : { key, values: { count } },
    due,
    isAwaited: true,
  })
  const offer = (key: Saying['key'], due: DueMoment | null, isAwaited = false): Draft => ({
    words: { key },
    due,
    isAwaited,
  })
  const inTurn = (act: Act, due: DueMoment | null): Draft[] =>
    when(isMyTurn && may(act), task(`yourTurn.${turn.key}`, due))

  const unabsorbed = session.conclusion.filter(
    ({ kind, answer }) => kind === 'text' && answer === '',
  ).length
  const comments = {
    outline: until(session.windows.outline.closesAt),
    draft: until(session.windows.draft.closesAt),
  }

  const byStage: Record<Stage, () => Draft[]> = {
    planned: () =>
      inTurn(turn.key === 'assign' ? 'assign' : 'planSessions', byRule('outlineDueDays')),
    outline: () => [
      ...when(
        isWriter && may('writeOutline'),
        task('yourTurn.writeOutline', byRule('outlineDueDays')),
      ),
      ...when(
        isWriter && open > 0 && may('answer'),
        task('plan.answerOutline', byRule('draftDueDays'), open),
      ),
      ...when(!isWriter && may('commentOutline'), offer('plan.commentOutline', comments.outline)),
    ],
    draft: () => [
      ...when(
        isWriter && !session.passed && may('writeDraft'),
        task('yourTurn.writeDraft', byRule('draftDueDays')),
      ),
      ...when(
        isWriter && open > 0 && may('answer'),
        task('plan.answerDraft', byRule('passByDays'), open),
      ),
      ...when(
        !isWriter && may('commentDraft'),
        offer('plan.commentDraft', comments.draft, isMyTurn && turn.key === 'commentDraft'),
      ),
      ...when(
        turn.key === 'pass' && isMyTurn && may('pass'),
        task('yourTurn.pass', byRule('passByDays')),
      ),
      ...when(
        turn.key === 'freeze' && isMyTurn && may('freeze'),
        task('yourTurn.freeze', byRule('papersOutDays')),
      ),
    ],
    frozen: () => {
      const own = [
        ...when(
          session.attendance.length === 0 && may('keepAttendance'),
          task('plan.keepAttendance', atMeeting),
        ),
        ...inTurn('open', atMeeting),
      ]
      if (own.length > 0) return own
      return when(!isWriter && may('commentVersion'), offer('plan.readVersion', atMeeting))
    },
    inSession: () => {
      const own = inTurn(turn.key === 'close' ? 'close' : 'conclude', null)
      if (own.length > 0) return own
      return when(may('commentVersion'), offer('plan.followSession', null))
    },
    revising: () => [
      ...when(
        isWriter && open > 0 && may('answer'),
        task('plan.answerDraft', byRule('finalTextDays'), open),
      ),
      ...when(
        isWriter && session.openOpinionCount > 0,
        task('after.answerOpinions', byRule('finalTextDays'), session.openOpinionCount),
      ),
      ...when(
        isWriter && unabsorbed > 0,
        task('plan.answerConclusion', byRule('finalTextDays'), unabsorbed),
      ),
      ...when(
        isMyTurn && turn.key === 'submit' && may('submit'),
        task('yourTurn.submit', byRule('finalTextDays')),
      ),
    ],
    submitted: () => inTurn('approve', null),
    approved: () => inTurn(turn.key === 'archive' ? 'archive' : 'assignTasks', null),
    archived: () => [],
  }
  return [...byStage[session.stage](), ...workFor(person, session)].map((draft) => ({
    ...draft,
    id: `${session.id} ${draft.words.key} ${draft.words.values?.body ?? ''}`,
    session,
  }))
}

/** Work that the conclusion gave to this person, however long ago, until it is reported as done. */
function workFor(person: PublicPerson, session: SessionView): Draft[] {
  if (session.stage === 'inSession') return []
  return session.conclusion
    .filter(({ kind, responsible }) => kind === 'task' && responsible === person.username)
    .filter(({ id }) => session.taskStates[id] !== 'done')
    .map(({ body, dueOn }) => ({
      words: { key: 'plan.conclusionTask', values: { body } },
      due: dueOn === null ? null : { at: new Date(`${dueOn}T12:00:00`).toISOString(), isDay: true },
      isAwaited: true,
      href: '/tasks?show=mine',
    }))
}

/** In the order of their deadlines; what is going on without one stands at "now". */
export function myTasks(
  sessions: readonly SessionView[],
  person: PublicPerson,
  rules: RuleSet,
  now: number,
): readonly Task[] {
  const moment = ({ due }: Task) => (due ? Date.parse(due.at) : now)
  return sessions
    .flatMap((session) => tasksIn(session, person, rules, now))
    .sort((one, other) => moment(one) - moment(other))
}
