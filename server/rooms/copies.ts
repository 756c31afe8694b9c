// The worker that works on passing copies of papers, bounded in time, memory and number.
import { BoundedWorker } from '../bounded-worker'
import type { Keeping, KeptMoment, Rewriting } from './copy-worker'

const worker = new BoundedWorker(import.meta, 'copy-worker', {
  withinMs: 60_000,
  mostMegabytes: 512,
  mostWaiting: 16,
})

const run = <Result>(name: string, job: unknown): Promise<Result> =>
  worker.run(name, job, 'copy', { name })

/** Both throw `too-large` for what cannot be done within the limits, `busy` when too many wait. */
export const makeRewrite = (job: Rewriting) => run<Uint8Array | null>('rewritten', job)
export const makeMoment = (job: Keeping) => run<KeptMoment>('moment', job)
