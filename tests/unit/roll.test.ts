// What a window sends of the roll: its own changes, over what others have kept meanwhile.
import { expect, it } from 'vitest'
import { changesOf, marksOf } from '../../client/pieces/stage-bar/roll'

const at = '2026-12-18T07:00:00.000Z'
const absences = [{ username: 'dinh', reason: 'Ốm', at, by: 'dinh' }]
const excused = { kind: 'excused', reason: 'Ốm' } as const
const present = { kind: 'present', reason: '' } as const
const absent = { kind: 'absent', reason: '' } as const

it('[V12] a tap counts, the rest give way to what another window has kept meanwhile', () => {
  const taps = { marks: new Map([['bao', present]]), rest: ['thoa', 'truc'] }
  const before = { absences, attendance: [] }
  expect(Object.fromEntries(marksOf(before, taps))).toEqual({
    dinh: excused,
    thoa: present,
    truc: present,
    bao: present,
  })
  const kept = ['dinh', 'bao', 'truc', 'lam'].map((username) => ({ username, kind: 'absent' }))
  const meanwhile = { absences, attendance: kept }
  expect(Object.fromEntries(marksOf(meanwhile, taps))).toEqual({
    dinh: absent,
    bao: present,
    truc: absent,
    lam: absent,
    thoa: present,
  })
  expect(changesOf(meanwhile, taps)).toEqual([
    { username: 'thoa', ...present, onlyUnset: true },
    { username: 'bao', ...present },
  ])
  expect(changesOf(before, { marks: new Map(), rest: [] })).toEqual([
    { username: 'dinh', ...excused, onlyUnset: true },
  ])
})
