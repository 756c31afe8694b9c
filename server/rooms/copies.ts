// The worker that works on passing copies of papers, bounded in time, memory and number.
import { join } from 'node:path'
import { Tinypool } from 'tinypool'
import { Refusal } from '../../shared/refusals'
import { logError } from '../log'
import type { Keeping, KeptMoment, Rewriting } from './copy-worker'

const withinMs = 60_000
const mostMegabytes = 512
const mostWaiting = 16
const restMs = 30_000

let made: Tinypool | null = null

/** Started by the first that is asked for. */
function pool(): Tinypool {
  const name = `copy-worker${import.meta.filename.endsWith('.ts') ? '.ts' : '.js'}`
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

async function run<Result>(name: string, job: unknown): Promise<Result> {
  const workers = pool()
  if (workers.queueSize >= mostWaiting) throw new Refusal('busy')
  const signal = AbortSignal.timeout(withinMs)
  try {
    return await workers.run(job, { name, signal })
  } catch (error) {
    const isOverLimit =
      signal.aborted || (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY'
    if (!isOverLimit) throw error
    logError('copy', error, { name })
    throw new Refusal('too-large')
  }
}

/** Both throw `too-large` for what cannot be done within the limits, `busy` when too many wait. */
export const makeRewrite = (job: Rewriting) => run<Uint8Array | null>('rewritten', job)
export const makeMoment = (job: Keeping) => run<KeptMoment>('moment', job)
