// The protocol's table of calls: every call that the server answers stands in it, once, and no other.
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { makeApp } from '../../server/app'
import type { Services } from '../../server/services'

/** `GET, PUT /a/:id/b` · `/c` are three calls: what begins with `/` stands for the last part. */
function callsOf(cell: string): string[] {
  let [verbs, base] = ['', '']
  return [...cell.matchAll(/`([A-Z, ]*)([^`]+)`/g)].flatMap(([, named = '', path = '']) => {
    if (named) [verbs, base] = [named.trim(), path]
    const whole = named ? path : base.replace(/\/[^/]+$/, path)
    return verbs.split(', ').map((verb) => `${verb} ${whole}`)
  })
}
/** A parameter's name is the reader's. */
const plain = (call: string) => call.replaceAll(/:\w+/g, ':')

it('[H1] every call stands in the table of the protocol', () => {
  const lines = readFileSync('docs/protocol.md', 'utf8').split('\n')
  const rows = lines.filter((line) => /^\| `[A-Z, ]+ \//.test(line))
  const told = rows.flatMap((row) => callsOf(row.split('|')[1] ?? '')).map(plain)
  const { routes } = makeApp({ config: {} } as Services)
  const answered = routes.filter(({ method }) => method !== 'ALL')
  const calls = new Set(answered.map(({ method, path }) => plain(`${method} ${path}`)))
  expect(told.sort()).toEqual([...calls].sort())
})
