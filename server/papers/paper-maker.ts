// Makes the files of papers in a worker thread, bounded in time, memory and number.
import { createHash } from 'node:crypto'
import { Refusal } from '../../shared/refusals'
import { BoundedWorker } from '../bounded-worker'
import type { AnswersPaper } from './answers-sheet'
import type { LivePaper, VersionPaper } from './paper-sheet'
import type { PaperForm } from './paper-worker'

const worker = new BoundedWorker(import.meta, 'paper-worker', {
  // Two thousand comments take a quarter of it on two busy cores.
  withinMs: 120_000,
  mostMegabytes: 768,
  mostWaiting: 16,
})
/** What a table may hold in all; ten times the comments of a large cell's year. */
const mostRows = 5000
const mostLetters = 4_000_000

interface Jobs {
  readonly answers: AnswersPaper
  readonly version: VersionPaper
  readonly live: LivePaper
}
interface Job<Paper> {
  readonly form: PaperForm
  readonly paper: Paper
}

/** The same paper asked for by many at once is made once. */
const making = new Map<string, Promise<Uint8Array>>()

async function makeOnce<Kind extends keyof Jobs>(
  kind: Kind,
  job: Job<Jobs[Kind]>,
): Promise<Uint8Array> {
  // Of pictures only which they are: a digest names its bytes.
  const whole = JSON.stringify([kind, job], (_, value) =>
    value instanceof Map ? [...value.keys()] : value,
  )
  if (whole.length > mostLetters) throw new Refusal('too-large')
  const key = createHash('sha256').update(whole).digest('hex')
  const known = making.get(key)
  if (known) return known
  const file = worker
    .run<Uint8Array>(kind, job, 'paper', { kind, letters: whole.length })
    .finally(() => making.delete(key))
  making.set(key, file)
  return file
}

/** Throws `too-large` for what cannot be made within the limits, `busy` when too many wait. */
export async function makeAnswers(job: Job<AnswersPaper>): Promise<Uint8Array> {
  if (job.paper.table.rows.length > mostRows) throw new Refusal('too-large')
  return makeOnce('answers', job)
}

/** Throws as `makeAnswers`. */
export const makeVersion = (job: Job<VersionPaper>): Promise<Uint8Array> => makeOnce('version', job)

/** Throws as `makeAnswers`. */
export const makeLive = (job: Job<LivePaper>): Promise<Uint8Array> => makeOnce('live', job)
