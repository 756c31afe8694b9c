// A paper with a long history: taken in from one client, opened cold and warm.
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import type * as Y from 'yjs'
import type { Visitor } from '../kit/visitor'
import { median, type Row, round } from './figures'
import { LeanClient } from './lean-client'

/** Delete `remove` characters at `at`, then insert `add`. */
type Operation = readonly [at: number, remove: number, add: string]

const seededLength = 259_778

/** A small generator with a seed (mulberry32): the same trace on every machine. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Runs of typing at a place, with corrections: single characters, as people write. */
function* seededTrace(): Generator<Operation> {
  const random = seeded(20_261_121)
  let length = 0
  let at = 0
  for (let i = 0; i < seededLength; i++) {
    if (random() < 0.02) at = Math.floor(random() * (length + 1))
    if (at > 0 && random() < 0.25) {
      at -= 1
      length -= 1
      yield [at, 1, '']
    } else {
      yield [at, 0, random() < 0.17 ? ' ' : 'a']
      at += 1
      length += 1
    }
  }
}

/** `BENCH_TRACE`: gzipped JSON, `{txns: [{patches: [[at, remove, add], …]}, …]}` or a list of edits. */
function trace(): { name: string; operations: Iterable<Operation> } {
  const path = process.env.BENCH_TRACE
  if (!path) return { name: 'seeded trace', operations: seededTrace() }
  const read = JSON.parse(gunzipSync(readFileSync(path)).toString('utf8'))
  const operations: Operation[] = Array.isArray(read)
    ? read.map(([at, remove, add = '']) => [at, remove, add])
    : read.txns.flatMap((one: { patches: Operation[] }) => one.patches)
  return { name: 'given trace', operations }
}

/** So many bytes wait in the socket before the next operations are made. */
const mostBuffered = 1024 * 1024

export interface History {
  readonly rows: Row[]
  readonly documentId: string
  readonly text: string
}

export async function takeIn(writer: Visitor, documentId: string): Promise<History> {
  const client = new LeanClient(writer, documentId, { writes: true })
  await client.opened()
  const text: Y.XmlText = client.paragraph()
  await client.settled()
  const { name, operations } = trace()
  const begun = performance.now()
  let count = 0
  for (const [at, remove, add] of operations) {
    client.edit(() => {
      text.doc?.transact(() => {
        if (remove > 0) text.delete(at, remove)
        if (add !== '') text.insert(at, add)
      })
    })
    count += 1
    if (client.socket.bufferedAmount > mostBuffered || count % 500 === 0) {
      await new Promise((resolve) => setImmediate(resolve))
    }
    while (client.socket.bufferedAmount > mostBuffered) {
      await new Promise((resolve) => setImmediate(resolve))
    }
  }
  await client.settled()
  const seconds = (performance.now() - begun) / 1000
  const written = text.toString()
  await client.leave()
  return {
    documentId,
    text: written,
    rows: [
      {
        what: `intake from one client, ${count} operations, ${name}, all on disk`,
        figure: `${Math.round(count / seconds)} updates/s`,
      },
    ],
  }
}

/** The first opening after the server's start, then the following ones. */
export async function openingRows(reader: Visitor, documentId: string): Promise<Row[]> {
  const times: number[] = []
  let bytes = 0
  for (let i = 0; i < 6; i++) {
    const client = new LeanClient(reader, documentId)
    await new Promise((resolve) => client.socket.once('open', resolve))
    const begun = performance.now()
    await client.opened()
    times.push(performance.now() - begun)
    bytes = client.state?.length ?? 0
    await client.leave()
  }
  const [cold = Number.NaN, ...warm] = times
  return [
    {
      what: `cold open of that paper, whole (${Math.round(bytes / 1024)} KiB)`,
      figure: `${round(cold, 0)} ms`,
    },
    { what: 'warm open of that paper, whole', figure: `${round(median(warm), 1)} ms` },
  ]
}
