// Work done offline when the right to write has ended meanwhile: it reaches nobody, and its author keeps it.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { copyOf, expectVersionsStand, keptVersion, xmlOf } from '../kit/after-faults'
import {
  act,
  must,
  type People,
  type SeenSession,
  sessionAt,
  signInAll,
} from '../kit/session-maker'
import { type RunningServer, startServer } from '../kit/start-server'
import type { StockClient } from '../kit/visitor'

const lostWords = 'viết lúc mất mạng'

describe('work done offline', () => {
  let server: RunningServer
  let people: People
  let session: SeenSession
  let draft: string
  let client: StockClient

  beforeAll(async () => {
    server = await startServer({ demo: true })
    people = await signInAll(server.origin)
  })
  afterAll(async () => {
    await server.stop()
    server.forget()
  })

  /** Bao, a co-author, writes a paragraph and goes on after the line is gone. */
  beforeEach(async () => {
    session = await sessionAt(people, 'draft', { ready: true })
    draft = session.documents.draft
    client = await people.bao.open(draft).synced()
    client.write('viết khi có mạng')
    await client.allSaved()
    client.provider.disconnect()
    client.write(lostWords)
  })

  /** Back on the line, typing on; resolves with how that ended. */
  async function typeOn() {
    const refused = client.refused()
    client.provider.connect()
    await client.synced()
    client.write('và viết tiếp')
    return refused
  }

  const liveText = async () => xmlOf(await copyOf(people.nga, draft))
  const unsaid = (text: string) => {
    expect(text).toContain('viết khi có mạng')
    expect(text).not.toContain(lostWords)
    expect(text).not.toContain('và viết tiếp')
  }
  const stillHeld = () => {
    expect(client.text.toString()).toContain(lostWords)
    expect(client.text.toString()).toContain('và viết tiếp')
  }

  it('[S6][T3] across a freeze: it closes with 4403, the version stands, the author has it', async () => {
    const frozen = await act(people.nga, session, 'freeze')
    const [version] = frozen.versions
    if (!version) throw new Error('no version')
    const kept = await keptVersion(people.nga, version)
    expect((await typeOn()).code).toBe(4403)
    expect(client.saved).toBe(0)
    unsaid(await liveText())
    await expectVersionsStand(people.nga, session.id, [kept])
    stillHeld()
    client.leave()
  })

  it('[S7] a freeze while the line stands closes with 4409, and what came later is nobody’s', async () => {
    const refused = client.refused()
    client.provider.connect()
    await client.synced()
    await client.allSaved()
    await act(people.nga, session, 'freeze')
    expect((await refused).code).toBe(4409)
    client.write('và viết tiếp')
    expect(await liveText()).toContain(lostWords)
    expect(await liveText()).not.toContain('và viết tiếp')
    stillHeld()
    client.leave()
  })

  it('[S6] across a lost seat: it closes with 4403, and nothing of it reaches anybody', async () => {
    const watcher = await people.hanh.open(draft).synced()
    await must(people.nga.patch(`/api/sessions/${session.id}`, { seats: { coAuthors: [] } }))
    expect((await typeOn()).code).toBe(4403)
    expect(client.saved).toBe(0)
    unsaid(await liveText())
    unsaid(watcher.text.toString())
    stillHeld()
    watcher.leave()
    client.leave()
  })

  it('[S8] nothing of it is asked for while reading; given the right again, it is', async () => {
    await act(people.nga, session, 'freeze')
    client.provider.connect()
    await client.synced()
    // A reader is asked for nothing, and a stock client sends nothing unasked.
    expect(client.sent).toBe(0)
    unsaid(await liveText())
    await act(people.nga, session, 'reopen', 'Bổ sung')
    await client.allSaved()
    expect(await liveText()).toContain(lostWords)
    client.leave()
  })

  it('[C] more than a frame holds is closed with 1009 and stays with its author', async () => {
    client.leave()
    const doc = new Y.Doc()
    const big = people.bao.open(draft, doc)
    await big.synced()
    const lost = new Promise<number | undefined>((resolve) => {
      big.provider.on('connection-close', (event) => resolve(event?.code))
    })
    big.write('x'.repeat(1024 * 1024))
    expect(await lost).toBe(1009)
    expect(big.saved).toBeLessThan(2)
    expect((await liveText()).length).toBeLessThan(100_000)
    expect(big.text.toString()).toContain('x'.repeat(1000))
    big.leave()
  })
})
