// Reads Word files in a worker thread, bounded in time, memory and number: what people send may be made to hurt.
import { Refusal } from '../../shared/refusals'
import { BoundedWorker } from '../bounded-worker'
import { logError } from '../log'
import type { ReadWord } from './read-word'
import type { Weaving } from './weave'
import type { WordAnswer } from './word-worker'

const worker = new BoundedWorker(import.meta, 'word-worker', {
  withinMs: 60_000,
  mostMegabytes: 640,
  mostWaiting: 6,
})

const run = <Answer>(name: 'read' | 'weave', job: Uint8Array | Weaving): Promise<Answer> =>
  worker.run(name, job, 'import', { name })

/** Throws `unreadable-file` with why, `too-large`, `state-secret`, `busy`. */
export async function readInWorker(bytes: Uint8Array): Promise<ReadWord> {
  const answer = await run<WordAnswer>('read', bytes).catch((error) => {
    if (error instanceof Refusal) throw error
    // Nobody made such a file by honest means, or we do not know them yet.
    logError('import', error, { bytes: bytes.length })
    throw new Refusal('unreadable-file', { why: 'damaged' })
  })
  if (answer.ok) return answer
  const { code, why } = answer
  throw new Refusal(code, why === undefined ? {} : { why })
}

/** Throws `too-large`, `busy`. */
export const weaveInWorker = (job: Weaving): Promise<Uint8Array> => run('weave', job)
