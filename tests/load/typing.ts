// People typing in one room: how soon others see it, how soon it is on disk, what it costs the server.
import { setTimeout as pause } from 'node:timers/promises'
import type { Visitor } from '../kit/visitor'
import { accountOf, median, quantile, type Row, round } from './figures'
import { LeanClient } from './lean-client'

interface Typing {
  people: number
  typing: number
  seconds: number
  keysPerSecond: number
}

interface Measured {
  seen: number[]
  durable: number[]
  cpuPerThousand: number
  deliveries: number
}

async function measure(
  writer: Visitor,
  readers: readonly Visitor[],
  documentId: string,
  { people, typing, seconds, keysPerSecond }: Typing,
): Promise<Measured> {
  const writers = Array.from(
    { length: typing },
    () => new LeanClient(writer, documentId, { writes: true }),
  )
  const others = Array.from(
    { length: people - typing },
    (_, i) => new LeanClient(readers[i % readers.length] as Visitor, documentId),
  )
  const all = [...writers, ...others]
  await Promise.all(all.map((client) => client.opened()))
  const texts = writers.map((client) => client.paragraph())
  await Promise.all(writers.map((client) => client.settled()))

  const sentAt = new Map<string, number>()
  const seen: number[] = []
  const durable: number[] = []
  for (const client of all) {
    client.heard = (name, at) => {
      const from = sentAt.get(name)
      if (from !== undefined) seen.push(at - from)
    }
  }
  let isMeasured = false
  const type = async (client: LeanClient, index: number) => {
    const times: number[] = []
    let told = client.sent
    client.acknowledged = (n, at) => {
      for (; told < n; told++) {
        const from = times[told - first]
        if (from !== undefined) durable.push(at - from)
      }
    }
    const first = client.sent
    const text = texts[index]
    // Everybody's keys fall at moments of their own.
    await pause((index * 1000) / keysPerSecond / typing)
    for (let key = 0; key < seconds * keysPerSecond; key++) {
      const at = performance.now()
      times.push(isMeasured ? at : Number.NaN)
      for (const name of client.edit(() => text?.insert(text.length, 'a'))) {
        if (isMeasured) sentAt.set(name, at)
      }
      await pause(1000 / keysPerSecond)
    }
    await client.settled()
  }
  // A warm-up by the same hands, then the measured part.
  await Promise.all(writers.map((client, i) => type(client, i)))
  isMeasured = true
  durable.length = 0
  const before = await accountOf(writer)
  await Promise.all(writers.map((client, i) => type(client, i)))
  const after = await accountOf(writer)
  await Promise.all(all.map((client) => client.leave()))
  return {
    seen,
    durable: durable.filter((value) => !Number.isNaN(value)),
    deliveries: seen.length,
    cpuPerThousand: ((after.cpu - before.cpu) * 1e6) / seen.length,
  }
}

export async function typingRows(
  writer: Visitor,
  readers: readonly Visitor[],
  newPaper: () => Promise<string>,
): Promise<Row[]> {
  const rows: Row[] = []
  const crowds = [
    { people: 2, typing: 1, seconds: 5, keysPerSecond: 20 },
    { people: 50, typing: 1, seconds: 5, keysPerSecond: 20 },
    { people: 50, typing: 5, seconds: 5, keysPerSecond: 10 },
    { people: 100, typing: 50, seconds: 5, keysPerSecond: 5 },
    { people: 200, typing: 20, seconds: 5, keysPerSecond: 10 },
  ]
  for (const crowd of crowds) {
    const rounds: Measured[] = []
    for (let i = 0; i < 3; i++) {
      rounds.push(await measure(writer, readers, await newPaper(), crowd))
    }
    const of = (pick: (one: Measured) => number) => median(rounds.map(pick))
    const p50 = of(({ seen }) => median(seen))
    const p99 = of(({ seen }) => quantile(seen, 0.99))
    const ack50 = of(({ durable }) => median(durable))
    const ack99 = of(({ durable }) => quantile(durable, 0.99))
    const who = `${crowd.people} people, ${crowd.typing} typing`
    rows.push(
      {
        what: `keystroke on others' screens, ${who}`,
        figure: `p50 ${round(p50)} ms, p99 ${round(p99)} ms`,
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
