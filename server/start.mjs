// What the npm commands run: prepares the clone as far as needed, then serves in this very process.
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build, install } from './prepare.mjs'

const asked = process.argv.slice(2)

/** One clear line; the whole story only for what is not a plain refusal to start. */
function fail(error) {
  process.stderr.write(`banthao: ${error.message}\n`)
  if (process.env.DEBUG) process.stderr.write(`${error.stack}\n`)
  process.exit(1)
}

async function main() {
  if (asked.includes('--only-install')) return install()
  build()
  if (asked.includes('--only-build')) return
  const demo = asked.includes('--demo')
  if (demo) process.env.DATA_DIR ||= mkdtempSync(join(tmpdir(), 'banthao-demo-'))
  const { start } = await import('../dist/server/main.js')
  await start({ demo })
}

main().catch(fail)
