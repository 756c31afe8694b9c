// The form of records.json: readable JSON, one row a line, in an envelope with its SHA-256.
import { createHash } from 'node:crypto'
import type { Adapter } from 'lowdb'
import { sessionDefaults } from '../../../shared/records/session'
import { threadDefaults } from '../../../shared/records/thread'
import { type TableName, type Tables, tableNames } from '../contract'
import { type Disk, readIfThere, writeDurably } from './durable-file'

/** Rows in the order they were first put. */
export type RecordsData = { [T in TableName]: Map<string, Tables[T]> }

/** The file's bytes are not what was written: the start stops and names the file. */
export class DamagedFile extends Error {
  constructor(path: string, why: string, way: string) {
    super(`${path} is damaged (${why}); nothing was changed. ${way}`)
    this.name = 'DamagedFile'
  }
}

const format = 1
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const opening = (digest: string) => `{"format":${format},"sha256":"${digest}","content":\n`
const closing = '\n}\n'

/** A row never changes once put, so neither does its line. */
const lines = new WeakMap<object, string>()
function line(row: object): string {
  const known = lines.get(row)
  if (known !== undefined) return known
  const written = JSON.stringify(row)
  lines.set(row, written)
  return written
}

export function serialise(data: RecordsData): string {
  const tables = tableNames.map((name) => {
    const rows = [...data[name].values()].map(line)
    return `"${name}":[${rows.length > 0 ? `\n${rows.join(',\n')}\n` : ''}]`
  })
  const content = `{\n${tables.join(',\n')}\n}`
  return opening(sha256(content)) + content + closing
}

export const emptyRecords = (): RecordsData =>
  Object.fromEntries(tableNames.map((name) => [name, new Map()])) as unknown as RecordsData

/** Fields that came with later releases. */
const defaults: Partial<Record<TableName, object>> = {
  threads: threadDefaults,
  sessions: sessionDefaults,
}

/** Throws a plain Error saying what is wrong. */
export function deserialise(text: string): RecordsData {
  const head = /^\{"format":(\d+),"sha256":"([0-9a-f]{64})","content":\n/.exec(text)
  if (!head || !text.endsWith(closing)) throw new Error('its envelope is not whole')
  if (head[1] !== String(format)) throw new Error(`its format ${head[1]} is not known here`)
  const content = text.slice(head[0].length, -closing.length)
  if (sha256(content) !== head[2]) throw new Error('its content does not match its SHA-256')
  const tables = JSON.parse(content) as Record<string, { id: string }[]>
  const data = emptyRecords()
  for (const name of tableNames) {
    for (const row of tables[name] ?? []) {
      data[name].set(row.id, deepFreeze({ ...defaults[name], ...row }) as never)
    }
  }
  return data
}

export function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  for (const inner of Object.values(value)) deepFreeze(inner)
  return Object.freeze(value)
}

/** lowdb's adapter: durable writes, and a start that refuses damage. */
export class RecordsFile implements Adapter<RecordsData> {
  readonly #disk: Disk
  readonly #path: string
  readonly #previous: string

  constructor(disk: Disk, path: string, previous: string) {
    this.#disk = disk
    this.#path = path
    this.#previous = previous
  }

  /** `null` for a new folder. Throws DamagedFile. */
  async read(): Promise<RecordsData | null> {
    const bytes = await readIfThere(this.#disk, this.#path)
    const previous = await readIfThere(this.#disk, this.#previous)
    const way = previous
      ? `The generation before it is ${this.#previous}: put it in its place to go on from there.`
      : 'Put a back-up in its place.'
    if (!bytes) {
      if (previous) throw new DamagedFile(this.#path, 'it is missing', way)
      return null
    }
    try {
      // A lenient decoder would mend broken bytes into other letters.
      return deserialise(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    } catch (error) {
      throw new DamagedFile(this.#path, (error as Error).message, way)
    }
  }

  write(data: RecordsData): Promise<void> {
    return writeDurably(this.#disk, this.#path, serialise(data), { previous: this.#previous })
  }
}
