// Moves a session from stage to stage; each move has its condition and one commit point.
import type { SessionView } from '../../shared/events'
import { looseTasks } from '../../shared/facts/conclusion'
import type { Person } from '../../shared/records/person'
import type { Document, Session } from '../../shared/records/session'
import type { Version } from '../../shared/records/version'
import { Refusal } from '../../shared/refusals'
import { type MoveAct, moves, movesWithReason } from '../../shared/stages'
import { decide } from '../auth/access'
import { announce, isoNow, type Services } from '../services'
import { carried, markCarried } from './carry-threads'
import { demand, sessionFor } from './demand'
import { bytesNow, versionOf } from './freeze'
import { endGuestLinks } from './guest-links'
import { seedMinutes } from './minutes'
import { withPoints } from './move-points'
import { oneAtATime } from './one-at-a-time'
import { producePapers } from './produce-papers'
import { seedDraft } from './start-draft'
import { refuseUnanswered } from './unanswered'

/** What a move changes in the session's record besides its stage. */
type Change = Partial<Session> & {
  version?: Version
  /** The comments on versions go with the text into the draft. */
  carries?: true
  produced?: readonly Document[]
}

interface Moving {
  readonly services: Services
  readonly session: Session
  readonly person: Person
}
type Effect = (moving: Moving) => Promise<Change> | Change

const refuseWhen = (wrong: boolean, code: ConstructorParameters<typeof Refusal>[0]) => {
  if (wrong) throw new Refusal(code)
}

async function passRequired({ services, session }: Moving): Promise<boolean> {
  const cell = await services.records.get('cells', session.cellId)
  return cell?.ruleSet.passRequired ?? true
}

/** Where a rehearsal has left the screen is not where the meeting begins. */
function fromTheStart({ projection, screen }: Session): Partial<Session> {
  const plain = { ...screen, isBlank: false, highlight: null, showing: null }
  if (!projection) return { screen: plain }
  const { version, handedTo, seq = 0 } = projection
  return { screen: plain, projection: { version, paragraph: 1, handedTo, seq: seq + 1 } }
}

/** The moves that need no more than a record; those that hold a paper still follow below. */
const effects: Record<Exclude<MoveAct, 'startDraft' | 'freeze' | 'submit'>, Effect> = {
  assign: ({ session }) => {
    refuseWhen(session.seats.presenter === null, 'no-presenter')
    return {}
  },
  pass: async ({ services, session, person }) => {
    const bytes = await services.hub.use(session.documents.draft, async (room) => {
      // What is passed is on disk before it is said to be passed.
      await room.journal.flush()
      return bytesNow(room)
    })
    // Kept, so that what was changed since can be shown.
    const sha256 = await services.blobs.put(bytes)
    return { passed: { by: person.username, at: isoNow(services), sha256 } }
  },
  reopen: ({ session: { screen } }) => ({
    passed: null,
    projection: null,
    screen: { ...screen, isBlank: false, highlight: null, showing: null },
    carries: true,
  }),
  open: ({ session }) => {
    refuseWhen(session.attendance.length === 0, 'no-attendance')
    return fromTheStart(session)
  },
  close: ({ session }) => {
    refuseWhen(session.conclusion.length === 0, 'no-conclusion')
    return { carries: true }
  },
  approve: async ({ services, session, person }) => ({
    ...(await producePapers(services, session, person)),
    versions: session.versions.map((version, i, all) =>
      i === all.length - 1 ? { ...version, stage: 'approved' as const } : version,
    ),
  }),
  return: () => ({}),
  archive: ({ session }) => {
    refuseWhen(looseTasks(session.conclusion).length > 0, 'task-incomplete')
    return {}
  },
}

/** The only commit point: stage, history and version in one write. */
async function commit(
  { services, session, person }: Moving,
  act: MoveAct,
  reason: string | undefined,
  { version, carries, produced = [], ...changes }: Change,
): Promise<SessionView> {
  const { to } = moves[act]
  const moved: Session = {
    ...session,
    ...changes,
    stage: to,
    history: [
      ...session.history,
      {
        act,
        by: person.username,
        at: isoNow(services),
        ...(reason && { reason }),
        ...(version && { version: version.number }),
      },
    ],
    ...(version && {
      versions: [
        ...session.versions,
        { id: version.id, number: version.number, sha256: version.sha256, stage: to },
      ],
    }),
  }
  const threads = await services.records.transact(async (handle) => {
    const going = carries ? await carried(handle, moved) : []
    for (const thread of going) handle.put('threads', thread)
    if (version) handle.put('versions', version)
    for (const document of produced) handle.put('documents', document)
    handle.put('sessions', moved)
    if (to === 'archived') await endGuestLinks(handle, moved.id)
    return going
  })
  await markCarried(services, moved, threads)
  const view = await announce(services, moved)
  if (version) services.hub.live.tell(session.id, { type: 'version', version })
  return view
}

/**
 * Rights first, then the stage, then the reason, then the move's own condition. Throws Refusal;
 * a refused move leaves nothing behind.
 */
export function advance(
  services: Services,
  person: Person,
  sessionId: string,
  { act, reason }: { act: MoveAct; reason?: string | undefined },
): Promise<SessionView> {
  return oneAtATime(sessionId, async () => {
    const session = await sessionFor(services.records, sessionId, person)
    demand(decide(act, person, session, services.clock()))
    const given = reason?.trim()
    refuseWhen(movesWithReason.includes(act) && !given, 'reason-required')
    const moving: Moving = { services, session, person }
    return withPoints(moving, act, () => move(moving, act, given))
  })
}

async function move(moving: Moving, act: MoveAct, given: string | undefined): Promise<SessionView> {
  const { services, session, person } = moving
  const { outline, draft } = session.documents
  switch (act) {
    case 'startDraft':
      return services.hub.still(outline, async (logged) => {
        await seedDraft(services.hub, logged, session)
        return commit(moving, act, given, {})
      })
    case 'freeze':
    case 'submit':
      if (act === 'submit') await refuseUnanswered(services, session)
      else refuseWhen((await passRequired(moving)) && session.passed === null, 'not-passed')
      return services.hub.still(draft, async (logged) => {
        const version = await versionOf(services, logged, session, person)
        return commit(moving, act, given, { version })
      })
    case 'open': {
      const change = await effects.open(moving)
      await seedMinutes(services, session)
      return commit(moving, act, given, change)
    }
    default:
      return commit(moving, act, given, await effects[act](moving))
  }
}
