// What the saved mark may say: the ledger of changes and the server's acknowledgements.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  emptyLedger,
  isKept,
  keep,
  type Ledger,
  type LedgerEvent,
  pendingOf,
  savedState,
} from '../../client/pieces/live/saved-state'

const ledgerOf = (...events: LedgerEvent[]): Ledger => events.reduce(keep, emptyLedger)
const writer = { mayWrite: true, isSynced: true, hasFailed: false }
const changed: LedgerEvent = { type: 'changed' }
const opened: LedgerEvent = { type: 'opened' }
const closed: LedgerEvent = { type: 'closed' }
const step2: LedgerEvent = { type: 'sent', isStep2: true }
const update: LedgerEvent = { type: 'sent', isStep2: false }
const saved = (n: number): LedgerEvent => ({ type: 'saved', n })

describe('savedState', () => {
  it('says connecting before the server has answered on this connection', () => {
    expect(savedState(emptyLedger, writer)).toEqual({ kind: 'connecting' })
    expect(savedState(ledgerOf(opened), writer)).toEqual({ kind: 'connecting' })
    expect(savedState(ledgerOf(opened, step2), writer)).toEqual({ kind: 'connecting' })
  })
  it('says saved once the step 2 of this connection is on disk', () => {
    expect(savedState(ledgerOf(opened, step2, saved(1)), writer)).toEqual({ kind: 'saved' })
  })
  it('counts a change until the frame that carries it is on disk', () => {
    const typing = ledgerOf(opened, step2, saved(1), changed, update, changed, update)
    expect(savedState(typing, writer)).toEqual({ kind: 'saving', pending: 2 })
    expect(savedState(keep(typing, saved(2)), writer)).toEqual({ kind: 'saving', pending: 1 })
    expect(savedState(keep(typing, saved(3)), writer)).toEqual({ kind: 'saved' })
  })
  it('keeps unacknowledged changes over a lost connection until a step 2 carries them', () => {
    const away = ledgerOf(opened, step2, saved(1), changed, update, closed, changed)
    const lost = { ...writer, hasFailed: true }
    expect(savedState(away, lost)).toEqual({ kind: 'offline', pending: 2, isKept: false })
    const back = ledgerOf(opened, step2, saved(1), changed, update, closed, changed, opened, step2)
    expect(savedState(back, writer)).toEqual({ kind: 'saving', pending: 2 })
    expect(savedState(keep(back, saved(1)), writer)).toEqual({ kind: 'saved' })
  })
  it('calls kept only what this browser has taken all of, or the server', () => {
    const kept = (changes: number): LedgerEvent => ({ type: 'kept', changes })
    expect(isKept(emptyLedger)).toBe(true)
    expect(isKept(ledgerOf(changed, kept(1)))).toBe(true)
    expect(isKept(ledgerOf(changed, changed, kept(1)))).toBe(false)
    expect(isKept(ledgerOf(changed, changed, kept(2), kept(1)))).toBe(true)
    expect(isKept(ledgerOf(opened, step2, changed, update, saved(2)))).toBe(true)
    expect(isKept(ledgerOf(opened, step2, changed, update, saved(1)))).toBe(false)
  })
  it('does not take an update sent before step 2 for the changes made before it', () => {
    // Deletions leave no gap that the server could notice.
    const early = ledgerOf(changed, opened, changed, update, saved(1))
    expect(pendingOf(early)).toBe(2)
    expect(pendingOf(keep(keep(early, step2), saved(2)))).toBe(0)
  })
  it('does not call work found in this browser saved before it is acknowledged', () => {
    expect(savedState(ledgerOf(changed, opened), writer)).toEqual({ kind: 'saving', pending: 1 })
  })
  it('ignores an acknowledgement of another connection', () => {
    expect(pendingOf(ledgerOf(changed, opened, step2, closed, saved(1)))).toBe(1)
    expect(pendingOf(ledgerOf(changed, opened, step2, closed, opened, saved(1)))).toBe(1)
  })
  it('says reading to whoever may not write, and never hides their unsent changes', () => {
    const reader = { mayWrite: false, isSynced: true, hasFailed: false }
    expect(savedState(ledgerOf(opened), reader)).toEqual({ kind: 'reading' })
    expect(savedState(ledgerOf(opened, step2, saved(1), changed, update), reader)).toEqual({
      kind: 'saving',
      pending: 1,
    })
  })
  it('never says saved while a change is not covered by an acknowledged frame', () => {
    const event = fc.oneof(
      fc.constantFrom(changed, opened, closed, step2, update),
      fc.nat({ max: 12 }).map(saved),
    )
    fc.assert(
      fc.property(fc.array(event, { maxLength: 60 }), (events) => {
        let ledger = emptyLedger
        // A second, slower book: which changes each frame of this connection carries for certain.
        let made = 0
        let safe = 0
        let whole = false
        let frames: number[] = []
        let acknowledged = 0
        let isOpen = false
        for (const one of events) {
          if (one.type === 'saved' && one.n > frames.length) continue
          ledger = keep(ledger, one)
          if (one.type === 'changed') made++
          if (one.type === 'opened' || one.type === 'closed') {
            isOpen = one.type === 'opened'
            frames = []
            whole = false
            acknowledged = 0
          }
          if (one.type === 'sent' && isOpen) {
            whole ||= one.isStep2
            frames.push(whole ? made : 0)
          }
          if (one.type === 'saved' && isOpen) {
            acknowledged = Math.max(acknowledged, one.n)
            safe = Math.max(safe, ...frames.slice(0, acknowledged))
          }
          expect(pendingOf(ledger)).toBe(made - safe)
          if (savedState(ledger, writer).kind === 'saved') expect(made).toBe(safe)
        }
      }),
    )
  })
})
