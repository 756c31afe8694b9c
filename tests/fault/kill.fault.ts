// kill -9 at random moments under load, hundreds of times: `KILLS=1000 npm run test:fault` is the long run.

import { describe, expect, it } from 'vitest'
import type * as Y from 'yjs'
import { newDataDir, type RunningServer, startServer } from '../kit/start-server'
import { signIn, type Visitor } from '../kit/visitor'
import { LeanClient } from '../load/lean-client'

const kills = Number(process.env.KILLS ?? 200)
const seed = Number(process.env.SEED ?? Date.now() % 1_000_000)

/** mulberry32: a failing seed can be run again. */
function seeded(from: number): () => number {
  let state = from
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Types words until its socket is gone; keeps those that the server said are on disk. */
async function type(visitor: Visitor, documentId: string, name: string, told: (n: number) => void) {
  const client = new LeanClient(visitor, documentId, { writes: true })
  const saved: string[] = []
  const gone = new Promise<void>((resolve) => {
    client.socket.once('close', () => resolve())
    client.socket.once('error', () => resolve())
  })
  await Promise.race([client.opened(), gone])
  if (client.state === null) return saved
  const text = client.paragraph()
  const waiting: { word: string; frame: number }[] = []
  const write = () => {
    const word = `[${name}.${waiting.length + saved.length}]`
    client.edit(() => text.insert(text.length, word))
    waiting.push({ word, frame: client.sent })
  }
  client.acknowledged = (n) => {
    while (waiting[0] && waiting[0].frame <= n)
      saved.push((waiting.shift() as { word: string }).word)
    told(saved.length)
    // Always a few on their way: a kill should find the log in the middle of things.
    while (waiting.length < 3) write()
  }
  write()
  await gone
  return saved
}

async function textOf(visitor: Visitor, documentId: string): Promise<{ text: string; doc: Y.Doc }> {
  const client = new LeanClient(visitor, documentId, { writes: true })
  await client.opened()
  const doc = client.doc as Y.Doc
  await client.leave()
  return { text: doc.getXmlFragment('default').toString(), doc }
}

describe(`kill -9, ${kills} times, SEED=${seed}`, () => {
  it(
    '[T6] acknowledged is recovered, replicas are equal, nothing is pending',
    async () => {
      const random = seeded(seed)
      const dataDir = newDataDir()
      let server: RunningServer = await startServer({ demo: true, dataDir })
      const port = Number(new URL(server.origin).port)
      const [hanh, bao] = await Promise.all([
        signIn(server.origin, 'hanh'),
        signIn(server.origin, 'bao'),
      ])
      const { documents, versions } = await hanh.sessionAt('draft')
      const before = (await hanh.sessionAt('submitted')).versions
      let acknowledged = 0
      for (let round = 0; round < kills; round++) {
        const killAfter = 1 + Math.floor(random() * 60)
        let killing: Promise<void> | null = null
        const told = (n: number) => {
          if (n >= killAfter) killing ??= server.kill()
        }
        const words = await Promise.all(
          [hanh, hanh, bao].map((visitor, i) =>
            type(visitor, documents.draft, `${round}.${i}`, told),
          ),
        )
        await killing
        server = await startServer({ demo: true, dataDir, port })
        const [one, two] = await Promise.all([
          textOf(hanh, documents.draft),
          textOf(bao, documents.draft),
        ])
        const lost = words.flat().filter((word) => !one.text.includes(word))
        expect(lost, `round ${round}, SEED=${seed}`).toEqual([])
        expect(two.text).toBe(one.text)
        expect(one.doc.store.pendingStructs).toBeNull()
        expect(one.doc.store.pendingDs).toBeNull()
        acknowledged += words.flat().length
      }
      expect((await hanh.sessionAt('submitted')).versions).toEqual(before)
      expect((await hanh.sessionAt('draft')).versions).toEqual(versions)
      process.stdout.write(`${acknowledged} acknowledged words, ${kills} kills, 0 lost\n`)
      await server.stop()
      server.forget()
    },
    kills * 20_000,
  )

  it('SIGTERM under load: exit code 0, and all that was acknowledged is there', async () => {
    const dataDir = newDataDir()
    let server = await startServer({ demo: true, dataDir })
    const port = Number(new URL(server.origin).port)
    const hanh = await signIn(server.origin, 'hanh')
    const { documents } = await hanh.sessionAt('draft')
    for (let round = 0; round < 10; round++) {
      let stopping: Promise<number | null> | null = null
      const told = (n: number) => {
        if (n >= 30) stopping ??= server.stop()
      }
      const words = await Promise.all(
        [0, 1, 2].map((i) => type(hanh, documents.draft, `t${round}.${i}`, told)),
      )
      expect(await stopping).toBe(0)
      server = await startServer({ demo: true, dataDir, port })
      const { text } = await textOf(hanh, documents.draft)
      expect(words.flat().filter((word) => !text.includes(word))).toEqual([])
    }
    await server.stop()
    server.forget()
  })
})
