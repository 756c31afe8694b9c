// Random days of a cell as fast-check commands; a run that failed once is kept in tests/fault/seeds.json.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { type EditKind, RandomCell, type RandomServer } from './random-cell'

/** What the commands need to know beforehand. */
interface Model {
  isOnline: boolean[]
  isFrozen: boolean
}
type Command = fc.AsyncCommand<Model, RandomCell>

const command = (
  name: string,
  check: (model: Model) => boolean,
  run: (model: Model, cell: RandomCell) => unknown,
): Command => ({
  check: (model) => check(model),
  run: async (model, cell) => {
    await run(model, cell)
  },
  toString: () => name,
})

const size = 4
const who = fc.nat(size - 1)
const at = fc.nat(5000)
const word = fc.constantFrom('đồng chí ', 'nghị quyết ', 'a', 'ê', '. ', 'số liệu ')
const kind = fc.constantFrom<EditKind>('insert', 'insert', 'insert', 'delete', 'format', 'split')

const edit = fc.tuple(who, kind, at, word).map(([i, how, where, what]) =>
  command(
    `edit(${i}, ${how}, ${where}, "${what}")`,
    // Whoever is on the line of a frozen paper has no cursor in it.
    ({ isFrozen, isOnline }) => !(isFrozen && isOnline[i]),
    (_model, cell) => cell.edit(i, how, where, what),
  ),
)
const disconnect = who.map((i) =>
  command(
    `disconnect(${i})`,
    ({ isOnline }) => isOnline[i] === true,
    (model, cell) => {
      model.isOnline[i] = false
      cell.disconnect(i)
    },
  ),
)
const connect = who.map((i) =>
  command(
    `connect(${i})`,
    ({ isOnline }) => isOnline[i] === false,
    (model, cell) => {
      model.isOnline[i] = true
      cell.connect(i)
    },
  ),
)
const comment = fc.tuple(who, at).map(([i, where]) =>
  command(
    `comment(${i}, ${where})`,
    ({ isFrozen }) => !isFrozen,
    (_model, cell) => cell.comment(i, where),
  ),
)
const freeze = fc.constant(
  command(
    'freeze()',
    ({ isFrozen }) => !isFrozen,
    async (model, cell) => {
      model.isFrozen = await cell.freeze()
    },
  ),
)
const reopen = fc.constant(
  command(
    'reopen()',
    ({ isFrozen }) => isFrozen,
    async (model, cell) => {
      await cell.reopen()
      model.isFrozen = false
    },
  ),
)
const settle = fc.constant(
  command(
    'settle()',
    ({ isFrozen }) => !isFrozen,
    (model, cell) => {
      model.isOnline.fill(true)
      return cell.settle()
    },
  ),
)
const kill = fc.constant(
  command(
    'kill()',
    () => true,
    (_model, cell) => cell.kill(),
  ),
)

/** Edits are most of a day, a kill is rare. */
const day = fc.commands(
  [
    ...Array.from({ length: 12 }, () => edit),
    disconnect,
    connect,
    connect,
    comment,
    freeze,
    reopen,
    reopen,
    settle,
    fc.oneof({ arbitrary: kill, weight: 1 }, { arbitrary: edit, weight: 3 }),
  ],
  { maxCommands: 80, size: 'max' },
)

/** So many days end with a kill after all was saved. */
const killEvery = 4

/** A run by its seed and its place among that seed's runs, as fast-check prints them. */
interface Kept {
  readonly seed: number
  readonly path: string
  readonly why: string
}
const keptFile = join(import.meta.dirname, '../fault/seeds.json')

/** Runs those that failed once, then `runs` days of this seed. */
export async function runDays(host: RandomServer, seed: number, runs: number): Promise<void> {
  let days = 0
  const property = fc.asyncProperty(day, async (commands) => {
    const cell = await RandomCell.open(host, size)
    const model: Model = { isOnline: Array.from({ length: size }, () => true), isFrozen: false }
    try {
      await fc.asyncModelRun(() => ({ model, real: cell }), commands)
      if (model.isFrozen) await cell.reopen()
      await cell.settle({ kill: ++days % killEvery === 0 })
    } finally {
      cell.leave()
    }
  })
  const kept = JSON.parse(readFileSync(keptFile, 'utf8')) as Kept[]
  for (const { seed, path } of kept) {
    await fc.assert(property, { seed, path, numRuns: 1, endOnFailure: true })
  }
  const outcome = await fc.check(property, { seed, numRuns: runs, endOnFailure: true })
  if (!outcome.failed) return
  const line = JSON.stringify({ seed, path: outcome.counterexamplePath, why: 'say what it was' })
  process.stdout.write(`a day that fails: add it to tests/fault/seeds.json\n${line}\n`)
  throw new Error(`${fc.defaultReportMessage(outcome)}`, { cause: outcome.errorInstance })
}
