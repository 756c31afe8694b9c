// What the plan says is mine to do, stage by stage and person by person.
import { describe, expect, it } from 'vitest'
import { myTasks, tasksIn } from '../../client/screens/plan/my-tasks'
import type { SessionView } from '../../shared/events'
import type { PublicPerson } from '../../shared/records/person'
import { daysFromMeeting, rules, samplePerson, sampleSession } from '../kit/plan-samples'

const nga = samplePerson('nga', 'secretary')
const phuong = samplePerson('phuong', 'committee')
const hanh = samplePerson('hanh', 'member')
const bao = samplePerson('bao', 'member')
const tuan = samplePerson('tuan', 'member')
const truc = samplePerson('truc', 'probationary')
const khach = samplePerson('khach')
const kythuat = samplePerson('kythuat', 'technician')

const keys = (person: PublicPerson, session: Partial<SessionView>, days: number) =>
  tasksIn(sampleSession(session), person, rules, daysFromMeeting(days)).map(
    ({ words }) => words.key,
  )

const passed = { by: 'phuong', at: '2026-12-16T00:00:00.000Z', sha256: '' }
const item = { id: '1', body: 'rà soát', answer: '', responsible: null, dueOn: null }

describe('my tasks', () => {
  it.each<[string, PublicPerson, Partial<SessionView>, number, string[]]>([
    ['the committee assigns', phuong, { stage: 'planned' }, -30, ['yourTurn.assign']],
    ['a member does not assign', tuan, { stage: 'planned' }, -30, []],
    [
      'the presenter writes the outline',
      hanh,
      { stage: 'outline' },
      -25,
      ['yourTurn.writeOutline'],
    ],
    ['a co-author too', bao, { stage: 'outline' }, -25, ['yourTurn.writeOutline']],
    ['others comment on it', truc, { stage: 'outline' }, -25, ['plan.commentOutline']],
    ['but not when the window is closed', truc, { stage: 'outline' }, -16, []],
    [
      'the presenter writes and answers',
      hanh,
      { stage: 'draft', openThreadCount: 3 },
      -8,
      ['yourTurn.writeDraft', 'plan.answerDraft'],
    ],
    ['others comment on the draft', tuan, { stage: 'draft' }, -8, ['plan.commentDraft']],
    ['the committee passes it', phuong, { stage: 'draft' }, -3, ['yourTurn.pass']],
    ['the minutes-taker freezes it', tuan, { stage: 'draft', passed }, -2, ['yourTurn.freeze']],
    ['the minutes-taker lists who comes', tuan, { stage: 'frozen' }, -1, ['plan.keepAttendance']],
    ['a guest reads', khach, { stage: 'frozen' }, -1, ['plan.readVersion']],
    ['a guest sees nothing of the draft', khach, { stage: 'draft' }, -8, []],
    ['the chair concludes', nga, { stage: 'inSession' }, 0, ['yourTurn.conclude']],
    ['a member follows', truc, { stage: 'inSession' }, 0, ['plan.followSession']],
    [
      'the presenter absorbs the conclusion',
      hanh,
      { stage: 'revising', conclusion: [{ ...item, kind: 'text' }] },
      1,
      ['plan.answerConclusion'],
    ],
    ['the presenter submits', hanh, { stage: 'revising' }, 1, ['yourTurn.submit']],
    ['the committee approves', phuong, { stage: 'submitted' }, 3, ['yourTurn.approve']],
    ['the secretary archives', nga, { stage: 'approved' }, 5, ['yourTurn.archive']],
    [
      'whoever was given work does it',
      truc,
      { stage: 'approved', conclusion: [{ ...item, kind: 'task', responsible: 'truc' }] },
      5,
      ['plan.conclusionTask'],
    ],
    ['a technician has none', kythuat, { stage: 'draft' }, -8, []],
  ])('%s', (_, person, session, days, expected) => {
    expect(keys(person, session, days)).toEqual(expected)
  })

  it('waits for those named, not for the whole cell that may write', () => {
    const seats = { ...sampleSession().seats, coAuthors: 'everyone' as const }
    expect(keys(tuan, { stage: 'draft', seats }, -8)).toEqual(['plan.commentDraft'])
  })

  it('puts the nearest deadline first, and what is going on now among them', () => {
    const now = daysFromMeeting(-8)
    const later = sampleSession({ id: 's2', stage: 'planned' })
    const going = sampleSession({ id: 's3', stage: 'submitted' })
    const draft = sampleSession({ stage: 'draft', passed: null })
    const found = myTasks([later, draft, going], nga, rules, now)
    expect(found.map(({ session }) => session.id)).toEqual(['s2', 's3', 's1'])
  })
})
