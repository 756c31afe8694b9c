// One hostile socket after the other: memory and the longest stall. `npx tsx tests/load/hostile.ts [name]`.
import { setTimeout as pause } from 'node:timers/promises'
import { blows } from '../kit/attack-blows'
import { floods } from '../kit/attack-floods'
import { awarenessFrame, frameThat, opened } from '../kit/frames'
import { peakMb, resetPeak, residentMb } from '../kit/proc'
import { RawLine } from '../kit/raw-line'
import { act, newSession, signInAll } from '../kit/session-maker'
import { startServer } from '../kit/start-server'
import type { Visitor } from '../kit/visitor'

const aim = { mb: 32, ms: 100 }
const floodMs = Number(process.env.FLOOD_MS ?? 4000)

/** An honest colleague asks every 10 ms; the longest answer is the longest stall. */
async function watch(colleague: Visitor, documentId: string) {
  const socket = colleague.socket(`/sync/${documentId}`)
  await opened(socket)
  let longest = 0
  let isOver = false
  const watching = (async () => {
    for (let clock = 1; !isOver; clock++) {
      const mark = `"at":${clock},`
      const heard = frameThat(
        socket,
        ({ type, payload }) => type === 1 && Buffer.from(payload).includes(mark),
      )
      const begun = performance.now()
      socket.send(awarenessFrame(99, clock, { at: clock }))
      await Promise.race([heard, pause(30_000, null, { ref: false })])
      longest = Math.max(longest, performance.now() - begun)
      await pause(10)
    }
  })()
  return async () => {
    isOver = true
    await watching
    socket.terminate()
    return longest
  }
}

const server = await startServer({ demo: true })
const people = await signInAll(server.origin)
const sessions: string[] = []
const paper = async () => {
  const planned = await newSession(people, { coAuthors: ['bao'] })
  const session = await act(people.nga, planned, 'assign')
  sessions.push(session.id)
  return session.documents.outline
}

const wanted = process.argv[2]
process.stdout.write(
  '| attack | row | MB | longest stall, ms | ended with |\n|---|--:|--:|--:|---|\n',
)
let missed = 0
for (const attack of [...blows, ...floods].filter(({ name }) => !wanted || name.includes(wanted))) {
  const documentId = await paper()
  const stop = await watch(people.hanh, documentId)
  await pause(1000)
  const before = residentMb(server.pid)
  resetPeak(server.pid)
  const line = await RawLine.open(people.bao, `/sync/${documentId}`)
  await attack.run(line, { attacker: people.bao, colleague: people.hanh, documentId, floodMs })
  const mb = peakMb(server.pid) - before
  line.destroy()
  const ms = await stop()
  if (mb > aim.mb || ms > aim.ms) missed += 1
  const figures = [
    mb.toFixed(0),
    ms.toFixed(0),
    line.closeCode ?? (line.socket.readableEnded ? 'ended' : 'open'),
  ]
  process.stdout.write(`| ${[attack.name, attack.threat, ...figures].join(' | ')} |\n`)
}
process.stdout.write(`${missed} beyond ${aim.mb} MB or ${aim.ms} ms\n`)
await server.stop()
server.forget()
