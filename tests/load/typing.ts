// People typing: how soon others see it, how soon it is on disk, what it costs the server.
import { performance } from 'node:perf_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import { allOpened, leaveAll, Seat } from '../kit/seat'
import { Ledger } from './ledger'
import { accountOf } from './process-account'
import { type Script, scriptOf } from './script'
import type { Running } from './subject'

export interface Crowd {
  readonly rooms: number
  /** In each room. */
  readonly people: number
  /** Each number of typists in turn, with the same people. */
  readonly typing: readonly number[]
  readonly seconds: number
  readonly keysPerSecond: number
  /** A caret goes out beside every keystroke, as y-prosemirror does. */
  readonly hasCarets: boolean
}

export interface Measured {
  readonly typing: number
  readonly seen: readonly number[]
  /** From the key to `saved`; empty where the server does not say it. */
  readonly durable: readonly number[]
  readonly cpuPerThousand: number
  /** Deliveries that never came. */
  readonly missing: number
  /** The share of the time in which the clients' own process was busy. */
  readonly clientLoad: number
}

const warmUpSeconds = 1
const patienceMs = 10_000

export class Room {
  readonly id: string
  readonly seats: readonly Seat[]
  readonly ledger: Ledger
  readonly scripts: readonly Script[]
  readonly #hasCarets: boolean
  /** For each typist: what was sent and not yet said to be saved. */
  readonly #unsaved: { n: number; at: number }[][]
  durable: number[] = []

  constructor(id: string, seats: readonly Seat[], scripts: readonly Script[], hasCarets: boolean) {
    this.id = id
    this.seats = seats
    this.scripts = scripts
    this.#hasCarets = hasCarets
    this.ledger = new Ledger(scripts, seats.length)
    this.#unsaved = scripts.map(() => [])
    for (const [person, seat] of seats.entries()) {
      seat.heard = (update, at, isState) => {
        if (!isState) this.ledger.heard(person, update, at)
      }
    }
    for (const [typist, waiting] of this.#unsaved.entries()) {
      const seat = seats[typist] as Seat
      seat.acknowledged = (n, at) => {
        while (waiting[0] && waiting[0].n <= n) {
          this.durable.push(at - (waiting.shift() as { at: number }).at)
        }
      }
    }
  }

  /** Everybody who will type makes a paragraph. */
  begin(): void {
    for (const [typist, { opening, arrival }] of this.scripts.entries()) {
      const seat = this.seats[typist] as Seat
      seat.write(opening)
      if (this.#hasCarets) seat.send(arrival)
    }
  }

  type(typist: number): void {
    const seat = this.seats[typist] as Seat
    const at = performance.now()
    const { key, caret } = this.ledger.nextKey(typist, at)
    seat.write(key)
    this.#unsaved[typist]?.push({ n: seat.sent, at })
    if (this.#hasCarets) seat.send(caret)
  }

  /** Keys of a typist that the server said are on disk. */
  savedOf(typist: number): number {
    return this.ledger.keysOf(typist) - (this.#unsaved[typist]?.length ?? 0)
  }
}

interface Stroke {
  readonly at: number
  readonly room: Room
  readonly typist: number
}

/** Everybody's keys fall at moments of their own. */
export function strokesOf(
  rooms: readonly Room[],
  typing: number,
  { seconds, keysPerSecond }: { seconds: number; keysPerSecond: number },
): Stroke[] {
  const strokes: Stroke[] = []
  for (const room of rooms) {
    for (let typist = 0; typist < typing; typist++) {
      for (let key = 0; key < Math.floor(seconds * keysPerSecond); key++) {
        strokes.push({ at: ((key + Math.random()) * 1000) / keysPerSecond, room, typist })
      }
    }
  }
  return strokes.sort((a, b) => a.at - b.at)
}

export async function play(strokes: readonly Stroke[], goesOn = () => true): Promise<void> {
  const begun = performance.now()
  for (const { at, room, typist } of strokes) {
    const wait = begun + at - performance.now()
    if (wait > 0.5) await pause(wait)
    if (!goesOn()) return
    room.type(typist)
  }
}

/** Resolves when everything sent was seen by everybody, or when patience ends. */
async function untilSeen(rooms: readonly Room[]): Promise<void> {
  const end = performance.now() + patienceMs
  const isSeen = () => rooms.every(({ ledger }) => ledger.delivered >= ledger.expected)
  while (!isSeen() && performance.now() < end) await pause(5)
  // What a server does afterwards for what it told counts too.
  await pause(200)
}

export async function gather(
  running: Running,
  crowd: { rooms: number; people: number; hasCarets: boolean },
  typists: number,
  keys: number,
): Promise<Room[]> {
  const rooms: Room[] = []
  for (let i = 0; i < crowd.rooms; i++) {
    const id = await running.newRoom()
    const seats = Array.from(
      { length: crowd.people },
      (_, person) => new Seat(running.dial(id, i * crowd.people + person)),
    )
    await allOpened(seats)
    const scripts = Array.from({ length: typists }, (_, typist) => scriptOf(keys, typist))
    rooms.push(new Room(id, seats, scripts, crowd.hasCarets))
  }
  for (const room of rooms) room.begin()
  await pause(300)
  return rooms
}

export async function measureTyping(running: Running, crowd: Crowd): Promise<Measured[]> {
  const { typing, seconds, keysPerSecond } = crowd
  const keys = Math.ceil((warmUpSeconds + seconds * typing.length) * keysPerSecond)
  const rooms = await gather(running, crowd, Math.max(...typing), keys)
  const results: Measured[] = []
  const warmUp = { seconds: warmUpSeconds, keysPerSecond }
  await play(strokesOf(rooms, Math.max(...typing), warmUp))
  await untilSeen(rooms)
  for (const typists of typing) {
    for (const room of rooms) {
      room.ledger.seen = []
      room.durable = []
    }
    const sum = (of: (room: Room) => number) => rooms.reduce((all, room) => all + of(room), 0)
    const expectedBefore = sum(({ ledger }) => ledger.expected)
    const deliveredBefore = sum(({ ledger }) => ledger.delivered)
    const before = accountOf(running.pid).cpu
    const busyBefore = performance.eventLoopUtilization()
    await play(strokesOf(rooms, typists, crowd))
    const clientLoad = performance.eventLoopUtilization(busyBefore).utilization
    await untilSeen(rooms)
    const cpu = accountOf(running.pid).cpu - before
    const deliveries = sum(({ ledger }) => ledger.delivered) - deliveredBefore
    results.push({
      typing: typists,
      seen: rooms.flatMap(({ ledger }) => ledger.seen),
      durable: rooms.flatMap(({ durable }) => durable),
      cpuPerThousand: (cpu * 1000) / deliveries,
      missing: sum(({ ledger }) => ledger.expected + ledger.gaps) - expectedBefore - deliveries,
      clientLoad,
    })
  }
  await leaveAll(rooms.flatMap(({ seats }) => seats))
  return results
}
