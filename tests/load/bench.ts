// `npm run bench`: starts the real program with its default limits and prints one table of figures.
import { execFileSync } from 'node:child_process'
import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { compare } from './compare'
import { print } from './figures'
import { ownRows } from './own-run'

const { values: wish } = parseArgs({
  options: {
    peers: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
    subjects: { type: 'string', default: '' },
    rounds: { type: 'string', default: '3' },
  },
})
const list = (names: string) => names.split(',').filter((name) => name !== '')

const revision = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim()
const heading = `${new Date().toISOString().slice(0, 10)} · ${revision} · Node ${process.versions.node} · ${cpus().length} cores (${cpus()[0]?.model.trim()})\n\n`

if (wish.peers) {
  process.stdout.write(heading)
  const rounds = Number(wish.rounds)
  if (!Number.isInteger(rounds) || rounds < 1) throw new Error('--rounds is a number from 1 on')
  await compare({ only: list(wish.only), subjects: list(wish.subjects), rounds })
} else {
  const rows = await ownRows(list(wish.only))
  process.stdout.write(heading)
  print(rows)
  if (rows.some(({ figure }) => figure === 'SOME')) process.exitCode = 1
}
