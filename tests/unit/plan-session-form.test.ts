// The session form: written days and times, mistakes, what is sent.
import { describe, expect, it } from 'vitest'
import { changesOf } from '../../client/pieces/changes-of'
import {
  bodyOf,
  closesByRule,
  mistakesOf,
  nextNumber,
  quarterOf,
  valuesOf,
} from '../../client/pieces/session-form/session-values'
import { suggestedUsername } from '../../client/pieces/suggested-username'
import { readDay, readInstant, readTime, writeInstant } from '../../client/pieces/ui/written-date'
import { minimumLength } from '../../client/screens/login/password-rule'
import { wayOn } from '../../client/screens/login/way-on'
import { minimumPasswordLength } from '../../shared/records/person'
import { meetingAt, rules, sampleSession } from '../kit/plan-samples'

describe('written days and times', () => {
  it.each([
    ['18/12/2026', '2026-12-18'],
    [' 8-1-27 ', '2027-01-08'],
    ['18.12.2026', '2026-12-18'],
    ['18122026', '2026-12-18'],
    ['31/02/2026', null],
    ['12/18/2026', null],
    ['', null],
  ])('%s is the day %s', (written, day) => expect(readDay(written)).toBe(day))
  it.each([
    ['14:00', '14:00'],
    ['14h', '14:00'],
    ['7h30', '07:30'],
    ['7.30', '07:30'],
    ['1400', '14:00'],
    ['24:00', null],
    ['14:60', null],
    ['chiều', null],
  ])('%s is the time %s', (written, time) => expect(readTime(written)).toBe(time))
  it('come back as they were written', () => {
    expect(readInstant(writeInstant(meetingAt))).toBe(meetingAt)
  })
})

describe('the session form', () => {
  const values = valuesOf(sampleSession())
  it('sends nothing that was not changed', () => {
    const before = bodyOf(values)
    const after = bodyOf({ ...values, place: ' Phòng họp ' })
    expect(before && after && changesOf(before, after)).toEqual({ place: 'Phòng họp' })
    expect(before && changesOf(before, before)).toEqual({})
  })
  it('sends no state secret', () => {
    expect(bodyOf({ ...values, classification: 'topSecret' })).toBeNull()
  })
  it('names every field that is not right', () => {
    const { windows } = values
    const wrong = {
      ...values,
      topic: ' ',
      number: '0',
      year: '26',
      meeting: { day: '32/1/2026', time: '' },
      windows: windows && {
        outline: { opens: windows.outline.closes, closes: windows.outline.opens },
        draft: { ...windows.draft, closes: { day: '', time: '14:00' } },
      },
    }
    expect(mistakesOf(values)).toEqual({})
    expect(mistakesOf(wrong)).toEqual({
      topic: 'sessionForm.topicNeeded',
      number: 'sessionForm.numberNeeded',
      year: 'sessionForm.yearNeeded',
      day: 'sessionForm.dayNeeded',
      time: 'sessionForm.timeNeeded',
      outline: 'refusal.bad-window',
      draft: 'sessionForm.dayNeeded',
    })
  })
  it('suggests the next number of the year, and the quarter of the day', () => {
    expect(nextNumber([{ number: 4, year: 2026 }], 2026)).toBe(5)
    expect(nextNumber([{ number: 4, year: 2026 }], 2027)).toBe(1)
    expect(quarterOf('18/12/2026')).toEqual({ quarter: 4, year: 2026 })
  })
  it('closes the rounds by the rules of the cell', () => {
    expect(closesByRule(writeInstant(meetingAt), rules)).toEqual({
      outline: '2026-12-01T07:00:00.000Z',
      draft: '2026-12-14T07:00:00.000Z',
    })
  })
})

describe('a suggested username', () => {
  it.each([
    ['Trần Thị Hạnh', [], 'hanh'],
    ['Trương Công Định', [], 'dinh'],
    ['Trần Thị Hạnh', ['hanh'], 'hanh.tt'],
    ['Trần Thị Hạnh', ['hanh', 'hanh.tt'], 'hanh2'],
    ['', [], ''],
  ])('for %s beside %j is %s', (name, taken, expected) => {
    expect(suggestedUsername(name, taken)).toBe(expected)
  })
})

describe('the way on after signing in', () => {
  it.each([
    ['?to=%2Fsessions%2F1', '/sessions/1'],
    ['?to=https://evil.example', '/'],
    ['?to=//evil.example', '/'],
    ['?to=/%5Cevil.example', '/'],
    ['?to=/%09/evil.example', '/'],
    ['?to=/login', '/'],
    ['', '/'],
  ])('%s leads to %s', (search, path) => expect(wayOn(search)).toBe(path))
})

describe('what the client repeats of the server', () => {
  it('is the same: the length of a password', () => {
    expect(minimumLength).toBe(minimumPasswordLength)
  })
})
