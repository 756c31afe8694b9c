// Why one cannot comment now, and how threads are grouped and merged.
import { describe, expect, it } from 'vitest'
import { commentGate } from '../../client/pieces/comments/gate'
import { groupThreads, withThread } from '../../client/pieces/comments/thread-groups'
import type { ThreadView } from '../../shared/records/thread'

const windows = {
  outline: { opensAt: '2026-11-20T00:00:00.000Z', closesAt: '2026-12-01T10:00:00.000Z' },
  draft: { opensAt: '2026-12-08T00:00:00.000Z', closesAt: '2026-12-14T10:00:00.000Z' },
}
const version = { id: 'v1', number: 1, sha256: 'a'.repeat(64), stage: 'frozen' as const }
const member = { posts: ['member' as const], seats: [] }
const guest = { posts: [], seats: ['guest' as const] }
const at = (iso: string) => Date.parse(iso)
const draft = { stage: 'draft' as const, windows, versions: [] }
const frozen = { stage: 'frozen' as const, windows, versions: [version] }

describe('the gate of comments', () => {
  it('is open inside the window', () => {
    expect(commentGate('draft', draft, member, at('2026-12-10T00:00:00Z'))).toEqual({
      isOpen: true,
    })
  })
  it('says when the window opens and when it closed', () => {
    expect(commentGate('draft', draft, member, at('2026-12-01T00:00:00Z'))).toMatchObject({
      why: 'opens',
      at: windows.draft.opensAt,
    })
    expect(commentGate('draft', draft, member, at('2026-12-14T10:00:00Z'))).toMatchObject({
      why: 'closed',
      at: windows.draft.closesAt,
    })
  })
  it('sends those who come to a frozen draft to its version', () => {
    const now = at('2026-12-10T00:00:00Z')
    expect(commentGate('draft', frozen, member, now)).toMatchObject({ why: 'overVersion', version })
    expect(commentGate('outline', frozen, member, now)).toMatchObject({ why: 'over' })
    expect(commentGate('version', frozen, guest, now)).toEqual({ isOpen: true })
    expect(commentGate('draft', frozen, guest, now)).toMatchObject({ why: 'noRight' })
  })
})

const thread = (id: string, more: Partial<ThreadView> = {}): ThreadView => ({
  id,
  documentId: 'd',
  carriedTo: null,
  ground: 'draft',
  author: 'lam',
  from: null,
  to: null,
  quote: 'words',
  kind: 'remark',
  body: 'b',
  state: 'open',
  replies: [],
  agreed: [],
  answers: [],
  createdAt: `2026-12-10T00:00:0${id}.000Z`,
  editedAt: null,
  revision: 0,
  detached: false,
  ...more,
})
const ids = (threads: readonly ThreadView[]) => threads.map(({ id }) => id)

describe('threads in the margin', () => {
  it('stand in the order of their words, those about the whole and the lost ones apart', () => {
    const all = [
      thread('1'),
      thread('2'),
      thread('3', { quote: '' }),
      thread('4', { detached: true }),
      thread('5', { detached: true }),
    ]
    const groups = groupThreads(all, ['2', '5', '1'])
    expect(ids(groups.standing)).toEqual(['2', '5', '1'])
    expect(ids(groups.whole)).toEqual(['3'])
    expect(ids(groups.detached)).toEqual(['4'])
  })
  it('are gone when their words left the page, not while the text is still to come', () => {
    const seen = new Set(['1'])
    expect(ids(groupThreads([thread('1')], [], seen).detached)).toEqual(['1'])
    expect(ids(groupThreads([thread('1')], null, seen).standing)).toEqual(['1'])
    expect(ids(groupThreads([thread('2')], [], seen).standing)).toEqual(['2'])
  })
  it('merge what is announced, and keep what is newer', () => {
    const agreed = thread('1', { agreed: ['truc'], revision: 1 })
    const alone = thread('1', { revision: 2 })
    expect(withThread([agreed], alone)).toEqual([alone])
    expect(withThread([alone], agreed)).toEqual([alone])
    expect(ids(withThread([thread('1')], thread('2')))).toEqual(['1', '2'])
  })
})
