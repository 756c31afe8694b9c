// Many sockets: what an idle one and an open paper weigh, and how fast a crowd is back.
import { setTimeout as pause } from 'node:timers/promises'
import { allOpened, leaveAll, Seat } from '../kit/seat'
import { median } from './figures'
import { takeIn } from './history'
import { accountOf } from './process-account'
import type { Running, Subject } from './subject'
import { trace } from './trace'

const idleConnections = 1000
const idlePapers = 100
const storm = 200
const restMs = 3000

/** KiB of resident memory for each of 1,000 people who only look, in a fresh process. */
export async function idleConnection(running: Running, afterMs = 20_000): Promise<number> {
  const room = await running.newRoom()
  const first = new Seat(running.dial(room, 0))
  await first.opened()
  await pause(restMs)
  const before = accountOf(running.pid).rss
  const seats: Seat[] = []
  for (let i = 0; i < idleConnections; i += 50) {
    const some = Array.from({ length: 50 }, (_, k) => new Seat(running.dial(room, i + k)))
    await allOpened(some)
    seats.push(...some)
  }
  await pause(afterMs)
  const after = accountOf(running.pid).rss
  if (seats.some((seat) => seat.isClosed)) throw new Error('an idle socket was closed')
  await leaveAll([first, ...seats])
  return (after - before) / idleConnections
}

/** KiB for each of 100 papers that one person looks at. */
export async function openPaper(running: Running): Promise<number> {
  const rooms: string[] = []
  for (let i = 0; i < idlePapers; i++) rooms.push(await running.newRoom())
  await pause(restMs)
  const before = accountOf(running.pid).rss
  const seats: Seat[] = []
  for (const [i, room] of rooms.entries()) {
    const seat = new Seat(running.dial(room, i))
    await seat.opened()
    seats.push(seat)
  }
  await pause(restMs)
  const after = accountOf(running.pid).rss
  await leaveAll(seats)
  return (after - before) / idlePapers
}

/** Two hundred come back at the same moment, each asking for the whole paper. */
export async function reconnects(running: Running, subject: Subject): Promise<number> {
  const { usual } = trace()
  const { room, reader } = await takeIn(running, usual, subject.acknowledges)
  const times: number[] = []
  for (let round = 0; round < 5; round++) {
    const begun = performance.now()
    const seats = Array.from({ length: storm }, (_, i) => new Seat(running.dial(room, i)))
    await allOpened(seats)
    times.push(performance.now() - begun)
    const isWhole = ({ state }: Seat) => (state?.length ?? 0) > usual.bytes * 0.9
    if (!subject.isRelay && !seats.every(isWhole)) throw new Error('not everybody got the text')
    await leaveAll(seats)
  }
  await reader.leave()
  return median(times)
}
