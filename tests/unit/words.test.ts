// Words in two parts: what the pages before signing in need is there at once, and both languages have the same.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { en } from '../../shared/i18n/en'
import { first as enFirst } from '../../shared/i18n/en/first'
import { type TextKey, text } from '../../shared/i18n/table'
import { vi } from '../../shared/i18n/vi'
import { first } from '../../shared/i18n/vi/first'

const client = join(import.meta.dirname, '../../client')
const filesIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((one) => {
    const path = join(folder, one.name)
    return one.isDirectory() ? filesIn(path) : [path]
  })

/** A file with all that it imports at once. */
function reached(path: string, seen = new Set<string>()): Set<string> {
  const file = [path, `${path}.ts`, `${path}.tsx`].find((one) => all.has(one))
  if (!file || seen.has(file)) return seen
  seen.add(file)
  for (const [, from = ''] of (all.get(file) ?? '').matchAll(
    /^(?:import|export)(?! type)[^'"]*?["'](\.[^'"]+)["']/gm,
  )) {
    reached(join(file, '..', from), seen)
  }
  return seen
}
const all = new Map(
  filesIn(client)
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => [path, readFileSync(path, 'utf8')]),
)

describe('the words on screen', () => {
  it('have the same keys in both languages', () => {
    const keys = (table: object) =>
      Object.entries(table).flatMap(([area, words]) =>
        Object.keys(words).map((key) => `${area}.${key}`),
      )
    expect(keys(en).sort()).toEqual(keys(vi).sort())
    expect(Object.keys(enFirst)).toEqual(Object.keys(first))
  })

  it('follow their number: one day, two days', () => {
    const days = (count: number) => text(en)('plan.daysLeft', { days: count })
    expect([days(1), days(2), days(0)]).toEqual(['1 day left', '2 days left', '0 days left'])
    expect(text(en)('plan.daysLeft')).toBe(en.plan.daysLeft)
  })

  it('of English name one thing of a count, not many', () => {
    const things =
      'changes|comments|days|files|invitations|items|letters|members|minutes|opinions|' +
      'pages|people|phones|pictures|proposals|remarks|tasks|times|versions'
    const counted = new RegExp(`\\b1 (?:new |A4 |conclusion )?(?:${things})\\b`)
    const ones = new Proxy({}, { get: () => 1 }) as Record<string, number>
    const keys = Object.entries(en).flatMap(([area, words]) =>
      Object.keys(words).map((key) => `${area}.${key}` as TextKey),
    )
    expect(keys.filter((key) => counted.test(text(en)(key, ones)))).toEqual([])
  })

  it('of one language are fetched without those of the other', () => {
    // The build fetches all that stands in one expression.
    const words = all.get(join(client, 'pieces/words/words.tsx')) ?? ''
    const fetched = words.split('\n').filter((line) => line.includes('import('))
    expect(fetched).toHaveLength(3)
    for (const line of fetched) expect(line.match(/import\(/g)).toHaveLength(1)
  })

  it('of the pages before one has signed in are all in the first part', () => {
    const areas = Object.keys(vi).filter((area) => !(area in first))
    const elsewhere = new RegExp(`\\bt\\(\\s*['"\`](?:${areas.join('|')})\\.`)
    const pages = ['main.tsx', 'screens/login/login', 'screens/login/set-up', 'screens/login/join']
    const files = new Set(pages.flatMap((page) => [...reached(join(client, page))]))
    expect(files.size).toBeGreaterThan(20)
    const wrong = [...files].filter((file) => elsewhere.test(all.get(file) ?? ''))
    expect(wrong).toEqual([])
  })
})
