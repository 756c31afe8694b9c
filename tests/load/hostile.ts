// One hostile socket after the other: memory and the longest stall. `npx tsx tests/load/hostile.ts [names]`.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { blows } from '../kit/attack-blows'
import { floods } from '../kit/attack-floods'
import { peakMb, resetPeak, residentMb } from '../kit/proc'
import { RawLine } from '../kit/raw-line'
import { act, newSession, signInAll } from '../kit/session-maker'
import { startServer } from '../kit/start-server'
import type { Visitor } from '../kit/visitor'

const aim = { mb: 32, ms: 100 }
const floodMs = Number(process.env.FLOOD_MS ?? 4000)

/** In a process of its own: making up the attacks takes time too. */
async function watch(colleague: Visitor, documentId: string) {
  const watcher = spawn(
    process.execPath,
    ['--import', 'tsx', join(import.meta.dirname, 'hostile-watch.ts')].concat(
      colleague.origin,
      colleague.cookie,
      documentId,
    ),
    { stdio: ['pipe', 'pipe', 'inherit'] },
  )
  const lines = createInterface({ input: watcher.stdout })[Symbol.asyncIterator]()
  // The first line says that it has begun, the second what it saw.
  await lines.next()
  return async () => {
    watcher.stdin.end()
    return Number((await lines.next()).value)
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

const wanted = process.argv.slice(2)
const isWanted = ({ name }: { name: string }) =>
  wanted.length === 0 || wanted.some((part) => name.includes(part))
process.stdout.write(
  '| attack | row | MB | longest stall, ms | ended with |\n|---|--:|--:|--:|---|\n',
)
let missed = 0
for (const attack of [...blows, ...floods].filter(isWanted)) {
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
