// One worker thread for work that people can make heavy: bounded in time, memory and number.
import { join } from 'node:path'
import { Tinypool } from 'tinypool'
import { Refusal } from '../shared/refusals'
import { logError } from './log'

interface Bounds {
  readonly withinMs: number
  readonly mostMegabytes: number
  /** Who comes behind so many had better ask again. */
  readonly mostWaiting: number
}

const restMs = 30_000

/**
 * `at` is the caller's `import.meta`: the worker's file, `name` without its ending, stands beside it.
 * The thread is started by the first job, and goes when it has rested: who asks nothing pays nothing.
 */
export class BoundedWorker {
  readonly #at: Pick<ImportMeta, 'dirname' | 'filename'>
  readonly #name: string
  readonly #bounds: Bounds
  #pool: Tinypool | null = null

  constructor(at: Pick<ImportMeta, 'dirname' | 'filename'>, name: string, bounds: Bounds) {
    this.#at = at
    this.#name = name
    this.#bounds = bounds
  }

  #started(): Tinypool {
    const { dirname, filename } = this.#at
    this.#pool ??= new Tinypool({
      filename: join(dirname, `${this.#name}${filename.endsWith('.ts') ? '.ts' : '.js'}`),
      runtime: 'worker_threads',
      minThreads: 0,
      maxThreads: 1,
      maxQueue: this.#bounds.mostWaiting,
      idleTimeout: restMs,
      resourceLimits: { maxOldGenerationSizeMb: this.#bounds.mostMegabytes },
    })
    return this.#pool
  }

  /**
   * Runs the worker's function `job`. Throws `busy` when too many wait, `too-large` for what cannot
   * be done within the bounds, logged as `fact` with `details`, and else what the function throws.
   */
  async run<Result>(
    job: string,
    given: unknown,
    fact: string,
    details: Parameters<typeof logError>[2],
  ): Promise<Result> {
    const pool = this.#started()
    if (pool.queueSize >= this.#bounds.mostWaiting) throw new Refusal('busy')
    const signal = AbortSignal.timeout(this.#bounds.withinMs)
    try {
      return await pool.run(given, { name: job, signal })
    } catch (error) {
      const isOverLimit =
        signal.aborted || (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY'
      if (!isOverLimit) throw error
      logError(fact, error, details)
      throw new Refusal('too-large')
    }
  }
}
