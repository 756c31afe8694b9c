// Records in memory, kept by lowdb in one durable file; many transactions share one write.
import { Low } from 'lowdb'
import type { Reader, Records, TableName, Tables, Transaction } from '../contract'
import { deepFreeze, emptyRecords, type RecordsData, type RecordsFile } from './records-file'

type Undo = () => void

function readerOf(data: RecordsData): Reader {
  return {
    async get<T extends TableName>(table: T, id: string) {
      return data[table].get(id) ?? null
    },
    async find<T extends TableName>(table: T, where: Partial<Tables[T]> = {}) {
      const wanted = Object.entries(where) as [keyof Tables[T], unknown][]
      return [...(data[table] as Map<string, Tables[T]>).values()].filter((row) =>
        wanted.every(([field, value]) => row[field] === value),
      )
    },
  }
}

/** Writes to memory at once and remembers how to take each write back. */
function transactionOn(data: RecordsData, undo: Undo[]): Transaction {
  return {
    ...readerOf(data),
    put<T extends TableName>(table: T, row: Tables[T]) {
      const rows = data[table] as Map<string, Tables[T]>
      const before = rows.get(row.id)
      rows.set(row.id, deepFreeze(structuredClone(row)))
      undo.push(() => (before ? rows.set(row.id, before) : rows.delete(row.id)))
    },
    remove(table, id) {
      const rows = data[table] as Map<string, { id: string }>
      const before = [...rows]
      if (rows.delete(id)) undo.push(() => restore(rows, before))
    },
  }
}

/** Order matters: a removed row comes back where it stood. */
function restore<T>(rows: Map<string, T>, before: readonly (readonly [string, T])[]): void {
  rows.clear()
  for (const [id, row] of before) rows.set(id, row)
}

export class EmbeddedRecords implements Records {
  readonly #low: Low<RecordsData>
  readonly #failed: (error: Error) => void
  readonly #reader: Reader
  /** The transaction under way, or the last one. */
  #turn: Promise<unknown> = Promise.resolve()
  /** The write that will hold what is in memory now; set while one is waiting to start. */
  #next: Promise<void> | null = null
  #writing: Promise<void> = Promise.resolve()
  #broken: Error | null = null

  private constructor(low: Low<RecordsData>, failed: (error: Error) => void) {
    this.#low = low
    this.#failed = failed
    this.#reader = readerOf(low.data)
  }

  /** Throws DamagedFile. */
  static async open(file: RecordsFile, failed: (error: Error) => void): Promise<EmbeddedRecords> {
    const low = new Low<RecordsData>(file, emptyRecords())
    await low.read()
    return new EmbeddedRecords(low, failed)
  }

  get = <T extends TableName>(table: T, id: string) => this.#reader.get(table, id)
  find = <T extends TableName>(table: T, where?: Partial<Tables[T]>) =>
    this.#reader.find(table, where)

  async transact<R>(work: (handle: Transaction) => Promise<R> | R): Promise<R> {
    const turn = this.#turn.then(() => this.#apply(work))
    this.#turn = turn.catch(() => null)
    const { result, hasChanged } = await turn
    if (hasChanged) await this.#written()
    return result
  }

  async #apply<R>(work: (handle: Transaction) => Promise<R> | R) {
    if (this.#broken) throw this.#broken
    const undo: Undo[] = []
    try {
      const result = await work(transactionOn(this.#low.data, undo))
      return { result, hasChanged: undo.length > 0 }
    } catch (error) {
      for (const takeBack of undo.reverse()) takeBack()
      throw error
    }
  }

  /** Resolves after a write that began after this moment. */
  #written(): Promise<void> {
    this.#next ??= this.#writing.then(
      () =>
        new Promise<void>((resolve, reject) => {
          // In line with the transactions: one half done must not reach the disk.
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
      if (!this.#broken) this.#failed(error)
      this.#broken ??= error
    })
    return write
  }

  /** Resolves when all is on disk. */
  async close(): Promise<void> {
    await this.#turn
    await this.#next
    await this.#writing
  }
}
