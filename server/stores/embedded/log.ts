// The update log in LMDB: what comes within some milliseconds shares a transaction, and is told after its flush.
import { setTimeout as pause, setImmediate as turnEnd } from 'node:timers/promises'
import { type Database, open, type RootDatabase } from 'lmdb'
import { type Entry, type Logged, type Snapshot, StaleEpoch, type UpdateLog } from '../contract'

/** What comes so soon after the first shares its flush: one costs the same for one update and for fifty. */
const gatherMs = 25
/** So long after the last flush nobody is likely to share the next: it begins at once. */
const quietMs = 100

/** What is known of a document without reading its updates. */
interface Head {
  epoch: number
  last: number
  clients: Map<number, string>
  /** Writes that are not on disk yet. */
  unflushed: number
}
type Key = [documentId: string, number: number]

/** How often is looked whether a flush that takes long will ever end. */
const lookEveryMs = 1000

export class EmbeddedLog implements UpdateLog {
  readonly #root: RootDatabase
  readonly #epochs: Database<number, string>
  readonly #updates: Database<Buffer, Key>
  readonly #snapshots: Database<Buffer, Key>
  /** The snapshots' state vectors, under the same keys. */
  readonly #vectors: Database<Buffer, Key>
  readonly #clients: Database<string, Key>
  /** This process is the only writer (the folder's lock): what it remembers is what holds. */
  readonly #heads = new Map<string, Head>()
  readonly #failed: (error: Error) => void
  /** Refuses the flush under way: after a failure LMDB's own promise never settles. */
  #refuse: ((error: Error) => void) | null = null
  #broken: Error | null = null
  /** Writes for the next transaction, in order, and when that is on disk. */
  #queued: (() => Promise<boolean>)[] = []
  #nextFlush: Promise<void> | null = null
  #flushedAt = Number.NEGATIVE_INFINITY
  /** The flush under way, or the last one. Never rejects. */
  #flushed: Promise<void> = Promise.resolve()
  readonly #looking: NodeJS.Timeout

  constructor(path: string, failed: (error: Error) => void) {
    this.#root = open({ path, maxDbs: 8, noSubdir: false })
    this.#epochs = this.#root.openDB({ name: 'epochs', encoding: 'json' })
    this.#updates = this.#root.openDB({ name: 'updates', encoding: 'binary' })
    this.#snapshots = this.#root.openDB({ name: 'snapshots', encoding: 'binary' })
    this.#vectors = this.#root.openDB({ name: 'vectors', encoding: 'binary' })
    this.#clients = this.#root.openDB({ name: 'clients', encoding: 'string' })
    this.#failed = failed
    this.#looking = setInterval(() => this.#look(), lookEveryMs)
    this.#looking.unref()
  }

  #head(documentId: string): Head {
    const known = this.#heads.get(documentId)
    if (known) return known
    const lastOf = (database: Database<Buffer, Key>) => {
      const range = { start: [documentId, Infinity], end: [documentId, 0], reverse: true, limit: 1 }
      for (const [, last] of database.getKeys(range as never)) return last
      return 0
    }
    const clients = new Map<number, string>()
    for (const { key, value } of this.#clients.getRange(rangeOf(documentId))) {
      clients.set(key[1], value)
    }
    const epoch = this.#epochs.get(documentId) ?? 0
    const last = Math.max(lastOf(this.#updates), lastOf(this.#snapshots))
    const head = { epoch, last, clients, unflushed: 0 }
    this.#heads.set(documentId, head)
    return head
  }

  async read(documentId: string): Promise<Logged> {
    if (this.#broken) throw this.#broken
    const head = this.#head(documentId)
    // What is being written is part of what was appended.
    if (head.unflushed > 0) await this.#durable(head)
    const { epoch, clients } = head
    let snapshot: Snapshot | null = null
    // Counted from what is given: the head already counts what is still on its way to the disk.
    let last = 0
    for (const { key, value } of this.#snapshots.getRange(rangeOf(documentId))) {
      const vector = this.#vectors.get(key as Key)
      snapshot = { update: new Uint8Array(value), vector: vector ? new Uint8Array(vector) : null }
      last = key[1]
    }
    const updates: Uint8Array[] = []
    for (const { key, value } of this.#updates.getRange(rangeOf(documentId, last + 1))) {
      updates.push(new Uint8Array(value))
      last = key[1]
    }
    return { epoch, snapshot, updates, last, clients: new Map(clients) }
  }

  async append(documentId: string, epoch: number, entries: readonly Entry[]): Promise<number> {
    const head = this.#current(documentId, epoch)
    const bound = new Map<number, string>()
    for (const [clientId, personId] of entries.flatMap(({ newClients }) => newClients ?? [])) {
      const owner = head.clients.get(clientId) ?? bound.get(clientId) ?? personId
      if (owner !== personId) throw new Error(`client ${clientId} belongs to someone else`)
      if (!head.clients.has(clientId)) bound.set(clientId, personId)
    }
    for (const [clientId, personId] of bound) {
      head.clients.set(clientId, personId)
      this.#write(() => this.#clients.put([documentId, clientId], personId))
    }
    for (const { update } of entries) {
      head.last += 1
      const key: Key = [documentId, head.last]
      this.#write(() => this.#updates.put(key, bufferOf(update)))
    }
    const { last } = head
    await this.#durable(head)
    return last
  }

  async fence(documentId: string): Promise<number> {
    if (this.#broken) throw this.#broken
    const head = this.#head(documentId)
    // From this line on every append under the old epoch is refused; earlier ones are ahead in line.
    head.epoch += 1
    const { epoch } = head
    this.#write(() => this.#epochs.put(documentId, epoch))
    await this.#durable(head)
    return epoch
  }

  async compact(documentId: string, epoch: number, snapshot: Snapshot, last: number) {
    const head = this.#current(documentId, epoch)
    if (last > head.last) throw new RangeError(`${documentId} has no update ${last} yet`)
    const older = [...this.#snapshots.getKeys(rangeOf(documentId))] as Key[]
    // A later snapshot stands: replacing it would lose what came between the two.
    if (older.some(([, at]) => at > last)) return
    const { update, vector } = snapshot
    const key: Key = [documentId, last]
    this.#write(() => this.#snapshots.put(key, bufferOf(update)))
    this.#write(() =>
      vector ? this.#vectors.put(key, bufferOf(vector)) : this.#vectors.remove(key),
    )
    // The snapshot is on disk before anything that it replaces goes.
    await this.#durable(head)
    this.#current(documentId, epoch)
    for (const old of older.filter(([, at]) => at !== last)) {
      this.#write(() => this.#snapshots.remove(old))
      this.#write(() => this.#vectors.remove(old))
    }
    for (const old of this.#updates.getKeys(rangeOf(documentId, 0, last + 1))) {
      this.#write(() => this.#updates.remove(old))
    }
    await this.#durable(head)
  }

  async close(): Promise<void> {
    try {
      if (!this.#broken) await (this.#nextFlush ?? this.#root.flushed)
    } finally {
      clearInterval(this.#looking)
      await this.#root.close()
    }
  }

  #current(documentId: string, epoch: number): Head {
    if (this.#broken) throw this.#broken
    const head = this.#head(documentId)
    if (head.epoch !== epoch) throw new StaleEpoch(documentId)
    return head
  }

  /** Order is kept across all documents. */
  #write(put: () => Promise<boolean>): void {
    this.#queued.push(put)
  }

  /** Resolves when all that was written before is on disk: after the flush, not the commit. */
  async #durable(head: Head): Promise<void> {
    head.unflushed += 1
    try {
      this.#nextFlush ??= this.#flush()
      await this.#nextFlush
    } finally {
      head.unflushed -= 1
    }
  }

  async #flush(): Promise<void> {
    // Who waits for words to be told does not wait for the disk.
    if (performance.now() - this.#flushedAt > quietMs) await turnEnd()
    else await pause(gatherMs)
    // One at a time: on a slow disk more share the next, and they end in their order.
    await this.#flushed
    this.#flushedAt = performance.now()
    this.#nextFlush = null
    const queued = this.#queued
    this.#queued = []
    const flushing = new Promise<void>((resolve, reject) => {
      if (this.#broken) {
        reject(this.#broken)
        return
      }
      const failed = (error: Error) => this.#fail(error)
      for (const put of queued) put().catch(failed)
      this.#refuse = reject
      this.#root.flushed.then(() => {
        this.#refuse = null
        resolve()
      }, failed)
    })
    this.#flushed = flushing.catch(() => undefined)
    await flushing
  }

  /**
   * When the very last page of a flush is refused, LMDB is beyond use and lmdb tells nobody: what
   * waits would wait for ever. Every new read says so.
   */
  #look(): void {
    if (!this.#refuse) return
    try {
      this.#root.resetReadTxn()
      this.#epochs.get('')
    } catch (error) {
      this.#fail(error as Error)
    }
  }

  #fail(error: Error): void {
    if (this.#broken) return
    this.#broken = error
    this.#refuse?.(error)
    this.#refuse = null
    this.#failed(error)
  }
}

/** The same bytes: nobody writes into what was appended. */
const bufferOf = ({ buffer, byteOffset, length }: Uint8Array) =>
  Buffer.from(buffer, byteOffset, length)

/** A document's keys from `first` to before `end`. */
const rangeOf = (documentId: string, first = 0, end = Infinity) => ({
  start: [documentId, first] as Key,
  end: [documentId, end] as Key,
})
