// What is known of a session, its cell and its people, as the facts that fill a template.

import { everyone } from '../facts/session'
import { namesOf } from '../name-of'
import { partsOf, timeOf } from '../paper-time'
import type { Cell } from '../records/cell'
import type { PublicPerson } from '../records/person'
import type { Session } from '../records/session'
import { readingPosts, votingPosts } from '../roles'
import type { Facts } from './fields'

type Known = Pick<
  Session,
  | 'topic'
  | 'number'
  | 'quarter'
  | 'year'
  | 'meetingAt'
  | 'place'
  | 'seats'
  | 'windows'
  | 'attendance'
  | 'versions'
> &
  Partial<Pick<Session, 'isCombined'>>
type KnownPerson = Pick<PublicPerson, 'username' | 'name' | 'posts' | 'disabled'>

interface Sources {
  readonly session: Known
  readonly cell: Pick<Cell, 'name' | 'parentName' | 'place' | 'ruleSet'>
  readonly people: readonly KnownPerson[]
  /** Where this session stands on the cell's own network. */
  readonly address?: string
  /** Whoever begins the paper. */
  readonly writer?: string
}

const dayMs = 24 * 3600 * 1000

/** `05/02/2027`: days in two digits, months where they could be forged. */
const dayOf = (instant: string | number) => {
  const { day, month, year } = partsOf(instant)
  return `${day}/${Number(month) <= 2 ? month : Number(month)}/${year}`
}

/** A count nobody has begun is no count. */
const count = (people: readonly unknown[], isKnown: boolean) =>
  isKnown ? String(people.length).padStart(2, '0') : ''

export function factsOf({ session, cell, people, writer, address = '' }: Sources): Facts {
  const called = namesOf(people)
  const named = (username: string | null) => (username === null ? '' : called(username))
  const list = (usernames: readonly string[]) => usernames.map(named).join(', ')
  const holding = (post: KnownPerson['posts'][number]) =>
    people.filter(({ posts, disabled }) => !disabled && posts.includes(post))
  const members = people.filter(
    ({ posts, disabled }) => !disabled && posts.some((post) => readingPosts.includes(post)),
  )
  const isVoting = ({ posts }: KnownPerson) =>
    posts.some((post) => (votingPosts as readonly string[]).includes(post))
  const { seats, meetingAt, attendance, windows } = session
  const attended = (kind: (typeof attendance)[number]['kind']) =>
    attendance.filter((one) => one.kind === kind).map(({ username }) => username)
  const away = (kind: 'excused' | 'absent') =>
    attendance
      .filter((one) => one.kind === kind)
      .map(({ username, reason }) => named(username) + (reason ? ` (${reason})` : ''))
      .join(', ')
  const isCalled = attendance.length > 0
  const due = (days: number) => dayOf(Date.parse(meetingAt) + days * dayMs)
  const last = session.versions.at(-1)
  const { month } = partsOf(meetingAt)
  return {
    cell: cell.name,
    parent: cell.parentName,
    place: cell.place,
    topic: session.topic,
    number: String(session.number),
    month: Number(month) <= 2 ? month : String(Number(month)),
    quarter: ['I', 'II', 'III', 'IV'][session.quarter - 1] ?? String(session.quarter),
    year: String(session.year),
    meetingTime: timeOf(meetingAt),
    meetingDay: dayOf(meetingAt),
    meetingPlace: session.place,
    form: session.isCombined ? 'chuyên đề kết hợp sinh hoạt định kỳ' : 'chuyên đề',
    readAt: address,
    presenter: named(seats.presenter),
    coAuthors: seats.coAuthors === everyone ? 'toàn thể chi bộ' : list(seats.coAuthors),
    chair: named(seats.chair),
    minutesTaker: named(seats.minutesTaker),
    guests: list(seats.guests),
    secretary: list(holding('secretary').map(({ username }) => username)),
    deputySecretary: list(holding('deputySecretary').map(({ username }) => username)),
    committee: list(holding('committee').map(({ username }) => username)),
    ...(writer !== undefined && { writer }),
    members: count(members, members.length > 0),
    voting: count(members.filter(isVoting), members.length > 0),
    probationary: count(
      members.filter((person) => !isVoting(person)),
      members.length > 0,
    ),
    present: count(attended('present'), isCalled),
    excused: count(attended('excused'), isCalled),
    excusedNames: away('excused'),
    absent: count(attended('absent'), isCalled),
    absentNames: away('absent'),
    outlineDue: due(cell.ruleSet.outlineDueDays),
    outlineCloses: dayOf(windows.outline.closesAt),
    draftDue: due(cell.ruleSet.draftDueDays),
    draftCloses: dayOf(windows.draft.closesAt),
    passBy: due(cell.ruleSet.passByDays),
    finalBy: due(cell.ruleSet.finalTextDays),
    version: last ? `số ${last.number} (${last.sha256.slice(0, 8)})` : '',
  }
}
