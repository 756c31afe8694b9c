// THE table of rights: act × stage → posts and seats. Screens, API and sockets all ask `can`.
import { type AfterPaper, signingSeats } from './facts/after-meeting'
import { type Post, readingPosts, type Seat, type Standing, votingPosts } from './roles'
import { moves, type Stage, stages, stagesFrom } from './stages'

export const papers = ['outline', 'draft', 'minutes'] as const
export type Paper = (typeof papers)[number]
/** Those that are there from the beginning, and those that approval produces. */
export type AnyPaper = Paper | AfterPaper
/** Rounds of comments that have a window; a frozen version has none. */
export const rounds = ['outline', 'draft'] as const
export type Round = (typeof rounds)[number]

/** A window in which comments are taken; ISO 8601, UTC. */
export interface Window {
  readonly opensAt: string
  readonly closesAt: string
}
export type Windows = Readonly<Record<Round, Window>>

/** Who may do an act, at which stages, inside which window. */
export interface Right {
  readonly posts: readonly Post[]
  readonly seats: readonly Seat[]
  readonly stages: readonly Stage[]
  readonly window?: Round
  /** These seats may act only while the chair has handed them the projector. */
  readonly handedTo?: readonly Seat[]
  /** Only the author of the comment in question. */
  readonly authorOnly?: true
  /** Until the minutes, which hold it, were read back and agreed. */
  readonly untilAgreed?: true
  /** Only whoever the task in question was given to. */
  readonly responsibleOnly?: true
}

const workingSeats = ['presenter', 'coAuthor', 'minutesTaker', 'chair'] as const
const writers = ['presenter', 'coAuthor'] as const
const leaders = ['secretary', 'deputySecretary'] as const
const anyone = { posts: readingPosts, seats: workingSeats } as const
/** While the meeting is still to come. */
const toCome = ['planned', 'outline', 'draft', 'frozen'] as const
const row = (
  who: { posts?: readonly Post[]; seats?: readonly Seat[] },
  at: readonly Stage[],
  more: Pick<Right, 'window' | 'handedTo' | 'authorOnly' | 'untilAgreed' | 'responsibleOnly'> = {},
): Right => ({ posts: who.posts ?? [], seats: who.seats ?? [], stages: at, ...more })

const commentOutline = row(anyone, ['outline'], { window: 'outline' })
const commentDraft = row(anyone, ['draft'], { window: 'draft' })
const commentVersion = row({ posts: readingPosts, seats: [...workingSeats, 'guest'] }, [
  'frozen',
  'inSession',
])

const signing = ['inSession', 'revising', 'submitted', 'approved'] as const

/** Source: the domain's "who may do what"; an act without a row is refused. */
export const rights = {
  readPapers: row(anyone, stages),
  readVersions: row(anyone, stages),
  readAsGuest: row({ seats: ['guest'] }, stagesFrom('frozen')),
  writeOutline: row({ seats: writers }, ['outline']),
  writeDraft: row({ seats: writers }, ['draft', 'revising']),
  writeMinutes: row(
    { posts: ['secretary'], seats: ['minutesTaker'] },
    ['frozen', 'inSession', 'revising'],
    { untilAgreed: true },
  ),
  agreeMinutes: row({ posts: ['secretary'], seats: ['chair'] }, signing),
  signMinutes: row({ seats: signingSeats }, signing),
  reopenMinutes: row({ posts: ['secretary'], seats: signingSeats }, ['inSession', 'revising']),
  writePapersAfter: row({ posts: ['secretary'] }, ['approved']),
  commentOutline,
  commentDraft,
  commentVersion,
  answer: row({ seats: writers }, ['outline', 'draft', 'revising']),
  editOutlineComment: { ...commentOutline, authorOnly: true },
  editDraftComment: { ...commentDraft, authorOnly: true },
  editVersionComment: { ...commentVersion, authorOnly: true },
  namePoint: row({ posts: ['secretary'], seats: writers }, ['outline', 'draft', 'revising']),
  assign: row({ posts: [...leaders, 'committee'] }, [moves.assign.from]),
  startDraft: row({ posts: leaders, seats: ['presenter'] }, [moves.startDraft.from]),
  pass: row({ posts: ['committee', 'secretary'] }, [moves.pass.from]),
  freeze: row({ posts: leaders, seats: ['minutesTaker'] }, [moves.freeze.from]),
  reopen: row({ posts: leaders }, [moves.reopen.from]),
  open: row({ posts: ['secretary'], seats: ['chair'] }, [moves.open.from]),
  close: row({ posts: ['secretary'], seats: ['chair'] }, [moves.close.from]),
  submit: row({ seats: ['presenter'] }, [moves.submit.from]),
  approve: row({ posts: ['committee', 'secretary'] }, [moves.approve.from]),
  return: row({ posts: ['committee', 'secretary'] }, [moves.return.from]),
  archive: row({ posts: leaders }, [moves.archive.from]),
  project: row({ seats: ['chair'] }, ['frozen', 'inSession'], {
    handedTo: ['presenter', 'minutesTaker'],
  }),
  keepAttendance: row({ posts: ['secretary'], seats: ['minutesTaker'] }, ['frozen', 'inSession'], {
    untilAgreed: true,
  }),
  announceAbsence: row(anyone, toCome),
  keepAbsences: row({ posts: leaders, seats: ['minutesTaker'] }, toCome),
  seeAbsences: row({ posts: leaders, seats: ['minutesTaker', 'chair'] }, stages),
  seeOpenings: row({ posts: leaders, seats: ['presenter', 'chair'] }, stages),
  inviteGuests: row({ posts: leaders }, [
    ...toCome,
    'inSession',
    'revising',
    'submitted',
    'approved',
  ]),
  checkRoom: row({ posts: leaders, seats: ['presenter', 'minutesTaker', 'chair'] }, [
    ...toCome,
    'inSession',
  ]),
  lead: row({ seats: ['chair'] }, ['inSession'], { handedTo: ['presenter', 'minutesTaker'] }),
  askToSpeak: row({ posts: readingPosts, seats: [...workingSeats, 'guest'] }, ['inSession']),
  keepVotes: row({ posts: ['secretary'], seats: ['minutesTaker'] }, ['inSession'], {
    untilAgreed: true,
  }),
  castVote: row({ posts: votingPosts }, ['inSession']),
  releaseNote: row({ posts: readingPosts, seats: [...workingSeats, 'guest'] }, ['inSession']),
  conclude: row({ seats: ['chair', 'minutesTaker'] }, ['inSession'], { untilAgreed: true }),
  nameNext: row({ seats: ['chair'] }, ['inSession', 'revising']),
  planSessions: row({ posts: leaders }, stages),
  assignTasks: row({ posts: ['secretary'], seats: ['chair'] }, [
    'revising',
    'submitted',
    'approved',
    'archived',
  ]),
  reportTask: row(anyone, stagesFrom('revising'), { responsibleOnly: true }),
  keepRules: row({ posts: leaders }, stages),
  keepTemplates: row({ posts: leaders }, stages),
  managePeople: row({ posts: leaders }, stages),
  manageAccounts: row({ posts: [...leaders, 'technician'] }, stages),
} as const satisfies Record<string, Right>
export type Act = keyof typeof rights
export const acts = Object.keys(rights) as Act[]

export const writeActOf = {
  outline: 'writeOutline',
  draft: 'writeDraft',
  minutes: 'writeMinutes',
  conclusion: 'writePapersAfter',
  resolution: 'writePapersAfter',
  answers: 'writePapersAfter',
  report: 'writePapersAfter',
} as const satisfies Record<AnyPaper, Act>

/** Where and when a right is asked for. */
export interface Circumstance {
  readonly stage: Stage
  readonly windows: Windows
  /** Milliseconds since the epoch, by the server's clock. */
  readonly now: number
  /** The minutes were read back and agreed. */
  readonly minutesAgreed?: boolean
}

/** `true`, or the code of the refusal in the order the refusals are given: who, then when. */
export type Decision = true | 'not-yours' | 'not-now' | 'minutes-agreed' | 'window-closed'

/** Whether this standing ever holds the act, whatever the stage. */
export function holds(act: Act, who: Standing): boolean {
  if (!Object.hasOwn(rights, act)) return false
  const right: Right = rights[act]
  if (right.authorOnly && !who.isAuthor) return false
  if (right.responsibleOnly && !who.isResponsible) return false
  return (
    right.posts.some((post) => who.posts.includes(post)) ||
    right.seats.some((seat) => who.seats.includes(seat)) ||
    (who.holdsProjector === true && (right.handedTo ?? []).some((seat) => who.seats.includes(seat)))
  )
}

/** May this person do this act here and now? The only place where rights are decided. */
export function can(act: Act, who: Standing, where: Circumstance): Decision {
  const right: Right = rights[act]
  if (!holds(act, who)) return 'not-yours'
  if (!right.stages.includes(where.stage)) return 'not-now'
  if (right.untilAgreed && where.minutesAgreed) return 'minutes-agreed'
  if (right.window && !isOpen(where.windows[right.window], where.now)) return 'window-closed'
  return true
}

/** Opening time included, closing time excluded. */
export function isOpen(window: Window, now: number): boolean {
  return Date.parse(window.opensAt) <= now && now < Date.parse(window.closesAt)
}

/** May read the live text; a guest never does. */
export const canReadLive = (who: Standing, where: Circumstance): boolean =>
  can('readPapers', who, where) === true

/** May read the session and its frozen versions. */
export const canReadVersions = (who: Standing, where: Circumstance): boolean =>
  can('readVersions', who, where) === true || can('readAsGuest', who, where) === true

/** What a comment stands on: a live round or a frozen version. */
export type CommentGround = Round | 'version'
export const commentActOf = {
  outline: 'commentOutline',
  draft: 'commentDraft',
  version: 'commentVersion',
} as const satisfies Record<CommentGround, Act>
export const editActOf = {
  outline: 'editOutlineComment',
  draft: 'editDraftComment',
  version: 'editVersionComment',
} as const satisfies Record<CommentGround, Act>

/** Whoever may comment there may reply, and the writers wherever they may answer. */
export function canReply(ground: CommentGround, who: Standing, where: Circumstance): Decision {
  const decision = can(commentActOf[ground], who, where)
  return decision === true || can('answer', who, where) === true ? true : decision
}

/**
 * What one may do about another's account. A technician keeps accounts but reads no papers, and so
 * gets no link into an account that does, and locks out nobody who leads the cell.
 */
export function canKeepAccount(
  what: 'rename' | 'lock' | 'link',
  by: readonly Post[],
  of: readonly Post[],
): boolean {
  const holdsPost = (act: Act, posts: readonly Post[]) => holds(act, { posts, seats: [] })
  if (holdsPost('managePeople', by)) return true
  if (!holdsPost('manageAccounts', by)) return false
  if (what === 'link') return !of.some((post) => readingPosts.includes(post))
  return !holdsPost('managePeople', of)
}
