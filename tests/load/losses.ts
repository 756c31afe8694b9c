// kill -9 under typists: what others had seen, or the server had called saved, and is gone afterwards.
import { setTimeout as pause } from 'node:timers/promises'
import * as Y from 'yjs'
import { Seat } from '../kit/seat'
import type { Running, Subject } from './subject'
import { gather, play, strokesOf } from './typing'

export interface Losses {
  readonly keys: number
  readonly seen: number
  readonly seenAndLost: number
  readonly saved: number
  readonly savedAndLost: number
}

const crowd = { rooms: 3, people: 6, hasCarets: true }
const typists = 4
const rhythm = { seconds: 16, keysPerSecond: 6.5 }

/** How far each author's letters are kept, as a newcomer gets them; the text may come late. */
async function keptIn(running: Running, room: string): Promise<Map<number, number>> {
  const doc = new Y.Doc()
  const seat = new Seat(running.dial(room, 0))
  seat.heard = (update) => Y.applyUpdate(doc, update)
  await seat.opened()
  await pause(1000)
  await seat.leave()
  return Y.decodeStateVector(Y.encodeStateVector(doc))
}

/** Leaves the subject stopped. */
export async function losses(subject: Subject): Promise<Losses> {
  const running = await subject.start()
  const keys = Math.ceil(rhythm.seconds * rhythm.keysPerSecond)
  const rooms = await gather(running, crowd, typists, keys)
  let goesOn = true
  const typing = play(strokesOf(rooms, typists, rhythm), () => goesOn)
  await pause(8000 + Math.random() * 7000)
  await running.kill()
  goesOn = false
  await typing
  const again = await subject.start(running.dataDir)
  const result = { keys: 0, seen: 0, seenAndLost: 0, saved: 0, savedAndLost: 0 }
  try {
    for (const room of rooms) {
      const kept = await keptIn(again, room.id)
      for (const [typist, { clientId, firstClock }] of room.scripts.entries()) {
        const has = Math.max(0, (kept.get(clientId) ?? 0) - firstClock)
        const seen = room.ledger.seenOf(typist)
        const saved = subject.acknowledges ? room.savedOf(typist) : 0
        result.keys += room.ledger.keysOf(typist)
        result.seen += seen
        result.seenAndLost += Math.max(0, seen - has)
        result.saved += saved
        result.savedAndLost += Math.max(0, saved - has)
      }
    }
  } finally {
    await again.stop()
    again.forget()
  }
  return result
}
