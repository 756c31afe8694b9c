// `npm run bench`: starts the real program with its default limits and prints one table of figures.
import { execFileSync } from 'node:child_process'
import { cpus } from 'node:os'
import { startServer } from '../kit/start-server'
import { signIn, type Visitor } from '../kit/visitor'
import { idleRows, stormRow } from './crowds'
import { print, type Row } from './figures'
import { openingRows, takeIn } from './history'
import { LeanClient } from './lean-client'
import { pageRows } from './page-size'
import { typingRows } from './typing'

const note = (line: string) => process.stderr.write(`${line}\n`)
const members = ['hanh', 'bao', 'tuan', 'thoa', 'dinh', 'truc', 'nga', 'lam', 'phuong']

/** A new session whose outline everybody may write. */
async function newPaper(secretary: Visitor): Promise<string> {
  const seats = { presenter: 'hanh', coAuthors: 'everyone', chair: 'nga', minutesTaker: 'tuan' }
  const { body } = await secretary.post('/api/sessions', { topic: 'Phép đo', seats })
  await secretary.post(`/api/sessions/${body.id}/moves`, { act: 'assign' })
  return body.documents.outline
}

async function run(): Promise<Row[]> {
  let server = await startServer({ demo: true })
  const enter = () => Promise.all(members.map((name) => signIn(server.origin, name)))
  try {
    let people = await enter()
    const secretary = () => people[members.indexOf('nga')] as Visitor
    const writer = () => people[0] as Visitor
    const paper = () => newPaper(secretary())
    const rows: Row[] = []

    // First of all: what a fresh process weighs before anything has stretched its heap.
    note('crowds …')
    rows.push(...(await idleRows(people, await paper(), paper)))
    rows.push(await stormRow(people, (await secretary().sessionAt('draft')).documents.draft))
    note('typing …')
    rows.push(...(await typingRows(writer(), people, paper)))
    note('a long history …')
    const history = await takeIn(writer(), await paper())
    rows.push(...history.rows)
    const { dataDir } = server
    await server.stop()
    server = await startServer({ demo: true, dataDir })
    people = await enter()
    rows.push(...(await openingRows(writer(), history.documentId)))

    note('kill -9 …')
    const last = new LeanClient(writer(), history.documentId, { writes: true })
    await last.opened()
    const text = last.paragraph()
    last.edit(() => text.insert(0, 'đã lưu'))
    await last.settled()
    const before = JSON.stringify(last.doc?.getXmlFragment('default'))
    await server.kill()
    server = await startServer({ demo: true, dataDir })
    people = await enter()
    const after = new LeanClient(writer(), history.documentId, { writes: true })
    await after.opened()
    const isWhole =
      JSON.stringify(after.doc?.getXmlFragment('default')) === before &&
      before.includes(history.text.slice(0, 1000))
    await after.leave()
    rows.push({
      what: 'acknowledged in this run and lost by kill -9',
      figure: isWhole ? '0' : 'SOME',
      aim: { words: '0', isReached: isWhole },
    })
    return [...rows, ...pageRows()]
  } finally {
    await server.stop()
    server.forget()
  }
}

const revision = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim()
const rows = await run()
process.stdout.write(
  `${new Date().toISOString().slice(0, 10)} · ${revision} · Node ${process.versions.node} · ${cpus().length} cores (${cpus()[0]?.model.trim()})\n\n`,
)
print(rows)
if (rows.some(({ figure }) => figure === 'SOME')) process.exitCode = 1
