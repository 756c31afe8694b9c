// Records in memory, kept by lowdb in one durable file; many transactions share one write.
import { Low } from 'lowdb'
import type { Reader, Records, TableName, Tables, Transaction } from '../contract'
import { deepFreeze, emptyRecords, type RecordsData, type RecordsFile } from './records-file'

type TableOf = <T extends TableName>(table: T) => Map<string, Tables[T]>

function readerOf(tableOf: TableOf): Reader {
  return {
    async get<T extends TableName>(table: T, id: string) {
      return tableOf(table).get(id) ?? null
    },
    async find<T extends TableName>(table: T, where: Partial<Tables[T]> = {}) {
      const wanted = Object.entries(where) as [keyof Tables[T], unknown][]
      return [...tableOf(table).values()].filter((row) =>
        wanted.every(([field, value]) => row[field] === value),
      )
    },
  }
}

/** Writes to copies of the tables it touches: until it ends well nobody else sees any of it. */
function draftOn(data: RecordsData) {
  const own: Partial<Record<TableName, unknown>> = {}
  let hasEnded = false
  const read: TableOf = (table) => (own[table] ?? data[table]) as never
  const write: TableOf = (table) => {
    if (hasEnded) throw new Error('this transaction has ended')
    own[table] ??= new Map(data[table] as Map<string, never>)
    return own[table] as never
  }
  const handle: Transaction = {
    ...readerOf(read),
    put: (table, row) => void write(table).set(row.id, deepFreeze(structuredClone(row))),
    remove: (table, id) => void write(table).delete(id),
  }
  /** The tables that changed. */
  const end = () => {
    hasEnded = true
    return own as Partial<RecordsData>
  }
  return { handle, end }
}

export class EmbeddedRecords implements Records {
  readonly #low: Low<RecordsData>
  readonly #failed: (error: Error) => void
  /** The transaction under way, or the last one. */
  #turn: Promise<unknown> = Promise.resolve()
  /** The write that will hold what is in memory now; set while one is waiting to start. */
  #next: Promise<void> | null = null
  #writing: Promise<void> = Promise.resolve()
  #broken: Error | null = null

  private constructor(low: Low<RecordsData>, failed: (error: Error) => void) {
    this.#low = low
    this.#failed = failed
  }

  /** Throws DamagedFile. */
  static async open(file: RecordsFile, failed: (error: Error) => void): Promise<EmbeddedRecords> {
    const low = new Low<RecordsData>(file, emptyRecords())
    await low.read()
    return new EmbeddedRecords(low, failed)
  }

  /** After a failure memory holds what was never acknowledged: nothing is read from it any more. */
  readonly #reader = readerOf((table) => {
    if (this.#broken) throw this.#broken
    return this.#low.data[table] as never
  })
  get = this.#reader.get
  find = this.#reader.find

  async transact<R>(work: (handle: Transaction) => Promise<R> | R): Promise<R> {
    const turn = this.#turn.then(() => this.#apply(work))
    this.#turn = turn.catch(() => null)
    const { result, hasChanged } = await turn
    if (hasChanged) await this.#written()
    return result
  }

  async #apply<R>(work: (handle: Transaction) => Promise<R> | R) {
    if (this.#broken) throw this.#broken
    const draft = draftOn(this.#low.data)
    let result: R
    try {
      result = await work(draft.handle)
    } catch (error) {
      draft.end()
      throw error
    }
    // The disk may have failed meanwhile.
    if (this.#broken) throw this.#broken
    const changed = draft.end()
    Object.assign(this.#low.data, changed)
    return { result, hasChanged: Object.keys(changed).length > 0 }
  }

  /** Resolves after a write that began after this moment. */
  #written(): Promise<void> {
    this.#next ??= this.#writing.then(
      () =>
        new Promise<void>((resolve, reject) => {
          // Behind the transactions already in line: all of them share this write.
          this.#turn = this.#turn.then(() => {
            this.#next = null
            this.#write().then(resolve, reject)
          })
        }),
    )
    return this.#next
  }

  #write(): Promise<void> {
    const write = this.#broken ? Promise.reject(this.#broken) : this.#low.write()
    this.#writing = write.catch((error: Error) => {
      if (this.#broken) return
      this.#broken = error
      this.#failed(error)
    })
    return write
  }

  /** Resolves when all is on disk, or has failed and been told; nothing is taken after it. */
  async close(): Promise<void> {
    await this.#turn
    // What it rejects with was told to those who wait for it.
    await this.#next?.catch(() => null)
    await this.#writing
    this.#broken ??= new Error('the store is closed')
  }
}
