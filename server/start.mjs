// What the npm commands run: prepares the clone as far as needed, then serves in this very process.
import { spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build, install } from './prepare.mjs'

const asked = process.argv.slice(2)
/** Who started this, before anything could have ended it. */
const parent = process.ppid

/** One clear line; the whole story only for what is not a plain refusal to start. */
function fail(error) {
  process.stderr.write(`banthao: ${error.message}\n`)
  if (process.env.DEBUG) process.stderr.write(`${error.stack}\n`)
  process.exit(1)
}

/** Watch mode: the server anew on every change of its sources, the pages by Vite's own server. */
function watch() {
  install()
  const here = import.meta.dirname
  const server = ['--watch', '--import', 'tsx', join(here, 'start.mjs'), '--from-source', '--demo']
  const pages = [join(here, '../node_modules/vite/bin/vite.js')]
  for (const args of [server, pages]) {
    spawn(process.execPath, args, { cwd: join(here, '..'), stdio: 'inherit' })
  }
}

/**
 * npm hands SIGTERM to its shell, and the shell dies without passing it on: a server that is left
 * behind by both ends as if it had been told. `nohup npm start &` leaves npm alive, and so this.
 */
function endWithNpm() {
  if (process.env.npm_lifecycle_event === undefined) return
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    process.kill(process.pid, 'SIGTERM')
  }, 250)
  watch.unref()
}

async function main() {
  if (asked.includes('--dev')) return watch()
  if (asked.includes('--only-install')) return install()
  const isFromSource = asked.includes('--from-source')
  if (!isFromSource) build()
  if (asked.includes('--only-build')) return
  const demo = asked.includes('--demo')
  if (demo) process.env.DATA_DIR ||= mkdtempSync(join(tmpdir(), 'banthao-demo-'))
  const { start } = await import(isFromSource ? './main.ts' : '../dist/server/main.js')
  await start({ demo })
  endWithNpm()
}

main().catch(fail)
