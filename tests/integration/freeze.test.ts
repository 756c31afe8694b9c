// Freezing: everything acknowledged before is in the version, nothing after, and no version ever changes.
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fromCanonicalBytes } from '../../shared/document/canonical'
import { plainText } from '../../shared/document/outline'
import { paragraphUpdate, tryFrames, updateFrame } from '../kit/frames'
import {
  act,
  must,
  type People,
  type SeenSession,
  sessionAt,
  signInAll,
  writeInto,
} from '../kit/session-maker'
import { type RunningServer, startServer } from '../kit/start-server'
import type { StockClient } from '../kit/visitor'

let server: RunningServer
let people: People

beforeAll(async () => {
  server = await startServer({ demo: true })
  people = await signInAll(server.origin)
})

afterAll(async () => {
  await server.stop()
  server.forget()
})

const move = (who: keyof People, { id }: SeenSession, name: string, reason?: string) =>
  people[who].post(`/api/sessions/${id}/moves`, { act: name, reason })

/** The bytes of a version and what is said of them. */
async function versionOf(session: SeenSession, number: number) {
  const id = session.versions.find((each) => each.number === number)?.id
  const said = await must(people.nga.get(`/api/versions/${id}`))
  const response = await fetch(`${server.origin}/api/versions/${id}/bytes`, {
    headers: { cookie: people.nga.cookie },
  })
  const bytes = new Uint8Array(await response.arrayBuffer())
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { said, bytes, sha256, text: plainText(fromCanonicalBytes(bytes)) }
}

async function liveText(documentId: string): Promise<string> {
  const reader = await people.truc.open(documentId).synced()
  const text = reader.text.toString()
  reader.leave()
  return text
}

/** Types a word after the other, as fast as they are acknowledged, until the socket is refused. */
class Typist {
  readonly #client: StockClient
  readonly #name: string
  readonly #written: { word: string; frame: number }[] = []
  readonly closed: Promise<{ code: number }>
  /** Resolves after five words on the server's disk. */
  readonly underWay: Promise<void>
  #isUnderWay: () => void = () => undefined
  #isOver = false

  constructor(client: StockClient, name: string) {
    this.#client = client
    this.#name = name
    this.underWay = new Promise((resolve) => {
      this.#isUnderWay = resolve
    })
    this.closed = client.refused().then((event) => {
      this.#isOver = true
      return event
    })
  }

  /** False when the socket took no frame any more. */
  write(): boolean {
    const before = this.#client.sent
    const word = `[${this.#name}.${this.#written.length}]`
    this.#client.write(word)
    if (this.#client.sent === before) return false
    this.#written.push({ word, frame: this.#client.sent })
    return true
  }

  async type(): Promise<void> {
    while (!this.#isOver) {
      if (!this.write()) await this.closed
      await Promise.race([this.#client.allSaved(), this.closed])
      if (this.acknowledged.length >= 5) this.#isUnderWay()
    }
  }

  get acknowledged(): string[] {
    return this.#written.filter(({ frame }) => frame <= this.#client.saved).map(({ word }) => word)
  }
}

describe('freezing under twenty writers', () => {
  it('[T1][S12] takes in what was acknowledged, refuses the rest with 4409, and hashes the bytes', async () => {
    const session = await sessionAt(people, 'draft', {
      seats: { coAuthors: 'everyone' },
      ready: true,
    })
    const { draft } = session.documents
    const names = ['nga', 'lam', 'phuong', 'hanh', 'bao', 'tuan', 'thoa', 'dinh', 'truc'] as const
    const clients = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        people[names[i % names.length] ?? 'hanh'].open(draft).synced(),
      ),
    )
    const typists = clients.map((client, i) => new Typist(client, `w${i}`))
    const typing = typists.map((typist) => typist.type())
    await Promise.all(typists.map(({ underWay }) => underWay))
    const frozen = await act(people.tuan, session, 'freeze')
    const codes = await Promise.all(typists.map(({ closed }) => closed))
    await Promise.all(typing)
    expect(codes.map(({ code }) => code)).toEqual(clients.map(() => 4409))
    const version = await versionOf(frozen, 1)
    const missing = typists
      .flatMap(({ acknowledged }) => acknowledged)
      .filter((word) => !version.text.includes(word))
    expect(missing).toEqual([])
    // What readers see of the paper from now on is what was frozen.
    const shown = await liveText(draft)
    const words = (text: string) => [...text.matchAll(/\[w\d+\.\d+\]/g)].map(([word]) => word)
    expect(words(shown).sort()).toEqual(words(version.text).sort())
    expect(version.sha256).toBe(version.said.sha256)
    expect(version.said).toMatchObject({ number: 1, previousSha256: null, frozenBy: 'tuan' })
    for (const client of clients) client.leave()
  })

  it('[R10] leaves a late replayed frame without effect', async () => {
    const session = await sessionAt(people, 'draft', { ready: true })
    const { draft } = session.documents
    const early = people.hanh.socket(`/sync/${draft}`)
    expect(await tryFrames(early, [updateFrame(paragraphUpdate('trước khi chốt'))])).toBe('saved')
    const frozen = await act(people.nga, session, 'freeze')
    const before = await versionOf(frozen, 1)
    const late = updateFrame(paragraphUpdate('sau khi chốt'))
    expect(await tryFrames(people.hanh.socket(`/sync/${draft}`), [late])).toBe(4403)
    expect(await liveText(draft)).not.toContain('sau khi chốt')
    expect((await versionOf(frozen, 1)).bytes).toEqual(before.bytes)
    expect(before.text).toContain('trước khi chốt')
  })
})

describe('versions', () => {
  it('[T3][M5] reopening needs a reason, voids the pass and leads to version 2; version 1 stays', async () => {
    const session = await sessionAt(people, 'frozen')
    const { draft } = session.documents
    const first = await versionOf(session, 1)
    for (const reason of [undefined, '', '  ']) {
      const { status, body } = await move('nga', session, 'reopen', reason)
      expect([status, body.refused]).toEqual([400, 'reason-required'])
    }
    await act(people.lam, session, 'reopen', 'Bổ sung số liệu')
    const unpassed = await move('nga', session, 'freeze')
    expect([unpassed.status, unpassed.body.refused]).toEqual([409, 'not-passed'])
    await writeInto(people.bao, draft, 'Số liệu bổ sung')
    await act(people.phuong, session, 'pass')
    const again = await act(people.lam, session, 'freeze')
    const second = await versionOf(again, 2)
    expect(second.said).toMatchObject({ number: 2, previousSha256: first.sha256 })
    expect(second.sha256).toBe(second.said.sha256)
    expect(second.text).toContain('Số liệu bổ sung')
    expect((await versionOf(again, 1)).bytes).toEqual(first.bytes)
    expect(again.versions.map(({ number }) => number)).toEqual([1, 2])
  })

  it('[M3] the pass survives later edits, and its digest tells the two texts apart', async () => {
    const session = await sessionAt(people, 'draft', { ready: true })
    await writeInto(people.hanh, session.documents.draft, 'Sửa sau khi thông qua')
    const { said } = await versionOf(await act(people.tuan, session, 'freeze'), 1)
    expect(said.passedSha256).toMatch(/^[0-9a-f]{64}$/)
    expect(said.passedSha256).not.toBe(said.sha256)
    const unchanged = await sessionAt(people, 'frozen')
    const same = await versionOf(unchanged, 1)
    expect(same.said.passedSha256).toBe(same.sha256)
  })

  it('[M8][M9] submitting makes the next one, approving marks that same one final', async () => {
    const session = await sessionAt(people, 'submitted')
    expect(session.versions).toMatchObject([{ number: 1 }, { number: 2 }])
    const [first, second] = [await versionOf(session, 1), await versionOf(session, 2)]
    expect(second.said.previousSha256).toBe(first.sha256)
    const approved = await act(people.phuong, session, 'approve')
    expect(approved.versions.map(({ sha256 }) => sha256)).toEqual([first.sha256, second.sha256])
    expect((await versionOf(approved, 2)).bytes).toEqual(second.bytes)
  })

  it('freezing clicked by three people at once makes one version', async () => {
    const session = await sessionAt(people, 'draft', { ready: true })
    const answers = await Promise.all(
      (['nga', 'lam', 'tuan'] as const).map((who) => move(who, session, 'freeze')),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409])
    const { versions } = await must(people.nga.get(`/api/sessions/${session.id}`))
    expect(versions).toHaveLength(1)
  })
})

describe('the draft', () => {
  it('[M2] is seeded exactly once, when two people click at once and when one clicks again', async () => {
    const session = await sessionAt(people, 'outline', { ready: true })
    const answers = await Promise.all([
      move('hanh', session, 'startDraft'),
      move('nga', session, 'startDraft'),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    const again = await move('hanh', session, 'startDraft')
    expect([again.status, again.body.refused]).toEqual([409, 'not-now'])
    const outline = await liveText(session.documents.outline)
    const draft = await liveText(session.documents.draft)
    expect(draft.split('Đề cương thử nghiệm')).toHaveLength(2)
    expect(draft).toBe(outline)
    expect(draft).not.toContain('comment')
  })

  it('[M2] is not begun from an empty outline', async () => {
    const session = await sessionAt(people, 'outline')
    const refuse = async () => {
      const { status, body } = await move('hanh', session, 'startDraft')
      return [status, body.refused]
    }
    expect(await refuse()).toEqual([409, 'outline-empty'])
    await writeInto(people.hanh, session.documents.outline, '   ')
    expect(await refuse()).toEqual([409, 'outline-empty'])
    const { stage } = await must(people.nga.get(`/api/sessions/${session.id}`))
    expect(stage).toBe('outline')
    await writeInto(people.bao, session.documents.outline, 'I. Mở đầu')
    expect((await move('hanh', session, 'startDraft')).status).toBe(200)
  })
})
