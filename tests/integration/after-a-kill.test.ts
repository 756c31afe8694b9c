// After a kill a colleague's copy brings back what was shown but not yet on disk, and its author goes on.
import { rmSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { type RunningServer, startServer } from '../kit/start-server'
import { type StockClient, signIn, type Visitor } from '../kit/visitor'

describe('after an end without warning', () => {
  let server: RunningServer
  let hanh: Visitor
  let bao: Visitor
  let paper: string
  const clients: StockClient[] = []

  beforeAll(async () => {
    server = await startServer({ demo: true })
    hanh = await signIn(server.origin, 'hanh')
    bao = await signIn(server.origin, 'bao')
    paper = (await hanh.sessionAt('draft')).documents.draft
  })
  afterAll(async () => {
    for (const client of clients) client.leave()
    await server.stop()
    rmSync(server.dataDir, { recursive: true, force: true })
  })

  /** A copy of bao's that holds an unsaved paragraph of hanh's, with bao's own words built on it. */
  async function copies(): Promise<{ authors: Y.Doc; colleagues: Y.Doc }> {
    const seen = await hanh.open(paper).synced()
    seen.write('đã lưu')
    await seen.allSaved()
    seen.leave()
    const authors = seen.doc
    const element = new Y.XmlElement('paragraph')
    element.insert(0, [new Y.XmlText('chưa kịp lưu')])
    authors.getXmlFragment('default').push([element])
    const colleagues = new Y.Doc()
    Y.applyUpdate(colleagues, Y.encodeStateAsUpdate(authors))
    const fragment = colleagues.getXmlFragment('default')
    const last = fragment.get(fragment.length - 1) as Y.XmlElement
    ;(last.get(0) as Y.XmlText).insert(0, 'nối vào: ')
    return { authors, colleagues }
  }

  it('[S15] while the server runs, a step 2 with new edits of another person is refused', async () => {
    const { colleagues } = await copies()
    const client = bao.open(paper, colleagues)
    clients.push(client)
    expect(await client.refused()).toMatchObject({ code: 4400 })
  })

  it('[S15] after a kill it is taken, and its author goes on under the same client ID', async () => {
    const { authors, colleagues } = await copies()
    const port = Number(new URL(server.origin).port)
    await server.kill()
    server = await startServer({ demo: true, dataDir: server.dataDir, port })
    const second = bao.open(paper, colleagues)
    clients.push(second)
    await second.synced()
    await second.allSaved()
    const first = hanh.open(paper, authors)
    clients.push(first)
    await first.synced()
    first.write('và viết tiếp')
    await first.allSaved()
    await second.until((text) => text.includes('và viết tiếp'))
    expect(second.text.toString()).toBe(first.text.toString())
    expect(first.text.toString()).toContain('nối vào: chưa kịp lưu')
  })
})
