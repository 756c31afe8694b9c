// Messages that come late, twice or in another order, and lines that are cut: nothing is lost, all copies agree.
import { afterEach, describe, expect, it } from 'vitest'
import { AccountedClient } from '../kit/accounted-client'
import { copyOf, expectNothingPending, expectRecovered, xmlOf } from '../kit/after-faults'
import { type Faults, FrameProxy } from '../kit/frame-proxy'
import { between, seed, seeded } from '../kit/seeded'
import { newDataDir, type RunningServer, startServer } from '../kit/start-server'
import { signIn, type Visitor } from '../kit/visitor'

const rounds = Number(process.env.ROUNDS ?? 5)
const wordsOfRound = 120

interface Scene {
  server: RunningServer
  readonly proxy: FrameProxy
  readonly people: readonly [Visitor, Visitor]
  readonly draft: string
  readonly clients: AccountedClient[]
}

async function scene(): Promise<Scene> {
  const server = await startServer({ demo: true, dataDir: newDataDir() })
  const proxy = await FrameProxy.before(server.origin)
  const people = await Promise.all([signIn(server.origin, 'hanh'), signIn(server.origin, 'bao')])
  const { draft } = (await people[0].sessionAt('draft')).documents
  return { server, proxy, people, draft, clients: [] }
}

async function restart({ server }: Scene): Promise<RunningServer> {
  await server.kill()
  const port = Number(new URL(server.origin).port)
  return startServer({ demo: true, dataDir: server.dataDir, port })
}

/** Everybody writes, at random moments, until each has written enough. */
async function everybodyWrites({ clients }: Scene, random: () => number): Promise<void> {
  await Promise.all(
    clients.map(async (client) => {
      for (let i = 0; i < wordsOfRound / clients.length; i++) {
        client.write()
        // A pause is part of the load here: frames must meet those of the others on their way.
        await new Promise((resolve) => setTimeout(resolve, between(random, 0, 12)))
      }
    }),
  )
}

/** After the faults: fresh lines, everything saved, then a kill; all copies are one. */
async function expectHealed(set: Scene, about: string): Promise<void> {
  const { proxy, clients, people, draft } = set
  const settled = Promise.all(clients.map((client) => client.settleAfresh()))
  proxy.calm()
  proxy.cut()
  await settled
  set.server = await restart(set)
  const words = clients.flatMap((client) => client.words)
  const text = await expectRecovered(people, draft, words, about)
  for (const { stock, doc } of clients) {
    await stock.until(() => xmlOf(doc) === text)
    expectNothingPending(doc)
  }
}

describe(`messages mishandled on their way, SEED=${seed}`, () => {
  let set: Scene | null = null
  afterEach(async () => {
    for (const client of set?.clients ?? []) client.leave()
    await set?.proxy.close()
    await set?.server.stop()
    set?.server.forget()
    set = null
  })

  /** Three clients of two people through the proxy. */
  const arrive = (set: Scene, round: number) => {
    for (const client of set.clients.splice(0)) client.leave()
    for (const [i, person] of [set.people[0], set.people[0], set.people[1]].entries()) {
      const visitor = set.proxy.visitor(person)
      set.clients.push(new AccountedClient(visitor, set.draft, `${round}.${i}`))
    }
    return Promise.all(set.clients.map(({ stock }) => stock.synced()))
  }

  it(
    '[T6][S2] what the saved mark answers for survives a kill at any moment',
    async () => {
      const random = seeded(seed)
      set = await scene()
      let safe = 0
      for (let round = 0; round < rounds; round++) {
        await arrive(set, round)
        // To the server only what a network can do: TCP neither doubles nor reorders.
        const toServer = { late: 0.2, cut: 0.004 }
        const toClient = { twice: 0.2, overtaken: 0.2, late: 0.1, cut: 0.004 }
        set.proxy.faults = { random, toServer, toClient } satisfies Faults
        await everybodyWrites(set, random)
        const claimed = set.clients.flatMap((client) => client.safe)
        safe += claimed.length
        set.server = await restart(set)
        const kept = xmlOf(await copyOf(set.people[1], set.draft))
        const about = `round ${round}, SEED=${seed}`
        expect(
          claimed.filter((word) => !kept.includes(word)),
          about,
        ).toEqual([])
        await expectHealed(set, about)
      }
      expect(safe).toBeGreaterThan(0)
      process.stdout.write(`${safe} words called saved before ${rounds} kills, 0 lost\n`)
    },
    120_000 + rounds * 40_000,
  )

  it(
    '[S11][G14] frames doubled and reordered to the server too: all is there in the end',
    async () => {
      const random = seeded(seed + 1)
      set = await scene()
      const refusals: number[] = []
      // No saved mark is asked here: it counts frames, and a frame that comes twice counts twice.
      for (let round = 0; round < rounds; round++) {
        await arrive(set, round)
        const mishandled = { twice: 0.15, overtaken: 0.15, late: 0.1, cut: 0.004 }
        set.proxy.faults = { random, toServer: mishandled, toClient: mishandled }
        await everybodyWrites(set, random)
        await expectHealed(set, `round ${round}, SEED=${seed}`)
        refusals.push(...set.clients.flatMap((client) => client.refusals))
      }
      // A gap is asked for; only one that stays is refused, and then the same document goes on.
      expect(refusals.filter((code) => code !== 4400)).toEqual([])
      process.stdout.write(`${set.proxy.cuts} lines cut, ${refusals.length} refused with 4400\n`)
    },
    120_000 + rounds * 40_000,
  )
})
