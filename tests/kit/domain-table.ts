// The domain's "who may do what", typed by hand from the domain's pages: what the program is held against.

export const stageNames = [
  'planned',
  'outline',
  'draft',
  'frozen',
  'inSession',
  'revising',
  'submitted',
  'approved',
  'archived',
] as const
export type StageName = (typeof stageNames)[number]

export const postNames = [
  'secretary',
  'deputySecretary',
  'committee',
  'member',
  'probationary',
  'technician',
] as const
export const seatNames = ['presenter', 'coAuthor', 'minutesTaker', 'chair', 'guest'] as const
export type Role = (typeof postNames)[number] | (typeof seatNames)[number]

export interface DomainRow {
  readonly who: readonly Role[]
  readonly when: readonly StageName[]
  /** The window that has to be open. */
  readonly window?: 'outline' | 'draft'
  /** Of `who`, those who need the projector handed to them by the chair. */
  readonly handedTo?: readonly Role[]
  /** Only the comment's own author. */
  readonly author?: true
  /** Only until the minutes are agreed. */
  readonly untilAgreed?: true
  /** Only whoever the task was given to. */
  readonly responsible?: true
}

const leaders: readonly Role[] = ['secretary', 'deputySecretary']
const writers: readonly Role[] = ['presenter', 'coAuthor']
const readers: readonly Role[] = [
  'secretary',
  'deputySecretary',
  'committee',
  'member',
  'probationary',
  'presenter',
  'coAuthor',
  'minutesTaker',
  'chair',
]
const readersAndGuest: readonly Role[] = [...readers, 'guest']
const toCome: readonly StageName[] = ['planned', 'outline', 'draft', 'frozen']
const signing: readonly StageName[] = ['inSession', 'revising', 'submitted', 'approved']
const projected: readonly StageName[] = ['frozen', 'inSession']
const fromFrozen: readonly StageName[] = [
  'frozen',
  'inSession',
  'revising',
  'submitted',
  'approved',
  'archived',
]

export const domainTable = {
  readPapers: { who: readers, when: stageNames },
  readVersions: { who: readers, when: stageNames },
  readAsGuest: { who: ['guest'], when: fromFrozen },

  writeOutline: { who: writers, when: ['outline'] },
  writeDraft: { who: writers, when: ['draft', 'revising'] },
  writeMinutes: {
    who: ['minutesTaker', 'secretary'],
    when: ['frozen', 'inSession', 'revising'],
    untilAgreed: true,
  },
  writePapersAfter: { who: ['secretary'], when: ['approved'] },
  agreeMinutes: { who: ['chair', 'secretary'], when: signing },
  signMinutes: { who: ['minutesTaker', 'chair'], when: signing },
  reopenMinutes: { who: ['minutesTaker', 'chair', 'secretary'], when: ['inSession', 'revising'] },

  commentOutline: { who: readers, when: ['outline'], window: 'outline' },
  commentDraft: { who: readers, when: ['draft'], window: 'draft' },
  commentVersion: { who: readersAndGuest, when: projected },
  answer: { who: writers, when: ['outline', 'draft', 'revising'] },
  editOutlineComment: { who: readers, when: ['outline'], window: 'outline', author: true },
  editDraftComment: { who: readers, when: ['draft'], window: 'draft', author: true },
  editVersionComment: { who: readersAndGuest, when: projected, author: true },

  namePoint: {
    who: ['secretary', 'presenter', 'coAuthor'],
    when: ['outline', 'draft', 'revising'],
  },

  assign: { who: ['secretary', 'deputySecretary', 'committee'], when: ['planned'] },
  startDraft: { who: ['presenter', 'secretary', 'deputySecretary'], when: ['outline'] },
  pass: { who: ['committee', 'secretary'], when: ['draft'] },
  freeze: { who: ['secretary', 'deputySecretary', 'minutesTaker'], when: ['draft'] },
  reopen: { who: leaders, when: ['frozen'] },
  open: { who: ['chair', 'secretary'], when: ['frozen'] },
  close: { who: ['chair', 'secretary'], when: ['inSession'] },
  submit: { who: ['presenter'], when: ['revising'] },
  approve: { who: ['committee', 'secretary'], when: ['submitted'] },
  return: { who: ['committee', 'secretary'], when: ['submitted'] },
  archive: { who: leaders, when: ['approved'] },

  project: {
    who: ['chair', 'presenter', 'minutesTaker'],
    when: projected,
    handedTo: ['presenter', 'minutesTaker'],
  },
  keepAttendance: { who: ['minutesTaker', 'secretary'], when: projected, untilAgreed: true },
  announceAbsence: { who: readers, when: toCome },
  keepAbsences: { who: ['secretary', 'deputySecretary', 'minutesTaker'], when: toCome },
  seeAbsences: {
    who: ['secretary', 'deputySecretary', 'minutesTaker', 'chair'],
    when: stageNames,
  },
  seeOpenings: { who: ['secretary', 'deputySecretary', 'presenter', 'chair'], when: stageNames },
  inviteGuests: {
    who: leaders,
    when: [...toCome, 'inSession', 'revising', 'submitted', 'approved'],
  },
  checkRoom: {
    who: ['secretary', 'deputySecretary', 'presenter', 'minutesTaker', 'chair'],
    when: [...toCome, 'inSession'],
  },
  lead: {
    who: ['chair', 'presenter', 'minutesTaker'],
    when: ['inSession'],
    handedTo: ['presenter', 'minutesTaker'],
  },
  askToSpeak: { who: readersAndGuest, when: ['inSession'] },
  keepVotes: { who: ['minutesTaker', 'secretary'], when: ['inSession'], untilAgreed: true },
  castVote: { who: ['secretary', 'deputySecretary', 'committee', 'member'], when: ['inSession'] },
  releaseNote: { who: readersAndGuest, when: ['inSession'] },
  conclude: { who: ['chair', 'minutesTaker'], when: ['inSession'], untilAgreed: true },
  nameNext: { who: ['chair'], when: ['inSession', 'revising'] },
  planSessions: { who: leaders, when: stageNames },
  assignTasks: {
    who: ['secretary', 'chair'],
    when: ['revising', 'submitted', 'approved', 'archived'],
  },
  reportTask: {
    who: readers,
    when: ['revising', 'submitted', 'approved', 'archived'],
    responsible: true,
  },
  keepRules: { who: leaders, when: stageNames },
  keepTemplates: { who: leaders, when: stageNames },
  managePeople: { who: leaders, when: stageNames },
  manageAccounts: { who: ['secretary', 'deputySecretary', 'technician'], when: stageNames },
} as const satisfies Record<string, DomainRow>
export type DomainAct = keyof typeof domainTable

export const moveNames = [
  'assign',
  'startDraft',
  'pass',
  'freeze',
  'reopen',
  'open',
  'close',
  'submit',
  'approve',
  'return',
  'archive',
] as const

/** The sample cell: each account with its posts, and its seats in every sample session. */
export const samplePeople = {
  nga: ['secretary', 'chair'],
  lam: ['deputySecretary'],
  phuong: ['committee'],
  hanh: ['member', 'presenter'],
  bao: ['member', 'coAuthor'],
  tuan: ['member', 'minutesTaker'],
  thoa: ['member'],
  dinh: ['member'],
  truc: ['probationary'],
  khach: ['guest'],
  kythuat: ['technician'],
} as const satisfies Record<string, readonly Role[]>
export type SampleName = keyof typeof samplePeople
export type Cast = Readonly<Record<SampleName, readonly Role[]>>
export const sampleNames = Object.keys(samplePeople) as SampleName[]

/** The same people with the chair's seat taken by `dinh`, so that secretary and chair are two. */
export const castWithOtherChair: Cast = {
  ...samplePeople,
  nga: ['secretary'],
  dinh: ['member', 'chair'],
}

/** What the doors have to answer: `yes`, or the refusal, who before when. */
export type Expected = 'yes' | 'not-yours' | 'not-now'

/** One cell of the table, for a person with these roles; windows are open, nobody was handed anything. */
export function expected(act: DomainAct, roles: readonly Role[], stage: StageName): Expected {
  const row: DomainRow = domainTable[act]
  const isTheirs = roles.some((role) => row.who.includes(role) && !row.handedTo?.includes(role))
  if (!isTheirs) return 'not-yours'
  return row.when.includes(stage) ? 'yes' : 'not-now'
}
