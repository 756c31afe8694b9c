// Who is called, who has a vote, and whether more than half of those are there.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { calledTo, quorumOf } from '../../shared/quorum'
import type { Attendance } from '../../shared/records/session'
import type { Post } from '../../shared/roles'
import { postNames } from '../kit/domain-table'

const anyPerson = fc.record({
  posts: fc.subarray([...postNames] as Post[]),
  disabled: fc.boolean(),
})
const anyCell = fc
  .array(anyPerson, { maxLength: 30 })
  .map((people) => people.map((one, i) => ({ ...one, username: `p${i}` })))
const kinds = ['present', 'excused', 'absent'] as const
const voting: readonly Post[] = ['secretary', 'deputySecretary', 'committee', 'member']

it('[V4] counts those with a vote who are present, and asks for more than half of all with a vote', () => {
  const anyMeeting = anyCell.chain((people) =>
    fc.tuple(
      fc.constant(people),
      fc.array(fc.constantFrom(...kinds, null), {
        minLength: people.length,
        maxLength: people.length,
      }),
    ),
  )
  fc.assert(
    fc.property(anyMeeting, ([people, marks]) => {
      const attendance: Attendance = people.flatMap(({ username }, i) => {
        const kind = marks[i]
        return kind ? [{ username, kind }] : []
      })
      const isVoter = (i: number) =>
        !people[i]?.disabled && voting.some((post) => people[i]?.posts.includes(post))
      const voters = people.filter((_, i) => isVoter(i)).length
      const there = people.filter((_, i) => isVoter(i) && marks[i] === 'present').length
      const quorum = quorumOf(people, attendance)
      expect([quorum.entitled, quorum.present]).toEqual([voters, there])
      expect(quorum.isReached).toBe(there * 2 > voters)
      expect(quorum.needed * 2).toBeGreaterThan(voters)
      expect((quorum.needed - 1) * 2).toBeLessThanOrEqual(voters)
    }),
  )
})

it('[V4] calls whoever reads papers, and this session’s guests; nobody who is locked out', () => {
  const person = (username: string, posts: Post[], disabled = false) => ({
    username,
    posts,
    disabled,
  })
  const people = [
    person('nga', ['secretary']),
    person('truc', ['probationary']),
    person('kythuat', ['technician']),
    person('khach', []),
    person('khac', []),
    person('cu', ['member'], true),
  ]
  const called = calledTo(people, { guests: ['khach'] }).map(({ username }) => username)
  expect(called).toEqual(['nga', 'truc', 'khach'])
})
