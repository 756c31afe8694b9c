// `npm start` as people stop it: whoever ends npm ends the server, cleanly.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, it } from 'vitest'
import { newDataDir, startServer } from '../kit/start-server'

it('SIGTERM to npm stops the server, which lets its folder go', async () => {
  const dataDir = newDataDir()
  const npm = spawn('npm', ['start'], {
    cwd: join(import.meta.dirname, '../..'),
    env: { ...process.env, HOST: '127.0.0.1', PORT: '0', DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  // The pipe closes when the last process that writes to it is gone.
  const gone = once(npm.stdout, 'close')
  for await (const line of createInterface({ input: npm.stdout })) {
    if (line.startsWith('ready ')) npm.kill('SIGTERM')
  }
  await gone
  const lock = join(dataDir, 'lock')
  const left = readdirSync(lock).map((name) => readFileSync(join(lock, name), 'utf8'))
  expect(left.join()).toContain('"left":"clean"')
  const next = await startServer({ dataDir })
  expect(await next.stop()).toBe(0)
  rmSync(dataDir, { recursive: true, force: true })
})
