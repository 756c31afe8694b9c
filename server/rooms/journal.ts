// Batches a room's updates into the log and says when they are on disk.
import type { Entry, UpdateLog } from '../stores/contract'

interface Waiting {
  readonly entry: Entry | null
  readonly durable: (() => void) | null
  readonly never?: (error: Error) => void
}

/** Hands on what it is given in every turn of the event loop; acknowledges in that order. */
export class Journal {
  readonly #log: UpdateLog
  readonly #documentId: string
  readonly #failed: (error: unknown) => void
  readonly #grown: () => void
  #epoch: number
  #last: number
  /** Of this turn. */
  #gathered: Waiting[] = []
  /** Resolves when all that was handed on is on disk, or never will be. */
  #settled: Promise<void> = Promise.resolve()
  /** Handed on and not yet settled. */
  #underWay = 0
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
    if (entry === null && this.#isIdle) durable?.()
    else this.#gather({ entry, durable })
  }

  /** Resolves when all that was appended before is on disk; rejects when it never will be. */
  flush(): Promise<void> {
    if (this.#broken) return Promise.reject(this.#lost())
    if (this.#isIdle) return Promise.resolve()
    return new Promise((durable, never) => this.#gather({ entry: null, durable, never }))
  }

  get #isIdle(): boolean {
    return this.#gathered.length === 0 && this.#underWay === 0
  }

  #lost(): Error {
    return new Error(`the journal of ${this.#documentId} is broken`)
  }

  /** What this turn still brings belongs to the same write. */
  #gather(waiting: Waiting): void {
    if (this.#gathered.push(waiting) > 1) return
    queueMicrotask(() => {
      const batch = this.#gathered
      this.#gathered = []
      this.#underWay += 1
      this.#settled = this.#write(batch, this.#settled)
    })
  }

  /** Given to the log while what came before is still on its way: they may share a flush. */
  async #write(batch: readonly Waiting[], before: Promise<void>): Promise<void> {
    const entries = batch.flatMap(({ entry }) => (entry ? [entry] : []))
    try {
      const writing = entries.length > 0 && this.#log.append(this.#documentId, this.#epoch, entries)
      const [last] = await Promise.all([writing, before])
      if (this.#broken) throw this.#lost()
      if (last !== false) {
        this.#last = last
        this.written += entries.length
        this.#grown()
      }
    } catch (error) {
      const isFirst = !this.#broken
      this.#broken = true
      for (const { never } of batch) never?.(this.#lost())
      if (isFirst) this.#failed(error)
      return
    } finally {
      this.#underWay -= 1
    }
    for (const { durable } of batch) durable?.()
  }
}
