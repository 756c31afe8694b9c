// The year's plan: quarters, years, and what a line says.
import { describe, expect, it } from 'vitest'
import { lately } from '../../client/screens/plan/lately'
import { rowState } from '../../client/screens/plan/row-state'
import { quartersHeld, quartersOf, yearSpan, yearToShow } from '../../client/screens/plan/year-plan'
import { daysFromMeeting, rules, samplePerson, sampleSession } from '../kit/plan-samples'

const one = sampleSession({ id: 'a', number: 2, meetingAt: '2026-12-20T07:00:00.000Z' })
const two = sampleSession({ id: 'b', number: 1, meetingAt: '2026-10-02T07:00:00.000Z' })
const held = sampleSession({ id: 'c', quarter: 1, stage: 'revising' })
const other = sampleSession({ id: 'd', year: 2025, stage: 'archived' })

describe('the year', () => {
  it('has four quarters, each in the order of its meetings', () => {
    const quarters = quartersOf([one, two, held, other], 2026)
    expect(quarters.map(({ sessions }) => sessions.map(({ id }) => id))).toEqual([
      ['c'],
      [],
      [],
      ['b', 'a'],
    ])
    expect(quartersHeld(quarters)).toBe(1)
  })
  it('spans from the first session to the last, this year among them', () => {
    expect(yearSpan([other], 2026)).toEqual({ first: 2025, last: 2026 })
    expect(yearSpan([], 2026)).toEqual({ first: 2026, last: 2026 })
  })
  it('shown is this one, or the latest that has sessions', () => {
    expect(yearToShow([other, one], 2026)).toBe(2026)
    expect(yearToShow([other], 2026)).toBe(2025)
    expect(yearToShow([], 2026)).toBe(2026)
  })
})

describe('a line', () => {
  const now = daysFromMeeting(-8)
  it('says it is mine when the session waits for me', () => {
    const draft = sampleSession({ stage: 'draft' })
    const state = rowState(draft, samplePerson('hanh', 'member'), rules, now)
    expect(state).toMatchObject({ step: 3, isMine: true, isCollecting: true, isPressing: true })
    expect(state.turn.key).toBe('yourTurn.writeDraft')
  })
  it('says whose turn it is when it is not mine', () => {
    const outline = sampleSession({ stage: 'outline' })
    const state = rowState(outline, samplePerson('nga', 'secretary'), rules, now)
    expect(state).toMatchObject({ isMine: false, isCollecting: false, isPressing: false })
    expect(state.turn.key).toBe('turn.writeOutline')
  })
  it('knows that the meeting has been held', () => {
    expect(rowState(held, samplePerson('truc', 'probationary'), rules, now).isHeld).toBe(true)
    expect(rowState(one, samplePerson('truc', 'probationary'), rules, now).isHeld).toBe(false)
  })
})

describe('lately', () => {
  it('puts the newest first, over all sessions, and leaves out what it has no words for', () => {
    const history = [
      { act: 'plan', by: 'nga', at: '2026-11-01T00:00:00.000Z' },
      { act: 'freeze', by: 'tuan', at: '2026-11-03T00:00:00.000Z', version: 1 },
      { act: 'somethingNew', by: 'nga', at: '2026-11-04T00:00:00.000Z' },
    ]
    const more = [{ act: 'assign', by: 'nga', at: '2026-11-02T00:00:00.000Z' }]
    const found = lately(
      [
        { ...one, history },
        { ...two, history: more },
      ],
      2,
    )
    expect(found.map(({ act, version }) => [act, version])).toEqual([
      ['freeze', 1],
      ['assign', null],
    ])
  })
})
