// [P6] What Ctrl+P makes of a version: the paper, page by page as its PDF, and nothing of the screen.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { prosemirrorJSONToYXmlFragment } from 'y-prosemirror'
import { paperSchema } from '../../shared/document/schema'
import { enter, openBrowser } from '../kit/browser'
import { readPdf } from '../kit/read-pdf'
import { readPrinted } from '../kit/read-printed'
import { act, newSession, type People, signInAll } from '../kit/session-maker'
import { type RunningServer, startServer } from '../kit/start-server'
import { fullPaper } from '../kit/version-samples'

let server: RunningServer
let browser: Browser
let people: People
let page: Page
const versions: Record<string, string> = {}

/** Lists, tables, headings, overlong words, on several pages. */
const long = {
  type: 'doc',
  content: [
    ...(fullPaper.content ?? []).slice(0, 2),
    ...Array.from({ length: 5 }, () => (fullPaper.content ?? []).slice(2, -1)).flat(),
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: `Từ dài ${'x'.repeat(150)} và hết, ${'ý kiến '.repeat(60)}` },
      ],
    },
    ...(fullPaper.content ?? []).slice(-1),
  ],
}

beforeAll(async () => {
  server = await startServer({ demo: true })
  people = await signInAll(server.origin)
  const session = await newSession(people)
  await act(people.nga, session, 'assign')
  const client = await people.hanh.open(session.documents.outline).synced()
  client.doc.transact(() => {
    const root = client.doc.getXmlFragment('default')
    root.delete(0, root.length)
    prosemirrorJSONToYXmlFragment(paperSchema, long, root)
  })
  await client.allSaved()
  client.leave()
  await act(people.hanh, session, 'startDraft')
  await act(people.nga, session, 'pass')
  const frozen = await act(people.nga, session, 'freeze')
  const sample = await people.thoa.sessionAt('frozen')
  versions.long = frozen.versions.at(-1)?.id ?? ''
  versions.sample = sample.versions.at(-1).id
  browser = await openBrowser()
  page = await enter(browser, server.origin, 'thoa')
  page.setDefaultTimeout(15_000)
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
  server?.forget()
})

const bare = (words: string) => words.replace(/\s/g, '').normalize('NFC')
const stamp = /Bảnchốt\d+·[0-9A-F]{4}·[0-9A-F]{4}/g

async function printed(id: string, style: string, isNumbered = false) {
  await page.goto(`/versions/${id}`)
  await page.getByLabel('Thể thức', { exact: true }).selectOption(style)
  await page.getByLabel('In số đoạn').setChecked(isNumbered)
  await page.locator('button:not([aria-disabled])', { hasText: /^In$/ }).waitFor()
  await page.evaluate(() => document.fonts.ready)
  const answer = await fetch(`${server.origin}/api/versions/${id}/pdf?style=${style}&numbers=0`, {
    headers: { cookie: people.thoa.cookie },
  })
  const ours = readPdf(new Uint8Array(await answer.arrayBuffer()))
  const theirs = readPrinted(await page.pdf({ preferCSSPageSize: true }))
  // Number and stamp are drawn after the text by one, before it by the other.
  const numbers = /^(\d*)/
  return {
    ours: ours.pages.map((one, index) =>
      bare(one)
        .replace(stamp, '')
        .replace(new RegExp(`${index === 0 ? '^$' : index + 1}$`), ''),
    ),
    theirs: theirs.map(({ letters }, index) => {
      const text = letters.replace(stamp, '')
      return index === 0 ? text : text.replace(String(index + 1), '')
    }),
    numbers: theirs.map(({ letters }) => numbers.exec(letters.replace(stamp, ''))?.[1] ?? ''),
    sizes: theirs.map(({ size }) => size),
    stamps: theirs.map(({ letters }) => letters.match(stamp)?.length ?? 0),
  }
}

/** A line of the longest kind: where two programs lay the same words out, a page may end one line off. */
const aLine = 110

describe('printing a version', () => {
  it.each([
    ['sample', 'hd05'],
    ['sample', 'nd30'],
    ['long', 'hd05'],
  ])('[P6] makes the pages of the PDF: %s in %s', async (name, style) => {
    const { ours, theirs, sizes, stamps, numbers } = await printed(versions[name] ?? '', style)
    expect(theirs.length).toBe(ours.length)
    expect(theirs.length).toBeGreaterThan(2)
    for (const [width, height] of sizes) {
      expect(Math.abs(width - 595.28)).toBeLessThan(1)
      expect(Math.abs(height - 841.89)).toBeLessThan(1)
    }
    // On every page the code, from the second on the number.
    expect(stamps).toEqual(ours.map(() => 1))
    expect(numbers.slice(1).every((number, index) => number.startsWith(String(index + 2)))).toBe(
      true,
    )
    expect(numbers[0]).toBe('')
    const ends = (pages: readonly string[]) => {
      let sum = 0
      return pages.map((one) => {
        sum += one.length
        return sum
      })
    }
    const [mine, other] = [ends(ours), ends(theirs)]
    mine.forEach((end, index) => {
      expect(Math.abs(end - (other[index] ?? 0))).toBeLessThanOrEqual(aLine)
    })
    // Every word, in order.
    expect(theirs.join('')).toBe(ours.join(''))
  })

  it('[P10] puts the paragraphs’ numbers in the margin, and nothing moves', async () => {
    const id = versions.long ?? ''
    const plain = await printed(id, 'hd05')
    const numbered = await printed(id, 'hd05', true)
    const answer = await fetch(`${server.origin}/api/versions/${id}/bytes`, {
      headers: { cookie: people.thoa.cookie },
    })
    const { length = 0 } = (await answer.text()).match(/"number":/g) ?? []
    expect(length).toBeGreaterThan(40)
    const digits = Array.from({ length }, (_, index) => String(index + 1)).join('')
    expect(numbered.theirs).toHaveLength(plain.theirs.length)
    const lengths = ({ theirs }: typeof plain) => theirs.join('').length
    expect(lengths(numbered) - lengths(plain)).toBe(digits.length)
    const ends = numbered.theirs.map((letters) => letters.slice(-60))
    expect(ends).toEqual(plain.theirs.map((letters) => letters.slice(-60)))
  })

  it('[P6] leaves nothing of the screen on paper, and the screen as it was', async () => {
    const { theirs } = await printed(versions.sample ?? '', 'hd05')
    for (const word of ['Tải Word', 'Góp ý', 'Kiểm tra tập tin', 'Trình chiếu']) {
      expect(theirs.join('')).not.toContain(bare(word))
    }
    expect(await page.locator('.print-paper').count()).toBe(0)
    expect(await page.getByRole('button', { name: 'Tải Word' }).isVisible()).toBe(true)
  })
})

it('[P6] a live paper is printed from its first word to its last, and nothing else is', async () => {
  const { id } = await people.thoa.sessionAt('draft')
  await page.goto(`/sessions/${id}/draft`)
  const text = page.locator('.paper-text')
  await text.getByText('trình chi ủy thông qua').waitFor()
  const words = (await text.innerText()).replace(/\s/g, '').normalize('NFC')
  const bytes = await page.pdf({ preferCSSPageSize: true })
  const pages = readPrinted(bytes)
  expect(pages.length).toBeGreaterThan(1)
  const printed = pages.map(({ letters }) => letters).join('')
  expect(printed).toContain('ĐẢNGCỘNGSẢNVIỆTNAM')
  expect(printed).toContain(words.slice(0, 200))
  expect(printed).toContain(words.slice(-100))
  for (const word of ['Mụclục', 'Bànthảo', 'Đãlưu', 'Ghichúriêng']) {
    expect(printed).not.toContain(word)
  }
})

it('a face that does not come is no error of the page', async () => {
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(String(error)))
  await page.route(/\.woff2?$/, (route) => route.abort())
  await page.goto(`/versions/${versions.sample}`)
  await page.getByLabel('Thể thức', { exact: true }).waitFor()
  const asked = () =>
    page.evaluate(async () => {
      const faces = [...document.fonts].filter(({ family }) => family.includes('Tinos'))
      await Promise.allSettled(faces.map(({ loaded }) => loaded))
      return faces.filter(({ status }) => status === 'error').length
    })
  await expect.poll(asked).toBe(8)
  expect(errors).toEqual([])
})
