// Sessions and people for the tests of the plan.
import type { SessionView } from '../../shared/events'
import { defaultRuleSet } from '../../shared/records/cell'
import type { PublicPerson } from '../../shared/records/person'
import { sessionDefaults } from '../../shared/records/session'

export const rules = defaultRuleSet
export const meetingAt = '2026-12-18T07:00:00.000Z'
/** So many days before (negative) or after the meeting. */
export const daysFromMeeting = (days: number): number => Date.parse(meetingAt) + days * 86_400_000
const at = (days: number) => new Date(daysFromMeeting(days)).toISOString()

export const samplePerson = (username: string, ...posts: PublicPerson['posts']): PublicPerson => ({
  id: username,
  username,
  name: username,
  posts,
  disabled: false,
  active: true,
})

export const sampleSession = (change: Partial<SessionView> = {}): SessionView => ({
  id: 's1',
  stage: 'planned',
  topic: 'Chuyển đổi số',
  number: 4,
  year: 2026,
  quarter: 4,
  meetingAt,
  place: '',
  classification: 'internal',
  seats: {
    presenter: 'hanh',
    coAuthors: ['bao'],
    minutesTaker: 'tuan',
    chair: 'nga',
    guests: ['khach'],
  },
  windows: {
    outline: { opensAt: at(-30), closesAt: at(-17) },
    draft: { opensAt: at(-30), closesAt: at(-4) },
  },
  documents: { outline: 'o', draft: 'd', minutes: 'm' },
  passed: null,
  versions: [],
  attendance: [],
  conclusion: [],
  projection: null,
  ...sessionDefaults,
  history: [],
  createdAt: at(-30),
  threadCount: 0,
  openThreadCount: 0,
  openOpinionCount: 0,
  taskStates: {},
  ...change,
})
