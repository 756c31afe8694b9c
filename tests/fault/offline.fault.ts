// A day without the network on both sides: what was written meanwhile comes together, whole.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { copyOf, expectNothingPending, xmlOf } from '../kit/after-faults'
import { between, seed, seeded } from '../kit/seeded'
import { type RunningServer, startServer } from '../kit/start-server'
import { type StockClient, signIn, type Visitor } from '../kit/visitor'

const edits = 10_000
const frameLimit = 1024 * 1024

const texts = (client: StockClient): Y.XmlText[] =>
  client.text
    .toArray()
    .flatMap((node) => (node instanceof Y.XmlElement ? node.toArray() : []))
    .filter((node): node is Y.XmlText => node instanceof Y.XmlText)

/** Someone who writes all day: here a few letters, there some go, words made bold, Enter. */
function workOffline(client: StockClient, random: () => number): void {
  const words = ['chi bộ ', 'chuyên đề ', 'đề nghị ', 'ý kiến ', 'a', 'n', '. ']
  let all = texts(client)
  for (let i = 0; i < edits; i++) {
    const text = all[between(random, 0, all.length - 1)] as Y.XmlText
    const at = between(random, 0, text.length)
    const kind = random()
    if (kind < 0.7) text.insert(at, words[between(random, 0, words.length - 1)] as string)
    else if (kind < 0.9 && at < text.length) text.delete(at, Math.min(3, text.length - at))
    else if (kind < 0.95 && at < text.length) text.format(at, 1, { bold: {} })
    else if (kind > 0.99) {
      client.write(`đoạn ${i}`)
      all = texts(client)
    }
  }
}

describe(`${edits} edits offline on each side, SEED=${seed}`, () => {
  let server: RunningServer
  let hanh: Visitor
  let bao: Visitor
  let draft: string

  beforeAll(async () => {
    server = await startServer({ demo: true })
    ;[hanh, bao] = await Promise.all([signIn(server.origin, 'hanh'), signIn(server.origin, 'bao')])
    draft = (await hanh.sessionAt('draft')).documents.draft
  })
  afterAll(async () => {
    await server.stop()
    server.forget()
  })

  const restart = async (signal: 'stop' | 'kill') => {
    const port = Number(new URL(server.origin).port)
    await server[signal]()
    server = await startServer({ demo: true, dataDir: server.dataDir, port })
  }

  it('[G15][T6] merge into one text, which is there after a kill', async () => {
    const random = seeded(seed)
    const clients = [hanh.open(draft), bao.open(draft)]
    await Promise.all(clients.map((client) => client.synced()))
    for (const client of clients) client.provider.disconnect()
    const sizes = clients.map((client) => {
      const before = Y.encodeStateVector(client.doc)
      workOffline(client, random)
      return Y.encodeStateAsUpdate(client.doc, before).length
    })
    const held = clients.map(({ doc }) => Y.encodeStateVector(doc))
    // The server knows nothing of it and is started anew meanwhile.
    await restart('stop')
    for (const client of clients) client.provider.connect()
    await Promise.all(clients.map((client) => client.synced().then(() => client.allSaved())))
    await restart('kill')
    const copy = await copyOf(bao, draft)
    expectNothingPending(copy)
    for (const [i, { doc }] of clients.entries()) {
      // The copy lacks nothing of what either had before they met.
      const lacking = Y.decodeUpdate(Y.encodeStateAsUpdate(doc, Y.encodeStateVector(copy)))
      expect(lacking.structs).toEqual([])
      const known = Y.decodeStateVector(Y.encodeStateVector(copy))
      for (const [client, clock] of Y.decodeStateVector(held[i] as Uint8Array)) {
        expect(known.get(client)).toBeGreaterThanOrEqual(clock)
      }
    }
    const text = xmlOf(copy)
    for (const client of clients) {
      await client.until(() => xmlOf(client.doc) === text)
      expectNothingPending(client.doc)
      client.leave()
    }
    // Far from the bound of a frame: a day of writing is not what meets it.
    for (const size of sizes) expect(size).toBeLessThan(frameLimit / 2)
    process.stdout.write(`step 2 of ${sizes.join(' and ')} bytes\n`)
  }, 300_000)
})
