// The measures of a comparison: one function each, which starts its subject and adds its samples.
import { cpSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { newDataDir } from '../kit/start-server'
import { idleConnection, reconnects } from './crowds'
import { median, quantile } from './figures'
import { type Intake, openWarm, openWhole, takeIn } from './history'
import { losses } from './losses'
import { untilQuiet } from './process-account'
import type { Measure, Samples } from './samples'
import type { Running, Subject } from './subject'
import { trace } from './trace'
import { type Crowd, type Measured, measureTyping } from './typing'

const inMs = (what: string, digits = 1): Measure => ({ what, unit: 'ms', digits })
const count = (what: string): Measure => ({ what, unit: 'letters', digits: 0 })

/** How a crowd is named in every table. */
export const inRoom = (people: number, typing: number) => `${people} people, ${typing} typing`
export const inRooms = '200 rooms of 3, all typing'
export const cpu = (who: string) => inMs(`CPU per 1,000 deliveries, ${who}`)
export const p50 = (who: string) => inMs(`key to others p50, ${who}`, 2)
export const p99 = (who: string) => inMs(`key to others p99, ${who}`)
export const ack99 = (who: string) => inMs(`key to disk p99, ${who}`)
export const cold = inMs('cold open of the long history', 0)
export const warm = inMs('warm open of the long history', 1)
export const storm = inMs('200 reconnects at once', 0)
export const idle: Measure = { what: 'memory per idle connection', unit: 'KiB', digits: 1 }
const perSecond = (what: string): Measure => ({ what, unit: 'updates/s', digits: 0 })
export const intake = perSecond('intake until another has it')
export const intakeSaved = perSecond('intake until it is on disk')
export const lostSeen = count('kill -9: seen by others and lost')
export const lostSaved = count('kill -9: acknowledged and lost')

async function during<T>(
  subject: Subject,
  work: (running: Running) => Promise<T>,
  dataDir?: string,
): Promise<T> {
  const running = await subject.start(dataDir)
  try {
    return await work(running)
  } finally {
    await running.stop()
    running.forget()
  }
}

/** What makes a figure doubtful is said beside the table. */
function noteDoubts(samples: Samples, { name }: Subject, who: string, one: Measured): void {
  if (one.missing > 0) samples.note(name, `${one.missing} deliveries missing, ${who}`)
  if (one.clientLoad > 0.85) {
    const share = Math.round(one.clientLoad * 100)
    samples.note(name, `the clients were busy ${share} % of the time, ${who}`)
  }
}

function addTyping(samples: Samples, subject: Subject, who: string, one: Measured): void {
  samples.add(subject.name, cpu(who), one.cpuPerThousand)
  samples.add(subject.name, p50(who), median(one.seen))
  samples.add(subject.name, p99(who), quantile(one.seen, 0.99))
  noteDoubts(samples, subject, who, one)
}

const rhythm = { seconds: 3, keysPerSecond: 6.5, hasCarets: true }
/** Some 4,000 keys: a server runs for weeks, and the first thousands are mostly its code being compiled. */
const warmUp: Crowd = {
  rooms: 1,
  people: 10,
  typing: [5],
  seconds: 20,
  keysPerSecond: 40,
  hasCarets: true,
}

/** A process of the subject that has worked for a while. */
async function duringWarm(
  subject: Subject,
  work: (running: Running) => Promise<void>,
): Promise<void> {
  await during(subject, async (running) => {
    await measureTyping(running, warmUp)
    await work(running)
  })
}

async function fanOut(subject: Subject, samples: Samples): Promise<void> {
  const crowds: Crowd[] = [
    { rooms: 1, people: 10, typing: [1, 5], ...rhythm },
    { rooms: 1, people: 50, typing: [1, 5, 20], ...rhythm },
    { rooms: 1, people: 200, typing: [1, 5, 20], ...rhythm },
  ]
  await duringWarm(subject, async (running) => {
    for (const crowd of crowds) {
      for (const one of await measureTyping(running, crowd)) {
        addTyping(samples, subject, inRoom(crowd.people, one.typing), one)
      }
    }
  })
}

async function manyRooms(subject: Subject, samples: Samples): Promise<void> {
  const crowd: Crowd = { rooms: 200, people: 3, typing: [3], ...rhythm }
  await duringWarm(subject, async (running) => {
    for (const one of await measureTyping(running, crowd)) {
      addTyping(samples, subject, inRooms, one)
    }
  })
}

async function acknowledgements(subject: Subject, samples: Samples): Promise<void> {
  const crowd: Crowd = { rooms: 1, people: 100, typing: [50], ...rhythm }
  await duringWarm(subject, async (running) => {
    for (const one of await measureTyping(running, crowd)) {
      const who = inRoom(crowd.people, one.typing)
      samples.add(subject.name, ack99(who), quantile(one.durable, 0.99))
      noteDoubts(samples, subject, who, one)
    }
  })
}

async function stormOf(subject: Subject, samples: Samples): Promise<void> {
  await during(subject, async (running) => {
    samples.add(subject.name, storm, await reconnects(running, subject))
  })
}

async function idleOf(subject: Subject, samples: Samples): Promise<void> {
  await during(subject, async (running) => {
    samples.add(subject.name, idle, await idleConnection(running))
  })
}

/** Subjects whose intake was measured on the way to an opening. */
const tookIn = new Set<string>()

async function intakeOf(subject: Subject, samples: Samples): Promise<void> {
  if (tookIn.has(subject.name)) return
  await during(subject, async (running) => {
    const { reader } = await intoHistory(running, subject, samples)
    await reader.leave()
  })
}

async function intoHistory(running: Running, subject: Subject, samples: Samples): Promise<Intake> {
  const taken = await takeIn(running, trace().whole, subject.acknowledges)
  samples.add(subject.name, intake, taken.seenPerSecond)
  if (taken.savedPerSecond) samples.add(subject.name, intakeSaved, taken.savedPerSecond)
  return taken
}

/** The long history as each subject left it on disk, kept from the first round on. */
interface Kept {
  readonly room: string
  readonly dataDir: string
}
const kept = new Map<string, Kept>()

export function forgetKept(forget: (dataDir: string) => void): void {
  for (const { dataDir } of kept.values()) forget(dataDir)
}

async function keep(subject: Subject, samples: Samples): Promise<Kept> {
  const known = kept.get(subject.name)
  if (known) return known
  const running = await subject.start()
  try {
    const { room, reader } = await intoHistory(running, subject, samples)
    await reader.leave()
    await untilQuiet(running.pid)
    const one = { room, dataDir: running.dataDir }
    kept.set(subject.name, one)
    return one
  } finally {
    await running.stop()
  }
}

/** Each round opens a fresh copy of what the intake left. */
async function openOf(subject: Subject, samples: Samples): Promise<void> {
  // In memory there is nothing to open anew, and the history would have to come in again.
  if (!subject.isDurable && tookIn.has(subject.name)) return
  tookIn.add(subject.name)
  if (!subject.isDurable) {
    return during(subject, async (running) => {
      const { room, reader } = await intoHistory(running, subject, samples)
      await openInto(running, room, subject, samples)
      await reader.leave()
    })
  }
  const { room, dataDir } = await keep(subject, samples)
  const copy = newDataDir()
  cpSync(dataDir, copy, { recursive: true })
  await during(subject, (running) => openInto(running, room, subject, samples), copy)
}

async function openInto(
  running: Running,
  room: string,
  subject: Subject,
  samples: Samples,
): Promise<void> {
  await pause(500)
  const { took, seat } = await openWhole(running, room, trace().whole, 0)
  if (subject.isDurable) samples.add(subject.name, cold, took)
  // It stays, so that the room is in memory for those who come next.
  for (const one of await openWarm(running, room, trace().whole)) {
    samples.add(subject.name, warm, one)
  }
  await seat.leave()
}

async function lossesOf(subject: Subject, samples: Samples): Promise<void> {
  const result = await losses(subject)
  samples.add(subject.name, lostSeen, result.seenAndLost)
  if (subject.acknowledges) samples.add(subject.name, lostSaved, result.savedAndLost)
  const saved = subject.acknowledges ? `, ${result.saved} acknowledged` : ''
  samples.note(subject.name, `killed after ${result.keys} keys, ${result.seen} seen${saved}`)
}

export interface Work {
  readonly name: string
  /** Once in a run of everything: it takes long and differs little. */
  readonly isOnce: boolean
  suits(subject: Subject): boolean
  run(subject: Subject, samples: Samples): Promise<void>
}

const all = () => true
const durable = ({ isDurable }: Subject) => isDurable
const withText = ({ isRelay }: Subject) => !isRelay
const acknowledging = ({ acknowledges }: Subject) => acknowledges

export const works: readonly Work[] = [
  { name: 'fan-out', isOnce: false, suits: all, run: fanOut },
  { name: 'rooms', isOnce: false, suits: all, run: manyRooms },
  { name: 'acks', isOnce: false, suits: acknowledging, run: acknowledgements },
  { name: 'storm', isOnce: false, suits: all, run: stormOf },
  { name: 'open', isOnce: false, suits: withText, run: openOf },
  { name: 'idle', isOnce: true, suits: all, run: idleOf },
  { name: 'intake', isOnce: true, suits: all, run: intakeOf },
  { name: 'losses', isOnce: true, suits: durable, run: lossesOf },
]
