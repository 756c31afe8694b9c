// Reads Word files in a worker thread, bounded in time, memory and number: what people send may be made to hurt.
import { join } from 'node:path'
import { Tinypool } from 'tinypool'
import { Refusal } from '../../shared/refusals'
import { logError } from '../log'
import type { ReadWord } from './read-word'
import type { Weaving } from './weave'
import type { WordAnswer } from './word-worker'

const withinMs = 60_000
const mostMegabytes = 640
const mostWaiting = 6
const restMs = 30_000

let made: Tinypool | null = null

function pool(): Tinypool {
  const name = `word-worker${import.meta.filename.endsWith('.ts') ? '.ts' : '.js'}`
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

async function run<Answer>(name: 'read' | 'weave', job: Uint8Array | Weaving): Promise<Answer> {
  const workers = pool()
  if (workers.queueSize >= mostWaiting) throw new Refusal('busy')
  const signal = AbortSignal.timeout(withinMs)
  try {
    return await workers.run(job, { name, signal })
  } catch (error) {
    const isOverLimit =
      signal.aborted || (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY'
    if (!isOverLimit) throw error
    logError('import', error, { name })
    throw new Refusal('too-large')
  }
}

/** Throws `unreadable-file` with why, `too-large`, `state-secret`, `busy`. */
export async function readInWorker(bytes: Uint8Array): Promise<ReadWord> {
  const answer = await run<WordAnswer>('read', bytes).catch((error) => {
    if (error instanceof Refusal) throw error
    // Nobody made such a file by honest means, or we do not know them yet.
    logError('import', error, { bytes: bytes.length })
    throw new Refusal('unreadable-file', 'damaged')
  })
  if (answer.ok) return answer
  throw new Refusal(answer.code, answer.why)
}

/** Throws `too-large`, `busy`. */
export const weaveInWorker = (job: Weaving): Promise<Uint8Array> => run('weave', job)
