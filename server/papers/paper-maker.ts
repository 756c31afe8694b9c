// Makes the files of papers in a worker thread, bounded in time, memory and number.
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { Tinypool } from 'tinypool'
import { Refusal } from '../../shared/refusals'
import { logError } from '../log'
import type { AnswersPaper } from './answers-sheet'
import type { LivePaper, VersionPaper } from './paper-sheet'
import type { PaperForm } from './paper-worker'

/** Two thousand comments take a quarter of it on two busy cores. */
const withinMs = 120_000
const mostMegabytes = 768
/** Others wait so long that they had better ask again. */
const mostWaiting = 16
const restMs = 30_000
/** What a table may hold in all; ten times the comments of a large cell's year. */
const mostRows = 5000
const mostLetters = 4_000_000

let made: Tinypool | null = null

/** Started by the first paper: a server that exports nothing pays nothing. */
function pool(): Tinypool {
  const name = `paper-worker${import.meta.filename.endsWith('.ts') ? '.ts' : '.js'}`
  made ??= new Tinypool({
    filename: join(import.meta.dirname, name),
    runtime: 'worker_threads',
    minThreads: 0,
    maxThreads: 1,
    maxQueue: mostWaiting,
    idleTimeout: restMs,
    resourceLimits: { maxOldGenerationSizeMb: mostMegabytes },
  })
  return made
}

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
  const file = make(kind, job, whole.length).finally(() => making.delete(key))
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

async function make(kind: keyof Jobs, job: unknown, letters: number): Promise<Uint8Array> {
  const workers = pool()
  if (workers.queueSize >= mostWaiting) throw new Refusal('busy')
  const signal = AbortSignal.timeout(withinMs)
  try {
    return await workers.run(job, { name: kind, signal })
  } catch (error) {
    const isOverLimit =
      signal.aborted || (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY'
    if (!isOverLimit) throw error
    logError('paper', error, { kind, letters })
    throw new Refusal('too-large')
  }
}
