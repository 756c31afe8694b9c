// What is typed while a form is on its way: the answer empties or closes the form, and may take nothing along.
import type { Browser, Locator, Page, Route } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from '../kit/browser'
import { gate } from '../kit/gate'
import { sessionAt, signInAll, writeInto } from '../kit/session-maker'
import { type RunningServer, startServer } from '../kit/start-server'
import { Cast } from './cast'

const quote = 'mỗi lớp một tủ sách'

/** The answer to what is posted at `door` waits until it is opened; `reached` when it is there. */
async function holdAnswer(page: Page, door: string) {
  const [reached, answered] = [gate(), gate()]
  await page.route(door, async (route) => {
    if (route.request().method() !== 'POST') return route.fallback()
    const response = await route.fetch()
    reached.open()
    await answered.shut
    await route.fulfill({ response })
  })
  return { reached: reached.shut, open: answered.open }
}

describe('while a form is on its way', () => {
  let server: RunningServer
  let browser: Browser
  let cast: Cast<'thoa'>

  beforeAll(async () => {
    server = await startServer({ demo: true })
    browser = await openBrowser()
    const people = await signInAll(server.origin)
    const session = await sessionAt(people, 'draft')
    await writeInto(people.hanh, session.documents.draft, `Phấn đấu ${quote}.`)
    cast = new Cast(browser, server.origin)
    await cast.open('thoa', `/sessions/${session.id}/draft`)
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    server?.forget()
  })

  /** Sends what `box` holds and types on before the answer is there. */
  async function sendAndTypeOn(box: Locator, door: string): Promise<void> {
    const page = cast.pages.thoa
    const words = await box.inputValue()
    const answer = await holdAnswer(page, door)
    await box.press('Control+Enter')
    await answer.reached
    await page.keyboard.type('nữa')
    expect(await box.inputValue()).toBe(words)
    expect(await box.isEditable()).toBe(false)
    answer.open()
    await expect.poll(() => box.isVisible().then((seen) => !seen || box.isEditable())).toBe(true)
    await page.unroute(door)
  }

  it('a reply takes no more words, and the next one begins in an empty box', async () => {
    const page = cast.pages.thoa
    await cast.comment('thoa', quote, 'Nên nêu rõ kinh phí')
    await page.getByRole('article', { name: /Kim Thoa/ }).click()
    const box = page.getByRole('textbox', { name: /Trả lời góp ý/ })
    await box.fill('Tôi sẽ hỏi kế toán')
    await sendAndTypeOn(box, '**/replies')
    await page.keyboard.type('Đã hỏi')
    expect(await box.inputValue()).toBe('Đã hỏi')
  })

  it('what was refused stands there whole, and is written on', async () => {
    const page = cast.pages.thoa
    const box = page.getByRole('textbox', { name: /Trả lời góp ý/ })
    await page.route('**/replies', (route) => route.abort(), { times: 1 })
    await box.press('Control+Enter')
    await page.locator('.comment-reply-form').getByText('Không kết nối được máy chủ.').waitFor()
    await page.keyboard.type(' rồi')
    expect(await box.inputValue()).toBe('Đã hỏi rồi')
  })

  it('[H6] what is sent again because its answer was lost is there once', async () => {
    const page = cast.pages.thoa
    const box = page.getByRole('textbox', { name: /Trả lời góp ý/ })
    const lost = async (route: Route) => {
      await route.fetch()
      await route.abort()
    }
    await page.route('**/replies', lost, { times: 1 })
    await box.press('Control+Enter')
    await page.locator('.comment-reply-form').getByText('Không kết nối được máy chủ.').waitFor()
    await box.press('Control+Enter')
    await expect.poll(() => box.inputValue()).toBe('')
    expect(await page.getByRole('listitem').filter({ hasText: 'Đã hỏi rồi' }).count()).toBe(1)
  })

  it('a comment takes no more words before its card closes', async () => {
    const page = cast.pages.thoa
    await cast.select('thoa', 'Phấn đấu')
    await page.locator('.comment-bubble').click()
    const box = page.getByLabel('Nội dung góp ý')
    await box.fill('Nên viết: Quyết tâm')
    await sendAndTypeOn(box, '**/threads')
    await page.getByRole('article').getByText('Nên viết: Quyết tâm').waitFor()
    expect(cast.complaints).toEqual([])
  })
})
