// A server under measure, and our own as one: how it starts, where its rooms are, who comes in.

import type { Line } from '../kit/seat'
import { startServer } from '../kit/start-server'
import { signIn, type Visitor } from '../kit/visitor'

export interface Running {
  readonly pid: number
  readonly dataDir: string
  /** A room in which nothing was written yet. */
  newRoom(): Promise<string>
  /** Opens a socket for the person with this number. */
  dial(room: string, person: number): Line
  stop(): Promise<unknown>
  /** kill -9. */
  kill(): Promise<unknown>
  /** Removes what it kept. */
  forget(): void
}

export interface Subject {
  readonly name: string
  /** What is said of it at the head of its column. */
  readonly label: string
  /** Texts outlive the process. */
  readonly isDurable: boolean
  /** No text at all: frames are passed on and forgotten. */
  readonly isRelay: boolean
  /** Says `saved(n)`. */
  readonly acknowledges: boolean
  /** An aim is set beside it: measured in every round. */
  readonly isYardstick: boolean
  start(dataDir?: string): Promise<Running>
}

const members = ['hanh', 'bao', 'tuan', 'thoa', 'dinh', 'truc', 'nga', 'lam', 'phuong']
/** `BENCH_NODE_ARGS='--cpu-prof --cpu-prof-dir=…'` shows where our time goes. */
const nodeArgs = (process.env.BENCH_NODE_ARGS ?? '').split(' ').filter(Boolean)
const nothing = new Uint8Array(0)

/** A new session whose outline everybody may write. */
async function newPaper(secretary: Visitor): Promise<string> {
  const seats = { presenter: 'hanh', coAuthors: 'everyone', chair: 'nga', minutesTaker: 'tuan' }
  const { body } = await secretary.post('/api/sessions', { topic: 'Phép đo', seats })
  await secretary.post(`/api/sessions/${body.id}/moves`, { act: 'assign' })
  return body.documents.outline
}

/** The real program with its default limits, guards and durable writes. */
export const ours: Subject = {
  name: 'ours',
  label: 'Bàn thảo',
  isDurable: true,
  isRelay: false,
  acknowledges: true,
  isYardstick: true,
  async start(dataDir) {
    const server = await startServer({ demo: true, nodeArgs, ...(dataDir && { dataDir }) })
    const people = await Promise.all(members.map((name) => signIn(server.origin, name)))
    const secretary = people[members.indexOf('nga')] as Visitor
    return {
      ...server,
      newRoom: () => newPaper(secretary),
      dial: (room, person) => ({
        socket: (people[person % people.length] as Visitor).socket(`/sync/${room}`),
        prefix: nothing,
        hello: [],
      }),
    }
  },
}
