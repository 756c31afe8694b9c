// Many sockets: what an idle one and an open paper weigh, and how fast a crowd is back.
import { setTimeout as pause } from 'node:timers/promises'
import type { Visitor } from '../kit/visitor'
import { accountOf, median, type Row, round } from './figures'
import { LeanClient } from './lean-client'

const leaveAll = (clients: readonly LeanClient[]) =>
  Promise.all(clients.map((client) => client.leave()))

/** The resident memory once it has come to rest. */
async function restingMemory(visitor: Visitor): Promise<number> {
  await pause(3000)
  return (await accountOf(visitor)).rss
}

export async function idleRows(
  people: readonly Visitor[],
  documentId: string,
  newPaper: () => Promise<string>,
): Promise<Row[]> {
  const [first] = people as [Visitor]
  const start = await restingMemory(first)
  const idle: LeanClient[] = []
  for (let i = 0; i < 1000; i++) {
    idle.push(new LeanClient(people[i % people.length] as Visitor, documentId))
    if (i % 50 === 49) await Promise.all(idle.slice(-50).map((client) => client.opened()))
  }
  const full = await restingMemory(first)
  await leaveAll(idle)
  const papers: string[] = []
  for (let i = 0; i < 100; i++) papers.push(await newPaper())
  const before = await restingMemory(first)
  const open: LeanClient[] = []
  for (const [i, paper] of papers.entries()) {
    const client = new LeanClient(people[i % people.length] as Visitor, paper)
    await client.opened()
    open.push(client)
  }
  const after = await restingMemory(first)
  await leaveAll(open)
  return [
    {
      what: 'memory per idle connection (1,000)',
      figure: `${round((full - start) / 1024 / 1000)} KiB`,
    },
    {
      what: 'memory per open paper with one reader (100)',
      figure: `${round((after - before) / 1024 / 100)} KiB`,
    },
  ]
}

/** Two hundred come back at the same moment, each asking for the whole paper. */
export async function stormRow(people: readonly Visitor[], documentId: string): Promise<Row> {
  const times: number[] = []
  for (let round = 0; round < 5; round++) {
    const begun = performance.now()
    const clients = Array.from(
      { length: 200 },
      (_, i) => new LeanClient(people[i % people.length] as Visitor, documentId),
    )
    await Promise.all(clients.map((client) => client.opened()))
    times.push(performance.now() - begun)
    await leaveAll(clients)
  }
  return {
    what: '200 reconnects at once, all with the text',
    figure: `${round(median(times), 0)} ms`,
  }
}
