// What browsers fetch, as the build leaves it.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const assets = join(import.meta.dirname, '../../dist/client/assets')

it('holds no schemas: the server checks what comes in, and zod weighs 24 kB', () => {
  const scripts = readdirSync(assets).filter((name) => name.endsWith('.js'))
  expect(scripts.length).toBeGreaterThan(20)
  const heavy = scripts.filter((name) => readFileSync(join(assets, name), 'utf8').includes('_zod'))
  expect(heavy).toEqual([])
})
