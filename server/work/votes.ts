// Takes votes: hands counted by the minutes-taker, or secret ballots, of which only the sum is ever kept.
import type { z } from 'zod'
import { type Choice, sumOf } from '../../shared/facts/vote'
import type { Person } from '../../shared/records/person'
import type { Session } from '../../shared/records/session'
import type { newVote, Vote, VoteCounts, VoteView } from '../../shared/records/vote'
import { Refusal } from '../../shared/refusals'
import { votingPosts } from '../../shared/roles'
import { decide } from '../auth/access'
import { isoNow, type Services } from '../services'
import type { Reader } from '../stores/contract'
import { demand, readableSession, sessionFor } from './demand'
import { oneAtATime } from './one-at-a-time'

/**
 * A ballot box stands in memory alone: who has voted, and the sums, never side by side. Written
 * down one by one, even without names, the order of the ballots would tell who cast which.
 */
interface Box {
  readonly voters: Set<string>
  readonly counts: Record<Choice, number>
}
const boxes = new WeakMap<Services, Map<string, Box>>()

function boxesOf(services: Services): Map<string, Box> {
  const known = boxes.get(services) ?? new Map<string, Box>()
  boxes.set(services, known)
  return known
}

/** A secret vote whose box went with an earlier process, or whose session went on, is void. */
function shown(services: Services, session: Session, vote: Vote): VoteView {
  if (vote.state !== 'open') return { ...vote, cast: 0 }
  const box = boxesOf(services).get(vote.id)
  const isLost = session.stage !== 'inSession' || (vote.way === 'secret' && !box)
  return { ...vote, state: isLost ? 'void' : 'open', cast: box?.voters.size ?? 0 }
}

function tell(services: Services, session: Session, vote: Vote): VoteView {
  const view = shown(services, session, vote)
  services.hub.live.tell(session.id, { type: 'vote', vote: view })
  return view
}

async function presentVoters(records: Reader, session: Session): Promise<string[]> {
  const present = new Set(
    session.attendance.filter(({ kind }) => kind === 'present').map(({ username }) => username),
  )
  const people = await records.find('people', { cellId: session.cellId })
  return people
    .filter(({ username }) => present.has(username))
    .filter(({ posts }) => votingPosts.some((post) => posts.includes(post)))
    .map(({ username }) => username)
}

async function voteFor(services: Services, id: string, person: Person) {
  const vote = await services.records.get('votes', id)
  if (!vote) throw new Refusal('not-found')
  const session = await sessionFor(services.records, vote.sessionId, person)
  return { vote, session }
}

/** Throws Refusal. */
export async function listVotes(
  services: Services,
  person: Person,
  sessionId: string,
): Promise<VoteView[]> {
  const session = await readableSession(services, sessionId, person)
  const votes = await services.records.find('votes', { sessionId })
  return votes.map((vote) => shown(services, session, vote))
}

/** Whether one may still be counted: a void one is over. */
export async function hasOpenVote(services: Services, session: Session): Promise<boolean> {
  const votes = await services.records.find('votes', { sessionId: session.id })
  return votes.some((vote) => shown(services, session, vote).state === 'open')
}

/** Throws Refusal. */
export function openVote(
  services: Services,
  person: Person,
  sessionId: string,
  wish: z.infer<typeof newVote>,
): Promise<VoteView> {
  // One at a time with agreeing to the minutes: none is open behind them.
  return oneAtATime(sessionId, async () => {
    const session = await sessionFor(services.records, sessionId, person)
    demand(decide('keepVotes', person, session, services.clock()))
    const vote: Vote = {
      id: services.newId(),
      sessionId,
      ...wish,
      state: 'open',
      openedAt: isoNow(services),
      closedAt: null,
      entitled: (await presentVoters(services.records, session)).length,
      counts: null,
    }
    if (vote.way === 'secret') {
      const counts = { for: 0, against: 0, other: 0 }
      boxesOf(services).set(vote.id, { voters: new Set(), counts })
    }
    await services.records.transact((handle) => handle.put('votes', vote))
    return tell(services, session, vote)
  })
}

/** Throws Refusal. Once, by whoever is present and has a vote; it cannot be looked at or taken back. */
export async function castBallot(
  services: Services,
  person: Person,
  voteId: string,
  choice: Choice,
): Promise<VoteView> {
  const { vote, session } = await voteFor(services, voteId, person)
  demand(decide('castVote', person, session, services.clock()))
  if (vote.way !== 'secret') throw new Refusal('not-now')
  const voters = await presentVoters(services.records, session)
  if (!voters.includes(person.username)) throw new Refusal('not-present')
  const box = boxesOf(services).get(voteId)
  if (vote.state !== 'open' || !box) throw new Refusal('vote-over')
  if (box.voters.has(person.username)) throw new Refusal('already-voted')
  box.voters.add(person.username)
  box.counts[choice] += 1
  return tell(services, session, vote)
}

/** Throws Refusal. Hands are counted by who closes it; a secret vote is counted by its box. */
export function closeVote(
  services: Services,
  person: Person,
  voteId: string,
  counted: VoteCounts | null,
): Promise<VoteView> {
  return oneAtATime(voteId, async () => {
    const { vote, session } = await voteFor(services, voteId, person)
    demand(decide('keepVotes', person, session, services.clock()))
    const box = boxesOf(services).get(voteId)
    if (vote.state !== 'open' || (vote.way === 'secret' && !box)) throw new Refusal('vote-over')
    const counts = vote.way === 'secret' ? (box?.counts ?? null) : counted
    if (!counts) throw new Refusal('unreadable-request')
    const entitled = (await presentVoters(services.records, session)).length
    if (vote.way === 'hands' && sumOf(counts) > entitled) throw new Refusal('too-many-votes')
    const closed: Vote = {
      ...vote,
      state: 'closed',
      closedAt: isoNow(services),
      // Somebody who voted may have left since.
      entitled: Math.max(entitled, sumOf(counts)),
      counts: { ...counts },
    }
    // No ballot is taken from here on, whatever becomes of the write.
    boxesOf(services).delete(voteId)
    await services.records.transact((handle) => handle.put('votes', closed))
    return tell(services, session, closed)
  })
}
