// How much garbage lies in memory before it is collected: bounded by what is in use, whoever made it.
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'

/** Lives in a ring, long enough to become old, and is replaced: 20 MB in use, 100 MB thrown away. */
const churn = `
  const ring = new Array(200_000)
  let most = 0
  const round = () => {
    for (let i = 0; i < ring.length; i++) {
      ring[i] = { a: i, b: i, c: i, d: i, e: i, f: i, g: i, h: i, i, j: i }
      if (i % 1000 === 0) most = Math.max(most, process.memoryUsage().heapUsed)
    }
  }
  round()
  const inUse = process.memoryUsage().heapUsed
  for (let i = 0; i < 5; i++) round()
  console.log(most / inUse)
`

it('old garbage is collected before it is as much as what is in use', async () => {
  const module = join(import.meta.dirname, '../../server/garbage.ts')
  const script = `import { boundGarbage } from ${JSON.stringify(module)}\nboundGarbage()\ngc()\n${churn}`
  // Collected when it is due, not when another thread has come to an end with looking.
  // Before the first collection of old objects, which a server has had when it is up, V8 guesses.
  const flags = ['--no-incremental-marking', '--max-semi-space-size=4', '--expose-gc']
  const args = ['--import', 'tsx', '--input-type=module', ...flags, '-e', script]
  const { stdout } = await promisify(execFile)(process.execPath, args)
  expect(Number(stdout)).toBeGreaterThan(1)
  expect(Number(stdout)).toBeLessThan(2)
})
