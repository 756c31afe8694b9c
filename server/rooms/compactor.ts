// Shortens logs: a worker thread merges, the store writes the snapshot before it removes anything.
import { join } from 'node:path'
import { Tinypool } from 'tinypool'
import { logError } from '../log'
import { type Logged, StaleEpoch, type UpdateLog } from '../stores/contract'
import { partsOf } from './bare-doc'
import { mostTail } from './copy'
import type { Journal } from './journal'
import type { Merged } from './merge-worker'

/** A log that grew by so many updates is compacted while people write: none takes long to open, */
const mostWhileBusy = 4000
/** but a long state is not written anew for every few: so many bytes of it allow one update more. */
const bytesAnUpdate = 64

const restMs = 10_000
/** A state of hundreds of megabytes is no paper: the worker dies, the log stays. */
const mostMegabytes = 512

export class Compactor {
  readonly #log: UpdateLog
  /** One reading of a document at a time: none reads what another is merging. */
  readonly #busy = new Map<string, Promise<Logged>>()
  readonly #pool: Tinypool

  constructor(log: UpdateLog) {
    this.#log = log
    const name = `merge-worker${import.meta.filename.endsWith('.ts') ? '.ts' : '.js'}`
    this.#pool = new Tinypool({
      filename: join(import.meta.dirname, name),
      runtime: 'worker_threads',
      minThreads: 0,
      maxThreads: 1,
      idleTimeout: restMs,
      resourceLimits: { maxOldGenerationSizeMb: mostMegabytes },
    })
  }

  /**
   * Reads a log, and merges what it holds now when that is more than `most` updates; what is
   * appended meanwhile stays behind the snapshot. Returns the log as it was read, in its short
   * form; as it is when it could not be merged.
   */
  async read(documentId: string, most: number): Promise<Logged> {
    for (;;) {
      const before = this.#busy.get(documentId)
      if (!before) break
      await before
    }
    const reading = this.#read(documentId, most)
    this.#busy.set(documentId, reading)
    return reading.finally(() => this.#busy.delete(documentId))
  }

  async #read(documentId: string, most: number): Promise<Logged> {
    const logged = await this.#log.read(documentId)
    if (logged.updates.length <= most) return logged
    try {
      const merged: Merged = await this.#pool.run(partsOf(logged), { name: 'merge' })
      await this.#log.compact(documentId, logged.epoch, merged, logged.last)
      return { ...logged, snapshot: merged, updates: [] }
    } catch (error) {
      // A freeze came in between, or the disk failed and says so itself: the log is as good as before.
      if (!(error instanceof StaleEpoch)) logError('compact', error, { documentId })
      return logged
    }
  }

  async close(): Promise<void> {
    await this.#pool.destroy()
  }
}

/** Keeps the log of one loaded room short. */
export class ShortLog {
  readonly #compactor: Compactor
  readonly #journal: Journal
  readonly #documentId: string
  /** The journal's count of written updates when the log was last short. */
  #shortAt: number
  #stateBytes: number

  constructor(compactor: Compactor, journal: Journal, documentId: string, logged: Logged) {
    this.#compactor = compactor
    this.#journal = journal
    this.#documentId = documentId
    this.#shortAt = -logged.updates.length
    this.#stateBytes = logged.snapshot?.update.length ?? 0
  }

  /** After every write. */
  grown(): void {
    void this.#shorten(Math.max(mostWhileBusy, this.#stateBytes / bytesAnUpdate))
  }

  /** When the room empties or the server stops. */
  shorten(): Promise<void> {
    return this.#shorten(mostTail)
  }

  async #shorten(after: number): Promise<void> {
    const { written } = this.#journal
    if (written - this.#shortAt <= after) return
    // Counted anew before it is done: what comes meanwhile does not ask again.
    this.#shortAt = written
    const { snapshot } = await this.#compactor.read(this.#documentId, 0)
    this.#stateBytes = snapshot?.update.length ?? 0
  }
}
