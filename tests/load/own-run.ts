// The figures of our own server alone.
import { cpSync } from 'node:fs'
import { newDataDir } from '../kit/start-server'
import { changeRows } from './changes'
import { idleConnection, openPaper, reconnects } from './crowds'
import { exportRows } from './exports'
import { median, quantile, type Row, round } from './figures'
import { followRows } from './follow'
import { openWarm, openWhole, takeIn } from './history'
import { importRows } from './import'
import { losses } from './losses'
import { marginRows } from './margin'
import { pageRows } from './page-size'
import { ours, type Running } from './subject'
import { trace } from './trace'
import { type Measured, measureTyping } from './typing'

const note = (line: string) => process.stderr.write(`${line}\n`)

async function during<T>(work: (running: Running) => Promise<T>, dataDir?: string): Promise<T> {
  const running = await ours.start(dataDir)
  try {
    return await work(running)
  } finally {
    await running.stop()
    running.forget()
  }
}

async function crowdRows(): Promise<Row[]> {
  // First of all: what a fresh process weighs before anything has stretched its heap.
  return during(async (running) => {
    const idle = await idleConnection(running, 3000)
    const paper = await openPaper(running)
    const back = await reconnects(running, ours)
    return [
      { what: 'memory per idle connection (1,000)', figure: `${round(idle)} KiB` },
      { what: 'memory per open paper with one reader (100)', figure: `${round(paper)} KiB` },
      { what: '200 reconnects at once, all with the text', figure: `${round(back, 0)} ms` },
    ]
  })
}

const crowds = [
  { people: 2, typing: [1], keysPerSecond: 20 },
  { people: 50, typing: [1], keysPerSecond: 20 },
  { people: 50, typing: [5], keysPerSecond: 10 },
  { people: 100, typing: [50], keysPerSecond: 5 },
  { people: 200, typing: [20], keysPerSecond: 10 },
]

async function typingRows(running: Running): Promise<Row[]> {
  const rows: Row[] = []
  for (const crowd of crowds) {
    const rounds: Measured[] = []
    for (let i = 0; i < 3; i++) {
      const wish = { ...crowd, rooms: 1, seconds: 5, hasCarets: false }
      rounds.push(...(await measureTyping(running, wish)))
    }
    const of = (pick: (one: Measured) => number) => median(rounds.map(pick))
    const p50 = of(({ seen }) => median(seen))
    const p99 = of(({ seen }) => quantile(seen, 0.99))
    const ack50 = of(({ durable }) => median(durable))
    const ack99 = of(({ durable }) => quantile(durable, 0.99))
    const who = `${crowd.people} people, ${crowd.typing} typing`
    const missing = rounds.reduce((sum, one) => sum + one.missing, 0)
    rows.push(
      {
        what: `keystroke on others' screens, ${who}`,
        figure: `p50 ${round(p50)} ms, p99 ${round(p99)} ms${missing > 0 ? `, ${missing} MISSING` : ''}`,
      },
      {
        what: `keystroke on disk ("saved"), ${who}`,
        figure: `p50 ${round(ack50)} ms, p99 ${round(ack99)} ms`,
        aim: { words: 'p99 ≤ 50 ms', isReached: ack99 <= 50 },
      },
      {
        what: `server CPU per 1,000 deliveries, ${who}`,
        figure: `${round(of(({ cpuPerThousand }) => cpuPerThousand))} ms`,
      },
    )
  }
  return rows
}

async function historyRows(): Promise<Row[]> {
  const { whole, name } = trace()
  const running = await ours.start()
  const taken = await takeIn(running, whole, true)
  await taken.reader.leave()
  await running.stop()
  const copy = newDataDir()
  cpSync(running.dataDir, copy, { recursive: true })
  running.forget()
  return during(async (again) => {
    const { took, seat } = await openWhole(again, taken.room, whole, 0)
    const times = await openWarm(again, taken.room, whole)
    await seat.leave()
    return [
      {
        what: `intake from one client, ${whole.count} operations, ${name}, all on disk`,
        figure: `${Math.round(taken.savedPerSecond ?? 0)} updates/s`,
      },
      {
        what: `cold open of that paper, whole (${Math.round(whole.bytes / 1024)} KiB)`,
        figure: `${round(took, 0)} ms`,
      },
      { what: 'warm open of that paper, whole', figure: `${round(median(times))} ms` },
    ]
  }, copy)
}

async function lossRow(): Promise<Row> {
  const { saved, savedAndLost, seenAndLost } = await losses(ours)
  const isWhole = savedAndLost === 0
  return {
    what: `of ${saved} acknowledged letters lost by kill -9 (of those only seen: ${seenAndLost})`,
    figure: isWhole ? '0' : 'SOME',
    aim: { words: '0', isReached: isWhole },
  }
}

interface Part {
  readonly name: string
  rows(): Promise<Row[]> | Row[]
}

const parts: readonly Part[] = [
  { name: 'crowds', rows: crowdRows },
  { name: 'typing', rows: () => during(typingRows) },
  { name: 'history', rows: historyRows },
  { name: 'losses', rows: async () => [await lossRow()] },
  { name: 'margin', rows: () => marginRows() },
  { name: 'changes', rows: changeRows },
  { name: 'import', rows: importRows },
  { name: 'pages', rows: pageRows },
  { name: 'exports', rows: exportRows },
  { name: 'follow', rows: followRows },
]

/** Those named in `only`; all when nothing is named. */
export async function ownRows(only: readonly string[] = []): Promise<Row[]> {
  const unknown = only.find((name) => !parts.some((part) => part.name === name))
  if (unknown) throw new Error(`no measure ${unknown}: ${parts.map(({ name }) => name).join(', ')}`)
  const rows: Row[] = []
  for (const part of parts) {
    if (only.length > 0 && !only.includes(part.name)) continue
    note(`${part.name} …`)
    rows.push(...(await part.rows()))
  }
  return rows
}
