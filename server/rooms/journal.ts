// Batches a room's updates into the log and says when they are on disk.
import type { Entry, UpdateLog } from '../stores/contract'

interface Waiting {
  readonly entry: Entry | null
  readonly durable: (() => void) | null
  readonly never?: (error: Error) => void
}

/** One write to the log at a time: what arrives meanwhile is the next write (group commit). */
export class Journal {
  readonly #log: UpdateLog
  readonly #documentId: string
  readonly #failed: (error: unknown) => void
  readonly #grown: () => void
  #epoch: number
  #last: number
  #waiting: Waiting[] = []
  #writing: Promise<void> | null = null
  #broken = false

  /** `failed` is told once, and from then on nothing is acknowledged; `grown` after every write. */
  constructor(
    log: UpdateLog,
    documentId: string,
    start: { epoch: number; last: number },
    failed: (error: unknown) => void,
    grown: () => void,
  ) {
    this.#log = log
    this.#documentId = documentId
    this.#epoch = start.epoch
    this.#last = start.last
    this.#failed = failed
    this.#grown = grown
  }

  /** Sequence number of the last update that is on disk. */
  get last(): number {
    return this.#last
  }

  /** Updates written since this journal began. */
  written = 0

  get epoch(): number {
    return this.#epoch
  }

  /** After a fence of our own. Only while nothing is waiting. */
  enter(epoch: number): void {
    this.#epoch = epoch
  }

  /** Order kept; `durable` is called after the flush that holds this entry and all before it. */
  append(entry: Entry | null, durable: (() => void) | null): void {
    if (this.#broken) return
    if (entry === null && this.#waiting.length === 0 && this.#writing === null) {
      durable?.()
      return
    }
    this.#waiting.push({ entry, durable })
    this.#writing ??= this.#write()
  }

  /** Resolves when all that was appended before is on disk; rejects when it never will be. */
  flush(): Promise<void> {
    if (this.#broken) return Promise.reject(this.#lost())
    if (this.#waiting.length === 0 && this.#writing === null) return Promise.resolve()
    return new Promise((durable, never) => this.#waiting.push({ entry: null, durable, never }))
  }

  #lost(): Error {
    return new Error(`the journal of ${this.#documentId} is broken`)
  }

  async #write(): Promise<void> {
    // What this turn of the event loop still brings belongs to the same write.
    await Promise.resolve()
    while (this.#waiting.length > 0) {
      const batch = this.#waiting
      this.#waiting = []
      const entries = batch.flatMap(({ entry }) => (entry ? [entry] : []))
      try {
        if (entries.length > 0) {
          this.#last = await this.#log.append(this.#documentId, this.#epoch, entries)
          this.written += entries.length
          this.#grown()
        }
      } catch (error) {
        this.#broken = true
        for (const { never } of [...batch, ...this.#waiting]) never?.(this.#lost())
        this.#waiting = []
        this.#writing = null
        this.#failed(error)
        return
      }
      for (const { durable } of batch) durable?.()
    }
    this.#writing = null
  }
}
