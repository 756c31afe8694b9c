// A comment's words are deleted while one works in its card: the card stays under the hand, and what is typed in it is whole.
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { BoundEditor, find } from '../kit/bound-editor'
import { openBrowser } from '../kit/browser'
import { gate } from '../kit/gate'
import { must, type People, sessionAt, signInAll } from '../kit/session-maker'
import { type RunningServer, startServer } from '../kit/start-server'
import { Cast } from './cast'

const words = 'Câu này sẽ bị bỏ.'
const body = 'Nên viết gọn hơn.'

describe('a comment whose words are deleted', () => {
  let server: RunningServer
  let browser: Browser
  let people: People
  let cast: Cast<'truc' | 'hanh'>
  let editor: BoundEditor
  let documentId = ''
  let path = ''

  beforeAll(async () => {
    server = await startServer({ demo: true })
    people = await signInAll(server.origin)
    browser = await openBrowser()
    cast = new Cast(browser, server.origin)
  })
  beforeEach(async () => {
    editor?.leave()
    const { id, documents } = await sessionAt(people, 'draft')
    documentId = documents.draft
    path = `/sessions/${id}/draft`
    editor = new BoundEditor(await people.bao.open(documentId).synced())
    for (let n = 0; n < 30; n++) editor.append(`Đoạn ${n}, viết cho đủ dài để trang phải cuộn.`)
    editor.append(words)
    await editor.client.allSaved()
    const comment = { kind: 'remark', body, ...editor.quote(words) }
    await must(people.truc.post(`/api/documents/${documentId}/threads`, comment))
  })
  afterAll(async () => {
    editor?.leave()
    await browser?.close()
    await server?.stop()
    server?.forget()
  })

  const deleteWords = (page: Page) => {
    editor.dispatch(editor.tr.delete(...find(editor.doc, words)))
    return page.locator('.paper-text').getByText(words).waitFor({ state: 'detached' })
  }
  const topOf = async (one: Locator) => (await one.boundingBox())?.y ?? Number.NaN
  const opened = async (who: 'truc' | 'hanh') => {
    await cast.open(who, path)
    await cast.words(who, words).scrollIntoViewIfNeeded()
    const card = cast.pages[who].getByRole('article').filter({ hasText: body })
    await card.locator('.comment-time').click()
    return { page: cast.pages[who], card }
  }
  const amongTheGone = (page: Page) => page.locator('.comment-group').getByRole('article')

  it('a reply is typed on where it was begun, and goes its way when it is laid down', async () => {
    const { page, card } = await opened('hanh')
    const box = card.locator('.comment-reply-box')
    await box.pressSequentially('Đồng chí ')
    const before = await topOf(card)
    await deleteWords(page)
    await page.keyboard.type('nói rõ thêm')
    expect(await box.inputValue()).toBe('Đồng chí nói rõ thêm')
    expect(Math.abs((await topOf(card)) - before)).toBeLessThan(40)
    await page.keyboard.press('Control+Enter')
    await card.getByRole('listitem').getByText('Đồng chí nói rõ thêm').waitFor()
    const readOn = cast.words('hanh', 'Đoạn 29')
    await readOn.click()
    const readAt = await topOf(readOn)
    await amongTheGone(page).getByText(body).waitFor()
    expect(await topOf(readOn)).toBe(readAt)
  })

  it('what is on its way when one goes to another paper and comes back is not offered to be sent again', async () => {
    const { page, card } = await opened('hanh')
    const asked = gate()
    await page.route('**/replies', async (route) => {
      const response = await route.fetch()
      await asked.shut
      await route.fulfill({ response })
    })
    await card.locator('.comment-reply-box').fill('Đồng ý.')
    await card.locator('.comment-reply-box').press('Control+Enter')
    await page.getByRole('article').getByRole('listitem').getByText('Đồng ý.').waitFor()
    await page.getByRole('link', { name: 'Đề cương' }).first().click()
    await card.waitFor({ state: 'detached' })
    await page.getByRole('link', { name: 'Dự thảo' }).first().click()
    await cast.words('hanh', words).scrollIntoViewIfNeeded()
    await card.locator('.comment-time').click()
    asked.open()
    await expect.poll(() => card.locator('.comment-reply-box').inputValue()).toBe('')
  })

  it('one who mends the comment goes on mending it', async () => {
    const { page, card } = await opened('truc')
    await card.getByRole('button', { name: 'Việc với góp ý này' }).click()
    await page.getByRole('menuitem', { name: 'Sửa' }).click()
    const box = page.getByLabel('Nội dung góp ý')
    await page.locator('textarea[data-first]:focus').waitFor()
    await page.keyboard.type(' Nay ')
    await deleteWords(page)
    await page.keyboard.type('hay.')
    expect(await box.inputValue()).toBe(`${body} Nay hay.`)
    await page.reload()
    await page.getByLabel('Nội dung góp ý').press('Control+Enter')
    await amongTheGone(page).getByText(`${body} Nay hay.`).waitFor()
  })

  it('one who answers it goes on with the answer', async () => {
    const { page, card } = await opened('hanh')
    await card.getByRole('button', { name: 'Không tiếp thu' }).click()
    await card.getByLabel('Giải trình', { exact: true }).pressSequentially('Đã ')
    await deleteWords(page)
    await page.keyboard.type('bỏ câu này.')
    expect(await card.getByLabel('Giải trình', { exact: true }).inputValue()).toBe('Đã bỏ câu này.')
    await card.getByRole('button', { name: /^Ghi/ }).click()
    await card.getByText('Đã bỏ câu này.').waitFor()
  })

  it('it is shown though the whole text is taken away', async () => {
    const { page } = await opened('truc')
    editor.dispatch(editor.tr.delete(0, editor.doc.content.size))
    await expect.poll(() => cast.paper('truc').textContent()).toBe('')
    await page.evaluate(
      () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
    )
    await amongTheGone(page).getByText(body).waitFor()
  })
})
