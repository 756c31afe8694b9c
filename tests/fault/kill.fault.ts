// kill -9 at random moments under load, hundreds of times: `KILLS=1000 npm run test:fault` is the long run.
import { describe, expect, it } from 'vitest'
import {
  copyOf,
  expectRecovered,
  expectVersionsStand,
  type KeptVersion,
  keptVersion,
  xmlOf,
} from '../kit/after-faults'
import { between, seed, seeded } from '../kit/seeded'
import {
  must,
  type People,
  type SeenSession,
  sessionAt,
  signInAll,
  threadsOf,
} from '../kit/session-maker'
import { newDataDir, type RunningServer, startServer } from '../kit/start-server'
import { Typist } from '../kit/typist'

const kills = Number(process.env.KILLS ?? 200)
/** A paper with every word of a thousand kills would measure the paper. */
const killsOfPaper = 40

/** Does it again and again, until the server is gone. */
async function untilGone(work: () => Promise<unknown>): Promise<void> {
  for (;;) {
    try {
      await work()
    } catch (error) {
      // fetch says so when the line is cut; anything else is a failure of the test.
      if (error instanceof TypeError) return
      throw error
    }
  }
}

/** One paper, worked on by typists, commenters and freezers until it is killed, many times over. */
class KilledPaper {
  readonly #people: People
  readonly #session: SeenSession
  readonly #random: () => number
  readonly words: string[] = []
  readonly comments: string[] = []
  versions: KeptVersion[] = []

  constructor(people: People, session: SeenSession, random: () => number) {
    this.#people = people
    this.#session = session
    this.#random = random
  }

  /** Resolves when the server that `kill` ends is gone and everybody has noticed. */
  async work(round: number, kill: () => Promise<void>): Promise<void> {
    const { hanh, bao } = this.#people
    const killAfter = between(this.#random, 1, 60)
    const freezes = round % 3 === 2
    let killing: Promise<void> | null = null
    let told = 0
    const typists = [hanh, hanh, bao].map(
      (visitor, i) =>
        new Typist(visitor, this.#session.documents.draft, `${round}.${i}`, {
          told: () => {
            if (++told >= killAfter) killing ??= kill()
          },
        }),
    )
    await Promise.all([
      ...typists.map((typist) => typist.type()),
      untilGone(() => this.#comment(round)),
      // Now and then the kill falls into a freeze.
      ...(freezes ? [untilGone(() => this.#freezeAndReopen())] : []),
    ])
    await killing
    this.words.push(...typists.flatMap(({ acknowledged }) => acknowledged))
  }

  async #comment(round: number): Promise<void> {
    const body = `${round}/${this.comments.length}/${this.#random()}`
    const path = `/api/documents/${this.#session.documents.draft}/threads`
    const { status } = await this.#people.thoa.post(path, { kind: 'remark', body })
    // While it is frozen, the draft takes no comments.
    expect([201, 403, 409]).toContain(status)
    if (status === 201) this.comments.push(body)
  }

  async #freezeAndReopen(): Promise<void> {
    const { phuong, tuan, lam } = this.#people
    const path = `/api/sessions/${this.#session.id}/moves`
    await phuong.post(path, { act: 'pass' })
    const { status, body } = await tuan.post(path, { act: 'freeze' })
    if (status === 200) {
      const version = (body as SeenSession).versions.at(-1)
      if (version) this.versions.push(await keptVersion(tuan, version))
    }
    await lam.post(path, { act: 'reopen', reason: 'Bổ sung' })
  }

  /** What must hold once it runs again. */
  async check(about: string): Promise<void> {
    const { hanh, bao, nga, lam } = this.#people
    const { id, documents } = this.#session
    await expectRecovered([hanh, bao], documents.draft, this.words, about)
    const threads = (await threadsOf(nga, this.#session)) as unknown as { body: string }[]
    const there = new Set(threads.map(({ body }) => body))
    expect(
      this.comments.filter((body) => !there.has(body)),
      `${about}: comments lost`,
    ).toEqual([])
    // A freeze that was cut off may have been done; what it made is watched from now on.
    this.versions = await expectVersionsStand(nga, id, this.versions)
    const { stage }: SeenSession = await must(nga.get(`/api/sessions/${id}`))
    if (stage === 'frozen') {
      await must(lam.post(`/api/sessions/${id}/moves`, { act: 'reopen', reason: 'Bổ sung' }))
    }
  }
}

describe(`kill -9, ${kills} times, SEED=${seed}`, () => {
  it(
    '[T6][T3] acknowledged is recovered, replicas are equal, nothing is pending, versions stand',
    async () => {
      const random = seeded(seed)
      const dataDir = newDataDir()
      let server: RunningServer = await startServer({ demo: true, dataDir })
      const port = Number(new URL(server.origin).port)
      const people = await signInAll(server.origin)
      const done = { words: 0, comments: 0, versions: 0 }
      const left: { id: string; versions: KeptVersion[] }[] = []
      for (let round = 0; round < kills; ) {
        const session = await sessionAt(people, 'draft', { ready: true })
        const paper = new KilledPaper(people, session, random)
        for (const end = Math.min(kills, round + killsOfPaper); round < end; round++) {
          await paper.work(round, () => server.kill())
          server = await startServer({ demo: true, dataDir, port })
          await paper.check(`round ${round}, SEED=${seed}`)
        }
        done.words += paper.words.length
        done.comments += paper.comments.length
        done.versions += paper.versions.length
        left.push({ id: session.id, versions: paper.versions })
      }
      for (const { id, versions } of left) {
        expect(await expectVersionsStand(people.nga, id, versions)).toEqual(versions)
      }
      process.stdout.write(
        `${kills} kills: ${done.words} acknowledged words, ${done.comments} comments, ` +
          `${done.versions} versions, 0 lost\n`,
      )
      await server.stop()
      server.forget()
    },
    60_000 + kills * 20_000,
  )

  it('SIGTERM under load: exit code 0, and all that was acknowledged is there', async () => {
    const dataDir = newDataDir()
    let server = await startServer({ demo: true, dataDir })
    const port = Number(new URL(server.origin).port)
    const people = await signInAll(server.origin)
    const { documents } = await sessionAt(people, 'draft')
    const words: string[] = []
    for (let round = 0; round < 10; round++) {
      let stopping: Promise<number | null> | null = null
      const typists = [0, 1, 2].map(
        (i) =>
          new Typist(people.hanh, documents.draft, `t${round}.${i}`, {
            told: ({ acknowledged }) => {
              if (acknowledged.length >= 30) stopping ??= server.stop()
            },
          }),
      )
      const codes = await Promise.all(typists.map((typist) => typist.type()))
      // Try again: the stock client comes back by itself.
      expect(codes.every((code) => code >= 4500 && code < 4600)).toBe(true)
      expect(await stopping).toBe(0)
      words.push(...typists.flatMap(({ acknowledged }) => acknowledged))
      server = await startServer({ demo: true, dataDir, port })
      const copy = xmlOf(await copyOf(people.bao, documents.draft))
      expect(words.filter((word) => !copy.includes(word))).toEqual([])
    }
    await server.stop()
    server.forget()
  }, 180_000)
})
