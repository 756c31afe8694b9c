// Finding and replacing, A4 pages, and the check before freezing, in a real browser.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { openBrowser } from '../kit/browser'
import { readPdf } from '../kit/read-pdf'
import { act, type People, type SeenSession, sessionAt, signInAll } from '../kit/session-maker'
import { type RunningServer, startServer } from '../kit/start-server'
import { Cast } from './cast'

const sentence = 'Chi bộ nhà trường tổ chức sinh hoạt chuyên đề về chuyển đổi số trong dạy học. '
/** Paragraphs that can be told apart wherever a page begins. */
const paragraphs = Array.from(
  { length: 40 },
  (_, index) => `Ý ${index + 1}. ${sentence.repeat(1 + (index % 7))}`,
)

async function write(people: People, session: SeenSession): Promise<void> {
  const client = await people.hanh.open(session.documents.draft).synced()
  client.doc.transact(() => {
    const heading = new Y.XmlElement('heading')
    heading.setAttribute('level', 1 as never)
    heading.insert(0, [new Y.XmlText('I- Hoà bình')])
    client.text.insert(client.text.length, [heading])
    client.write('Hòa giải, hoà hợp; hoa hồng … và hòa.')
    for (const words of paragraphs) client.write(words.trim())
  })
  await client.allSaved()
  client.leave()
}

describe('the whole paper at hand', () => {
  let server: RunningServer
  let browser: Browser
  let people: People
  let session: SeenSession
  let cast: Cast<'hanh' | 'thoa' | 'nga'>
  let page: Page

  beforeAll(async () => {
    server = await startServer({ demo: true })
    people = await signInAll(server.origin)
    session = await sessionAt(people, 'draft')
    await write(people, session)
    browser = await openBrowser()
    cast = new Cast(browser, server.origin)
    await cast.open('hanh', `/sessions/${session.id}/draft`)
    page = cast.pages.hanh
    await cast.words('hanh', 'Hoà bình').waitFor()
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    server?.forget()
  })

  const bar = (of = page) => of.getByRole('search', { name: 'Tìm' })
  const count = (words: string, of = page) => bar(of).getByText(words, { exact: true }).waitFor()

  it('[E8] Ctrl+F finds hòa and hoà, goes round by Enter, and Escape gives the words to the hand', async () => {
    await cast.paper('hanh').click()
    await page.keyboard.press('Control+Home')
    await page.keyboard.press('Control+f')
    await page.keyboard.type('hoà')
    await count('1/4')
    await page.keyboard.press('Enter')
    await count('2/4')
    await page.keyboard.press('Shift+Enter')
    await page.keyboard.press('Shift+Enter')
    await count('4/4')
    await bar().getByLabel('Phân biệt dấu').uncheck()
    // “sinh hoạt” too.
    await count('5/160')
    await bar().getByLabel('Phân biệt dấu').check()
    await bar().getByLabel('Tìm', { exact: true }).press('Escape')
    await bar().waitFor({ state: 'detached' })
    expect(await page.evaluate(() => document.getSelection()?.toString())).toBe('hòa')
  })

  it('[E9] all are replaced in one step, which one undo takes back; a comment stays at its words', async () => {
    await cast.open('thoa', `/sessions/${session.id}/draft`)
    await cast.comment('thoa', 'hoà hợp', 'Đề nghị làm rõ.')
    await cast.paper('hanh').locator('.comment', { hasText: 'hoà hợp' }).waitFor()
    await page.keyboard.press('Control+h')
    await bar().getByLabel('Tìm', { exact: true }).fill('hòa')
    await count('4/4')
    await bar().getByLabel('Thay bằng').fill('thuận')
    await bar().getByRole('button', { name: 'Thay tất cả' }).click()
    await count('Đã thay 4 chỗ')
    await cast.words('hanh', 'thuận giải, thuận hợp; hoa hồng … và thuận.').waitFor()
    await cast.paper('hanh').locator('.comment', { hasText: 'thuận hợp' }).waitFor()
    await page.keyboard.press('Escape')
    await cast.paper('hanh').click()
    await page.keyboard.press('Control+z')
    await cast.words('hanh', 'Hòa giải, hoà hợp; hoa hồng … và hòa.').waitFor()
    await cast.words('hanh', 'I- Hoà bình').waitFor()
    await cast.saved('hanh').waitFor()
  })

  it('[E8] who only reads finds too, and replaces nothing', async () => {
    const { thoa } = cast.pages
    await thoa.keyboard.press('Control+h')
    await bar(thoa).getByLabel('Tìm', { exact: true }).fill('hoa hồng')
    await count('1/1', thoa)
    expect(await bar(thoa).getByLabel('Thay bằng').count()).toBe(0)
    await thoa.keyboard.press('Escape')
  })

  it('[E12] the check names what is missing, and leads there', async () => {
    await page.getByRole('button', { name: 'Kiểm tra văn bản' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('Chưa nêu căn cứ').waitFor()
    await dialog.getByRole('button', { name: /^…/ }).click()
    await dialog.waitFor({ state: 'detached' })
    await page.waitForFunction(() => document.getSelection()?.toString() === '…')
  })

  it('[E11] the pages on screen are those of the PDF, near enough to talk about page 3', async () => {
    await page.getByRole('button', { name: 'Hiện ranh giới trang A4' }).click()
    await page.locator('.page-mark').first().waitFor()
    const begins = await page.evaluate(() => {
      const root = document.querySelector('.paper-text') as HTMLElement
      const blocks = [...root.querySelectorAll('p')]
      return [...document.querySelectorAll('.page-mark')].map((mark) => {
        const { top } = mark.getBoundingClientRect()
        const block = blocks.find((one) => one.getBoundingClientRect().bottom > top + 8)
        return Number(/^Ý (\d+)/.exec(block?.textContent ?? '')?.[1])
      })
    })
    await act(people.phuong, session, 'pass')
    const { versions } = await act(people.tuan, session, 'freeze')
    const file = await fetch(`${server.origin}/api/versions/${versions.at(-1)?.id}/pdf`, {
      headers: { cookie: people.hanh.cookie },
    })
    const printed = readPdf(new Uint8Array(await file.arrayBuffer())).pages
    expect(begins.length + 1).toBe(printed.length)
    printed.slice(1).forEach((words, index) => {
      // The first paragraph that begins on that page, or goes on there.
      const first = Number(/Ý (\d+)\./.exec(words)?.[1])
      expect(Math.abs((begins[index] ?? 0) - first)).toBeLessThanOrEqual(1)
    })
    expect(cast.complaints).toEqual([])
  })
})
