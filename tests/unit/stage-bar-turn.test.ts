// Whose turn it is and the next deadline, moment by moment.
import { describe, expect, it } from 'vitest'
import { defaultRuleSet } from '../../shared/records/cell'
import { isTurnOf, nextDeadline, timeLeft, turnOf } from '../../shared/turn'

type Given = Parameters<typeof turnOf>[0]

const base: Given = {
  stage: 'draft',
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
}
const at = (iso: string) => Date.parse(iso)
const during = at('2026-12-12T06:00:00.000Z')
const after = at('2026-12-15T00:00:00.000Z')
const passed = { by: 'phuong', at: '2026-12-15T00:00:00.000Z', sha256: 'a'.repeat(64) }

describe('whose turn it is', () => {
  it.each<[string, Partial<Given>, number, string]>([
    [
      'a plan without a presenter',
      { stage: 'planned', seats: { ...base.seats, presenter: null } },
      during,
      'namePresenter',
    ],
    ['a plan with a presenter', { stage: 'planned' }, during, 'assign'],
    ['an outline', { stage: 'outline' }, during, 'writeOutline'],
    ['a draft before its window', {}, at('2026-12-07T00:00:00Z'), 'writeDraft'],
    ['a draft in its window', { openThreadCount: 3 }, during, 'commentDraft'],
    ['a draft after its window, comments open', { openThreadCount: 3 }, after, 'answerDraft'],
    ['a draft after its window, all answered', {}, after, 'pass'],
    ['a draft that was passed', { passed }, after, 'freeze'],
    ['a frozen text', { stage: 'frozen' }, after, 'open'],
    ['a meeting without a conclusion', { stage: 'inSession' }, after, 'conclude'],
    [
      'a revision with open comments',
      { stage: 'revising', openThreadCount: 1 },
      after,
      'answerAll',
    ],
    ['a revision all answered', { stage: 'revising' }, after, 'submit'],
    ['a submitted text', { stage: 'submitted' }, after, 'approve'],
    ['an approved text', { stage: 'approved' }, after, 'archive'],
    ['an archived one', { stage: 'archived' }, after, 'done'],
  ])('%s', (_name, change, now, key) => {
    expect(turnOf({ ...base, ...change }, now).key).toBe(key)
  })

  it('asks for the freeze at once where no pass is required', () => {
    expect(turnOf(base, after, false).key).toBe('freeze')
  })

  it('asks for missing answers of conclusion items and for missing task dates', () => {
    const item = {
      id: '1',
      kind: 'text' as const,
      body: 'x',
      answer: '',
      responsible: null,
      dueOn: null,
    }
    expect(turnOf({ ...base, stage: 'revising', conclusion: [item] }, after).key).toBe('answerAll')
    const task = { ...item, kind: 'task' as const }
    expect(turnOf({ ...base, stage: 'approved', conclusion: [task] }, after).key).toBe(
      'assignTasks',
    )
  })

  it('is the turn of posts and of seats', () => {
    const pass = turnOf(base, after)
    expect(isTurnOf(pass, { posts: ['committee'], seats: [] })).toBe(true)
    expect(isTurnOf(pass, { posts: ['member'], seats: ['presenter'] })).toBe(false)
    const submit = turnOf({ ...base, stage: 'revising' }, after)
    expect(isTurnOf(submit, { posts: ['member'], seats: ['presenter'] })).toBe(true)
  })
})

describe('the next deadline', () => {
  it('is the closing of the open window', () => {
    expect(nextDeadline(base, during)).toEqual({
      key: 'commentsClose',
      at: '2026-12-14T10:00:00.000Z',
      isDay: false,
      isPast: false,
    })
  })

  it('is the pass, two days before the meeting, once the window is closed', () => {
    expect(nextDeadline(base, after, defaultRuleSet)?.key).toBe('passBy')
    expect(nextDeadline({ ...base, passed }, after, defaultRuleSet)?.key).toBe('papersOut')
    expect(nextDeadline(base, after)?.key).toBe('meeting')
  })

  it('says the last one as past when nothing is left', () => {
    const late = at('2027-02-01T00:00:00Z')
    expect(nextDeadline(base, late)).toMatchObject({ key: 'meeting', isPast: true })
    expect(nextDeadline({ ...base, stage: 'archived' }, late)).toBeNull()
  })

  it('counts what is left in days, hours and minutes', () => {
    expect(timeLeft('2026-12-14T10:00:00.000Z', during)).toEqual({ days: 2, hours: 4, minutes: 0 })
    expect(timeLeft('2026-12-14T10:00:00.000Z', after)).toEqual({ days: 0, hours: 0, minutes: 0 })
  })
})
