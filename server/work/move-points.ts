// A point in the history of the texts at every move of their session, named by the move and by who made it.
import type { Person } from '../../shared/records/person'
import type { Session } from '../../shared/records/session'
import type { MoveAct } from '../../shared/stages'
import { logError } from '../log'
import type { Services } from '../services'
import { keepPoint } from './history'
import { type Standing, standing } from './moments'
import { oneAtATime } from './one-at-a-time'

type Paper = 'outline' | 'draft'
interface Texts {
  /** Which may be written once the move is done, so that they are read before. */
  readonly before: readonly Paper[]
  readonly after: readonly Paper[]
}
const draft = ['draft'] as const

const texts: Record<MoveAct, Texts> = {
  assign: { before: ['outline'], after: [] },
  // The draft has its first words by the move itself.
  startDraft: { before: [], after: ['outline', 'draft'] },
  pass: { before: draft, after: [] },
  freeze: { before: [], after: draft },
  reopen: { before: draft, after: [] },
  open: { before: draft, after: [] },
  close: { before: draft, after: [] },
  submit: { before: [], after: draft },
  approve: { before: draft, after: [] },
  return: { before: draft, after: [] },
  archive: { before: [], after: [] },
}

interface Taken {
  readonly id: string
  readonly at: number
  readonly stood: Standing
}

/** The text is safe whatever happens here: only a point of its history would be missing. */
async function orMissing<T>(sessionId: string, work: () => Promise<T>): Promise<T | null> {
  try {
    return await work()
  } catch (error) {
    logError('history', error, { sessionId })
    return null
  }
}

async function take(
  { hub, clock }: Services,
  { id: sessionId, documents }: Session,
  papers: readonly Paper[],
): Promise<Taken[]> {
  const taken: Taken[] = []
  for (const paper of papers) {
    const id = documents[paper]
    const stood = await orMissing(sessionId, () => standing(hub, id))
    if (stood) taken.push({ id, at: clock(), stood })
  }
  return taken
}

interface Moving {
  readonly services: Services
  readonly session: Session
  readonly person: Person
}

/** Does the move; its points are made afterwards, and nobody waits for them but the next act on the session. */
export async function withPoints<T>(
  { services, session, person }: Moving,
  act: MoveAct,
  move: () => Promise<T>,
): Promise<T> {
  const before = await take(services, session, texts[act].before)
  const done = await move()
  const after = await take(services, session, texts[act].after)
  void oneAtATime(session.id, async () => {
    for (const { id, ...then } of [...before, ...after]) {
      const place = { document: { id }, session }
      const name = { kind: 'move', name: act } as const
      await orMissing(session.id, () => keepPoint(services, person, place, name, then))
    }
  })
  return done
}
