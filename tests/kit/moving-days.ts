// Random days of a commented paper; a run that failed once is kept in tests/fault/moving-comments.json.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { CommentedPaper, editorCount, type Step } from './commented-paper'
import type { RandomServer } from './random-cell'
import { moveKinds } from './text-movers'

const words = fc.constantFrom('a', 'ê', ' và ', 'đồng chí ', 'giáo viên tham gia', '👍', '. ')
const length = fc.oneof(fc.nat(12), fc.nat(60), fc.nat(400))
const someMove = fc.record({
  kind: fc.constantFrom(
    ...moveKinds.filter((kind) => !kind.startsWith('restore')),
    ...(['type', 'erase', 'replace', 'split', 'join', 'cutAndPaste', 'undo'] as const),
    ...(['type', 'erase', 'cutBlockAndPaste', 'cutAndPastePlain', 'undo', 'redo'] as const),
  ),
  at: fc.nat(9000),
  length,
  to: fc.nat(9000),
  words,
})
const restore = fc.record({
  kind: fc.constantFrom('restorePlain' as const, 'restoreMarked' as const),
  at: fc.constant(0),
  length: fc.constant(0),
  to: fc.constant(0),
  words,
})
const step: fc.Arbitrary<Step> = fc.record({
  who: fc.nat(editorCount - 1),
  what: fc.oneof(
    { weight: 40, arbitrary: someMove },
    { weight: 1, arbitrary: restore },
    { weight: 2, arbitrary: fc.constant('leave' as const) },
    { weight: 2, arbitrary: fc.constant('return' as const) },
    { weight: 4, arbitrary: fc.constant('meet' as const) },
  ),
})
const day = fc.array(step, { minLength: 15, maxLength: 60, size: 'max' })
const place = fc.tuple(fc.nat(100_000), fc.oneof(fc.nat(8), fc.nat(30), fc.nat(120)))
const sections = 8
const commentCount = 210
/** Several hundred comments take their time: they are made anew only so often. */
const daysAPaper = 4

interface Kept {
  readonly seed: number
  readonly path: string
  readonly why: string
}
const keptFile = join(import.meta.dirname, '../fault/moving-comments.json')

/** Runs those that failed once, then `runs` papers of this seed, of some days each. */
export async function runMovingDays(
  host: RandomServer,
  seed: number,
  runs: number,
): Promise<string[]> {
  const told: string[] = []
  const property = fc.asyncProperty(
    fc.array(place, { minLength: commentCount, maxLength: commentCount }),
    fc.array(day, { minLength: 1, maxLength: daysAPaper, size: 'max' }),
    async (places, days) => {
      const paper = await CommentedPaper.open(host, sections, places)
      try {
        for (const steps of days) {
          for (const each of steps) await paper.do(each)
          await paper.settle()
          told.push(JSON.stringify({ steps: steps.length, ...paper.counts }))
        }
        await paper.killed()
        await paper.restore()
        told.push(JSON.stringify({ restored: true, ...paper.counts }))
      } finally {
        paper.leave()
      }
    },
  )
  const kept = JSON.parse(readFileSync(keptFile, 'utf8')) as Kept[]
  for (const { seed, path } of kept) {
    await fc.assert(property, { seed, path, numRuns: 1, endOnFailure: true })
  }
  const outcome = await fc.check(property, { seed, numRuns: runs, endOnFailure: true })
  if (!outcome.failed) return told
  const line = JSON.stringify({ seed, path: outcome.counterexamplePath, why: 'say what it was' })
  process.stdout.write(`a day that fails: add it to tests/fault/moving-comments.json\n${line}\n`)
  throw new Error(`SEED=${seed} ${line}`, { cause: outcome.errorInstance })
}
