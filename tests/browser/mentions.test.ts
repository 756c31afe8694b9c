// Naming a person in a comment and in a reply: by keys, by a tap, and while a word is composed.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from '../kit/browser'
import { Ime } from '../kit/ime'
import { sessionAt, signInAll, writeInto } from '../kit/session-maker'
import { type RunningServer, startServer } from '../kit/start-server'
import { Cast } from './cast'

const quote = 'mỗi lớp một tủ sách'
/** Those with a word that begins with `th`, by given name; thoa, who writes, is not among them. */
const thi = ['Trần Thị Hạnh', 'Nguyễn Thị Hồng Nga', 'Lê Thị Mai Phương', 'Hồ Thanh Trúc']

describe('[N1] a person named in a comment', () => {
  let server: RunningServer
  let browser: Browser
  let cast: Cast<'thoa' | 'lam'>
  let path = ''

  beforeAll(async () => {
    server = await startServer({ demo: true })
    browser = await openBrowser()
    const people = await signInAll(server.origin)
    const session = await sessionAt(people, 'draft')
    await writeInto(people.hanh, session.documents.draft, `Phấn đấu ${quote}.`)
    path = `/sessions/${session.id}/draft`
    cast = new Cast(browser, server.origin)
    await Promise.all([cast.open('thoa', path), cast.open('lam', path)])
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    server?.forget()
  })

  const list = (page: Page) => page.getByRole('listbox', { name: 'Người được nhắc tên' })
  const options = (page: Page) => list(page).locator('.mention-choice-name').allTextContents()

  it('is found with or without marks, chosen by keys, and shown by name', async () => {
    const page = cast.pages.thoa
    await cast.words('thoa', quote).waitFor()
    await cast.select('thoa', quote)
    await page.locator('.comment-bubble').click()
    const body = page.getByLabel('Nội dung góp ý')
    await body.click()
    await page.keyboard.type('Gửi a@lam.vn, nhờ @')
    await list(page).waitFor()
    // As a screen reader is told: a box that offers, and the choice it is at.
    const box = page.getByRole('combobox', { name: 'Nội dung góp ý' })
    expect(await box.getAttribute('aria-controls')).toBe(await list(page).getAttribute('id'))
    const before = await options(page)
    expect(before.length).toBeGreaterThan(6)
    expect(before.join()).not.toMatch(/Kim Thoa|Phan Hữu Kỳ/)

    await page.keyboard.type('th')
    await expect.poll(() => options(page)).toEqual(thi)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowUp')
    const chosen = await list(page).locator('[aria-selected="true"]').getAttribute('id')
    expect(await box.getAttribute('aria-activedescendant')).toBe(chosen)
    // Escape closes the list alone; the comment stays open.
    await page.keyboard.press('Escape')
    await list(page).waitFor({ state: 'detached' })
    await body.waitFor()
    for (let i = 0; i < 2; i++) await page.keyboard.press('Backspace')
    await page.keyboard.press('Backspace')

    await page.keyboard.type('@lâm')
    await expect.poll(() => options(page)).toEqual(['Nguyễn Văn Lâm'])
    await page.keyboard.press('Enter')
    await list(page).waitFor({ state: 'detached' })
    await page.keyboard.type('và @hanh')
    await page.keyboard.press('Tab')
    await page.keyboard.type('xem lại.')
    expect(await body.inputValue()).toBe('Gửi a@lam.vn, nhờ @lam và @hanh xem lại.')
    await page.getByRole('button', { name: 'Gửi góp ý' }).click()

    for (const account of ['thoa', 'lam'] as const) {
      const card = cast.pages[account].getByRole('article', { name: /Võ Thị Kim Thoa/ })
      await card.getByText('Nguyễn Văn Lâm').waitFor()
      await card.getByText('Trần Thị Hạnh').waitFor()
      expect(await card.locator('.comment-body').textContent()).toBe(
        'Gửi a@lam.vn, nhờ Nguyễn Văn Lâm và Trần Thị Hạnh xem lại.',
      )
      expect(await card.locator('.mention.is-me').count()).toBe(account === 'lam' ? 1 : 0)
    }
  })

  it('does not disturb a word while it is composed, and is chosen by a tap in the middle of one', async () => {
    const page = cast.pages.lam
    await page.getByRole('article', { name: /Võ Thị Kim Thoa/ }).click()
    const box = page.getByRole('textbox', { name: /Trả lời góp ý/ })
    await box.click()
    const ime = await Ime.on(page, () => true)
    await page.keyboard.type('@')
    await list(page).waitFor()
    for (const shown of ['t', 'th', 'tho', 'thỏ', 'thỏa']) await ime.show(shown)
    expect(await page.getByRole('combobox').inputValue()).toBe('@thỏa')
    await expect.poll(() => options(page)).toEqual(['Võ Thị Kim Thoa'])
    // Enter commits the word for the input method: the list lets it pass.
    await page.getByRole('combobox').evaluate((area) => {
      const enter = { key: 'Enter', bubbles: true, cancelable: true, isComposing: true }
      document.body.dataset.taken = String(!area.dispatchEvent(new KeyboardEvent('keydown', enter)))
    })
    expect(await page.evaluate(() => document.body.dataset.taken)).toBe('false')
    await list(page)
      .getByRole('option', { name: /Kim Thoa/ })
      .click()
    expect(await box.inputValue()).toBe('@thoa ')
    await ime.compose({ text: 'đúng', keys: '', steps: ['d', 'du', 'dun', 'dung', 'đung', 'đúng'] })
    await ime.rewrite({ text: 'ạ', keys: '', steps: ['a', 'ạ'] })
    expect(await box.inputValue()).toBe('@thoa đúngạ')
    await page.getByRole('button', { name: 'Gửi trả lời' }).click()
    const reply = cast.pages.thoa.locator('.comment-replies').getByRole('listitem')
    await reply.getByText('đúngạ').waitFor()
    expect(await reply.locator('.mention.is-me').textContent()).toBe('Võ Thị Kim Thoa')
    // A colleague may see it before its writer's page has the answer.
    await expect.poll(() => box.inputValue()).toBe('')
  })

  it('is composed to the last letter when nobody is chosen', async () => {
    const page = cast.pages.lam
    const box = page.getByRole('textbox', { name: /Trả lời góp ý/ })
    await box.click()
    const ime = await Ime.on(page, () => true)
    await page.keyboard.type('a @')
    await ime.compose({ text: 'Hạnh', keys: '', steps: ['H', 'Ha', 'Han', 'Hạn', 'Hạnh'] })
    await expect.poll(() => options(page)).toEqual(['Trần Thị Hạnh'])
    await page.keyboard.press('Escape')
    await page.keyboard.press('Enter')
    await ime.compose({ text: 'ơi', keys: '', steps: ['o', 'oi', 'ơi'] })
    expect(await box.inputValue()).toBe('a @Hạnh\nơi')
    expect(cast.complaints).toEqual([])
  })
})
