// Freeze, reopen, freeze again under fifty writers: `FREEZES=1000 npm run test:fault` is the long run.
import { describe, expect, it } from 'vitest'
import {
  copyOf,
  expectNothingPending,
  expectRecovered,
  expectVersionsStand,
  type KeptVersion,
  xmlOf,
} from '../kit/after-faults'
import { between, seed, seeded } from '../kit/seeded'
import { act, type People, type SeenSession, sessionAt, signInAll } from '../kit/session-maker'
import { newDataDir, startServer } from '../kit/start-server'
import { Typist, wordsIn } from '../kit/typist'

const freezes = Number(process.env.FREEZES ?? 30)
const writers = 50
/** A paper with every word of a thousand freezes would measure the paper. */
const freezesOfPaper = 10
const writing = ['hanh', 'bao', 'nga', 'lam', 'phuong', 'tuan', 'thoa', 'dinh', 'truc'] as const
const sorted = (words: readonly string[]) => [...words].sort()

/** Wakes whoever waits whenever something is told. */
class Bell {
  #waiting: (() => void)[] = []
  ring = () => {
    const waiting = this.#waiting
    this.#waiting = []
    for (const wake of waiting) wake()
  }
  async until(holds: () => boolean): Promise<void> {
    while (!holds()) await new Promise<void>((resolve) => this.#waiting.push(resolve))
  }
}

/** One paper, frozen `times` times; returns its versions and how many words they hold. */
async function freezeAgain(people: People, times: number, random: () => number) {
  const opened = await sessionAt(people, 'draft', { seats: { coAuthors: 'everyone' }, ready: true })
  const { draft } = opened.documents
  const bell = new Bell()
  let reopened: Promise<void> = Promise.resolve()
  let isOpen: () => void = () => undefined
  const typists = Array.from({ length: writers }, (_, i) => {
    const visitor = people[writing[i % writing.length] ?? 'hanh']
    return new Typist(visitor, draft, `w${i}`, {
      told: bell.ring,
      // A starved machine answers pings too late; whoever loses the line takes it up again.
      persists: true,
      // Every other one comes back at once, as a reader, and is made a writer on the open socket.
      comeBack: async () => {
        bell.ring()
        if (i % 2 === 0) await reopened
      },
    })
  })
  let isOver = false
  const typing = typists.map(async (typist) => {
    const code = await typist.type()
    if (!isOver) throw new Error(`${typist.name} was ended with ${code}`)
  })
  const ended = Promise.all(typing)
  const all = (hold: () => boolean) => Promise.race([ended, bell.until(hold)])
  const told = () => typists.flatMap(({ acknowledged }) => acknowledged)
  let versions: KeptVersion[] = []
  for (let n = 1; n <= times; n++) {
    const enough = told().length + between(random, writers, 4 * writers)
    await all(() => typists.every(({ inSitting }) => inSitting > 0) && told().length >= enough)
    if (n > 1) await act(people.phuong, opened, 'pass')
    reopened = new Promise((resolve) => {
      isOpen = resolve
    })
    await act(people.tuan, opened, 'freeze')
    await all(() => typists.every(({ isTyping }) => !isTyping))
    const about = `version ${n}, SEED=${seed}`
    const text = await expectRecovered([people.truc, people.nga], draft, told(), about)
    versions = await expectVersionsStand(people.nga, opened.id, versions)
    const version = versions.at(-1) as KeptVersion
    expect(version.number).toBe(n)
    // Exactly what was acknowledged: nothing more, and nothing of what was refused.
    const unsure = new Set(typists.flatMap((typist) => typist.unsure))
    expect(sorted(version.words.filter((word) => !unsure.has(word))), about).toEqual(sorted(told()))
    expect(version.words, `${about}: is the text that readers see`).toEqual(wordsIn(text))
    if (n === times) break
    await act(people.lam, opened, 'reopen', 'Bổ sung')
    isOpen()
  }
  isOver = true
  for (const typist of typists) typist.leave()
  isOpen()
  await ended
  const refused = new Set(typists.flatMap((typist) => typist.refused))
  expect(versions.flatMap(({ words }) => words).filter((word) => refused.has(word))).toEqual([])
  return { session: opened, versions, words: told().length, refused: refused.size }
}

describe(`${freezes} freezes under ${writers} writers, SEED=${seed}`, () => {
  it(
    '[M4][T1][T3] every version is exactly what was acknowledged before its fence',
    async () => {
      const random = seeded(seed)
      const dataDir = newDataDir()
      let server = await startServer({ demo: true, dataDir })
      const port = Number(new URL(server.origin).port)
      const people = await signInAll(server.origin)
      const papers: { session: SeenSession; versions: KeptVersion[]; text: string }[] = []
      let [words, refused] = [0, 0]
      for (let left = freezes; left > 0; left -= freezesOfPaper) {
        const done = await freezeAgain(people, Math.min(left, freezesOfPaper), random)
        words += done.words
        refused += done.refused
        papers.push({
          ...done,
          text: xmlOf(await copyOf(people.hanh, done.session.documents.draft)),
        })
      }
      await server.kill()
      server = await startServer({ demo: true, dataDir, port })
      for (const { session, versions, text } of papers) {
        expect(await expectVersionsStand(people.nga, session.id, versions)).toEqual(versions)
        const doc = await copyOf(people.hanh, session.documents.draft)
        expectNothingPending(doc)
        expect(xmlOf(doc)).toBe(text)
      }
      process.stdout.write(
        `${freezes} freezes, ${words} acknowledged words, ${refused} refused, 0 astray\n`,
      )
      await server.stop()
      server.forget()
    },
    60_000 + freezes * 20_000,
  )
})
