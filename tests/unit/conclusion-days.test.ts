// The days of the conclusion's items, typed as people here write them.
import { expect, it } from 'vitest'
import { isDayWrong, readItems, writeItem } from '../../client/pieces/stage-bar/written-items'

const item = { id: '1', kind: 'task', body: 'x', answer: '', responsible: null } as const

it('[Z1] a day is read as it was typed, and one that is none is not lost in silence', () => {
  const kept = { ...item, dueOn: '2030-02-01' }
  expect(writeItem(kept).dueOn).toBe('01/02/2030')
  expect(readItems([writeItem(kept), { ...item, dueOn: null }])).toEqual([
    kept,
    { ...item, dueOn: null },
  ])
  expect(readItems([{ ...item, dueOn: '1-2-30' }])).toEqual([kept])
  for (const dueOn of ['31/02/2030', '2/2030', 'mai']) {
    expect([dueOn, isDayWrong({ ...item, dueOn })]).toEqual([dueOn, true])
    expect(readItems([{ ...item, dueOn }])).toBeNull()
  }
})
