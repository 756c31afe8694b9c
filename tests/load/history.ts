// A paper with a long history: taken in from one person, opened cold and warm.
import { setTimeout as pause } from 'node:timers/promises'
import * as Y from 'yjs'
import { rootName } from '../../shared/protocol'
import { awarenessFrame } from '../kit/frames'
import { Seat } from '../kit/seat'
import { readExtents } from './extents'
import type { Running } from './subject'
import { type Stage, trace } from './trace'

/** So many bytes wait in the socket before the next frame is sent. */
const mostBuffered = 1024 * 1024
/** So many letters is the reader behind at most: what is measured is a pace that can be kept. */
const mostUnseen = 10_000
const mostPatienceMs = 120_000
/** Stock clients say so often that they are there; Hocuspocus ends those that say nothing. */
const heartbeatMs = 15_000
const readerId = 1
const turn = () => new Promise((resolve) => setImmediate(resolve))

export interface Intake {
  readonly room: string
  /** The second person, still there: a server may forget a room that everybody left. */
  readonly reader: Seat
  /** Until a second person in the room has all of it. */
  readonly seenPerSecond: number
  /** Until it is said to be on disk as well. */
  readonly savedPerSecond: number | null
}

/** One person writes these operations as fast as the server takes them in. */
export async function takeIn(
  running: Running,
  stage: Stage,
  waitsForDisk: boolean,
): Promise<Intake> {
  const { clientId, opening, frame, clockAfter } = trace()
  const room = await running.newRoom()
  const writer = new Seat(running.dial(room, 0))
  const reader = new Seat(running.dial(room, 1))
  await Promise.all([writer.opened(), reader.opened()])
  let next = 0
  let hasGap = false
  const hasAll = new Promise<void>((resolve, reject) => {
    reader.heard = (update) => {
      for (const { client, from, to } of readExtents(update)) {
        if (client !== clientId) continue
        if (from > next) hasGap = true
        next = Math.max(next, to)
      }
      if (next >= stage.clock) resolve()
    }
    for (const { socket } of [reader, writer]) {
      socket.once('close', (code) => reject(new Error(`a socket was closed in between: ${code}`)))
    }
  })
  // Heard of by `await hasAll` below, however early it comes.
  hasAll.catch(() => undefined)
  let beats = 0
  const heart = setInterval(() => reader.send(awarenessFrame(readerId, ++beats, {})), heartbeatMs)
  writer.write(opening)
  const begun = performance.now()
  for (let i = 0; i < stage.count && !writer.isClosed; i++) {
    writer.write(frame(i))
    if (i % 200 === 199) await turn()
    const isAhead = () =>
      writer.socket.bufferedAmount > mostBuffered || clockAfter(i) - next > mostUnseen
    while (isAhead() && !writer.isClosed && !reader.isClosed) await pause(1)
  }
  await hasAll.finally(() => clearInterval(heart))
  const seenAfter = performance.now() - begun
  if (waitsForDisk) await writer.settled()
  const savedAfter = performance.now() - begun
  if (hasGap) throw new Error('letters came out of order')
  await writer.leave()
  return {
    room,
    reader,
    seenPerSecond: (stage.count * 1000) / seenAfter,
    savedPerSecond: waitsForDisk ? (stage.count * 1000) / savedAfter : null,
  }
}

/** Milliseconds from dialling until the person has the whole text, whichever way it comes. */
export async function openWhole(running: Running, room: string, stage: Stage, person: number) {
  const doc = new Y.Doc()
  const begun = performance.now()
  const seat = new Seat(running.dial(room, person))
  const took = await new Promise<number>((resolve, reject) => {
    seat.heard = (update, at) => {
      // Reading it is the client's work: the time was taken before.
      Y.applyUpdate(doc, update)
      if (Y.getState(doc.store, trace().clientId) < stage.clock) return
      if (doc.getXmlFragment(rootName).toString() !== stage.text) {
        return reject(new Error('another text'))
      }
      resolve(at - begun)
    }
    seat.socket.once('close', (code) => reject(new Error(`closed while opening: ${code}`)))
    setTimeout(() => reject(new Error('the text never came whole')), mostPatienceMs).unref()
  })
  doc.destroy()
  return { took, seat }
}

/** While somebody else is in the room. */
export async function openWarm(running: Running, room: string, stage: Stage): Promise<number[]> {
  const times: number[] = []
  for (let i = 1; i <= 5; i++) {
    const { took, seat } = await openWhole(running, room, stage, i)
    times.push(took)
    await seat.leave()
  }
  return times
}
