// Votes on the screen: the answer to one's own ballot may come after what was announced since.
import { describe, expect, it } from 'vitest'
import { withVote } from '../../client/pieces/meeting/use-votes'
import type { VoteView } from '../../shared/records/vote'

const vote = (id: string, more: Partial<VoteView> = {}): VoteView => ({
  id,
  sessionId: 's',
  question: 'Nhất trí?',
  way: 'secret',
  state: 'open',
  openedAt: '2030-01-01T00:00:00.000Z',
  closedAt: null,
  entitled: 9,
  counts: null,
  cast: 0,
  ...more,
})

describe('the votes that are known', () => {
  it('take a new one in, and a newer state of one', () => {
    const [first, second] = [vote('1'), vote('2')]
    expect(withVote([first], second)).toEqual([first, second])
    const closed = vote('1', { state: 'closed', cast: 0 })
    expect(withVote([first, second], closed)).toEqual([closed, second])
    expect(withVote([first], vote('1', { state: 'void' }))[0]?.state).toBe('void')
  })
  it('[L7] are not opened again, nor emptied, by an answer that comes late', () => {
    const closed = vote('1', { state: 'closed' })
    expect(withVote([closed], vote('1', { cast: 4 }))).toEqual([closed])
    const fuller = vote('1', { cast: 5 })
    expect(withVote([fuller], vote('1', { cast: 4 }))).toEqual([fuller])
  })
})
