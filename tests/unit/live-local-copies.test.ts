// What this browser keeps: marks of unsent work, one a window, and refused work of several windows.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  clearMarks,
  dismissRefused,
  hasUnsentWork,
  keepRefused,
  markUnsent,
  refusedWork,
  unsentMarks,
  unsentSince,
} from '../../client/pieces/live/local-copies'

/** Web storage: its keys are its own properties. */
function storage(): Storage {
  const methods = {
    getItem(this: Record<string, string>, key: string) {
      return Object.hasOwn(this, key) ? this[key] : null
    },
    setItem(this: Record<string, string>, key: string, value: string) {
      this[key] = value
    },
    removeItem(this: Record<string, string>, key: string) {
      delete this[key]
    },
  }
  return Object.create(methods)
}
const at = '2026-11-21T03:00:00.000Z'

describe('unsent work', () => {
  beforeEach(() => vi.stubGlobal('localStorage', storage()))
  afterEach(() => vi.unstubAllGlobals())

  it('of the earliest window decides, and of this paper and person alone', () => {
    markUnsent('hanh', 'draft', 'one', { epoch: 2, changes: 5 })
    markUnsent('hanh', 'draft', 'two', { epoch: 1, changes: 1 })
    markUnsent('hanh', 'draft2', 'two', { epoch: 0, changes: 1 })
    markUnsent('bao', 'draft', 'two', { epoch: 0, changes: 1 })
    expect(unsentSince('hanh', 'draft')).toBe(1)
    expect(unsentSince('hanh', 'outline')).toBeNull()
    expect(hasUnsentWork('hanh')).toBe(true)
    expect(hasUnsentWork('thoa')).toBe(false)
  })
  it('of another window is not taken for saved when it has written on', () => {
    markUnsent('hanh', 'draft', 'closed', { epoch: 0, changes: 5 })
    markUnsent('hanh', 'draft', 'open', { epoch: 0, changes: 5 })
    const found = unsentMarks('hanh', 'draft')
    markUnsent('hanh', 'draft', 'open', { epoch: 0, changes: 6 })
    clearMarks(found)
    expect([...unsentMarks('hanh', 'draft').values()]).toEqual(['0 6'])
  })
  it('ends with its window’s own acknowledgement', () => {
    markUnsent('hanh', 'draft', 'one', { epoch: 0, changes: 1 })
    markUnsent('hanh', 'draft', 'one', null)
    expect(unsentSince('hanh', 'draft')).toBeNull()
  })
})

describe('refused work', () => {
  beforeEach(() => vi.stubGlobal('localStorage', storage()))
  afterEach(() => vi.unstubAllGlobals())

  it('of a second window is kept below that of the first, no line twice', () => {
    keepRefused('hanh', { documentId: 'draft', at, text: 'Chung\nMột' })
    const all = keepRefused('hanh', { documentId: 'draft', at, text: 'Chung\nHai' })
    expect(all.text).toBe('Chung\nHai\nMột')
    expect(refusedWork('hanh', 'draft')).toEqual(all)
    expect(hasUnsentWork('hanh')).toBe(true)
    dismissRefused('hanh', 'draft')
    expect(refusedWork('hanh', 'draft')).toBeNull()
  })
})
