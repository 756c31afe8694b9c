// What the stage bar offers to whom: the one thing that is due in full sight.
import { describe, expect, it } from 'vitest'
import { offered } from '../../client/pieces/stage-bar/offered'
import type { Standing } from '../../shared/roles'
import type { Stage } from '../../shared/stages'

type Given = Parameters<typeof offered>[0]
const after = Date.parse('2026-12-15T00:00:00.000Z')
const session = (stage: Stage, more: Partial<Given> = {}): Given => ({
  stage,
  seats: { presenter: 'hanh', coAuthors: [], minutesTaker: 'tuan', chair: 'nga', guests: [] },
  windows: {
    outline: { opensAt: '2026-11-20T00:00:00.000Z', closesAt: '2026-12-01T10:00:00.000Z' },
    draft: { opensAt: '2026-12-08T00:00:00.000Z', closesAt: '2026-12-14T10:00:00.000Z' },
  },
  passed: null,
  openThreadCount: 0,
  openOpinionCount: 0,
  attendance: [],
  conclusion: [],
  meetingAt: '2026-12-18T07:00:00.000Z',
  versions: [],
  minutesSigned: null,
  ...more,
})
const secretary: Standing = { posts: ['secretary'], seats: ['chair'] }
const presenter: Standing = { posts: ['member'], seats: ['presenter'] }
const minutesTaker: Standing = { posts: ['member'], seats: ['minutesTaker'] }
const member: Standing = { posts: ['member'], seats: [] }
const passed = { by: 'phuong', at: '2026-12-15T00:00:00.000Z', sha256: 'a'.repeat(64) }
const attendance = [{ username: 'nga', kind: 'present' as const }]
const task = {
  id: '1',
  kind: 'task' as const,
  body: 'x',
  answer: '',
  responsible: null,
  dueOn: null,
}
const minutesSigned = {
  versionId: 'm',
  number: 1,
  sha256: 'a'.repeat(64),
  agreedAt: '2026-12-18T09:00:00.000Z',
  by: [],
}
const item = { ...task, kind: 'text' as const }

describe('what is offered', () => {
  it.each<[string, Given, Standing, unknown]>([
    ['nothing to a member', session('draft'), member, { primary: null, isDue: false, others: [] }],
    [
      'the pass before the freeze',
      session('draft'),
      secretary,
      { primary: 'pass', isDue: true, others: ['freeze'] },
    ],
    [
      'the freeze once passed',
      session('draft', { passed }),
      minutesTaker,
      { primary: 'freeze', isDue: true, others: [] },
    ],
    [
      'attendance before the opening',
      session('frozen'),
      secretary,
      { primary: 'attendance', isDue: true, others: ['reopen', 'open'] },
    ],
    [
      'the opening once it exists',
      session('frozen', { attendance }),
      secretary,
      { primary: 'open', isDue: true, others: ['reopen', 'attendance'] },
    ],
    [
      'the conclusion before the close',
      session('inSession'),
      secretary,
      { primary: 'conclusion', isDue: true, others: ['close', 'attendance'] },
    ],
    [
      '[Z12] nothing but the close once the minutes are agreed',
      session('inSession', { conclusion: [task], minutesSigned }),
      secretary,
      { primary: 'close', isDue: true, others: [] },
    ],
    [
      'answers of items before submitting',
      session('revising', { conclusion: [item] }),
      presenter,
      { primary: 'conclusion', isDue: true, others: ['submit'] },
    ],
    [
      'submitting, not yet due while comments are open',
      session('revising', { openThreadCount: 2 }),
      presenter,
      { primary: 'submit', isDue: false, others: [] },
    ],
    [
      'approval, with the return beside it',
      session('submitted'),
      secretary,
      { primary: 'approve', isDue: true, others: ['return'] },
    ],
    [
      'tasks before the archive',
      session('approved', { conclusion: [task] }),
      secretary,
      { primary: 'conclusion', isDue: true, others: ['archive'] },
    ],
    [
      'nothing at the end',
      session('archived'),
      secretary,
      { primary: null, isDue: false, others: [] },
    ],
  ])('%s', (_name, given, who, expected) => {
    expect(offered(given, who, after, true)).toEqual(expected)
  })
})
