// A screen whose file does not come says so and offers the way on, instead of an empty window.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { enter, openBrowser } from '../kit/browser'
import { type RunningServer, startServer } from '../kit/start-server'
import { signIn } from '../kit/visitor'

let server: RunningServer
let browser: Browser

beforeAll(async () => {
  server = await startServer({ demo: true })
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
  server?.forget()
})

it('a screen that did not come is asked for again with the page', async () => {
  const page = await enter(browser, server.origin, 'nga')
  const way = page.getByRole('link', { name: 'Chi bộ', exact: true })
  await way.waitFor()
  await page.route('**/assets/people-*.js', (route) => route.abort())
  await way.click()
  await page.getByText('Có lỗi ngoài dự kiến').waitFor()
  await page.unroute('**/assets/people-*.js')
  await page.getByRole('button', { name: 'Thử lại' }).click()
  await page.getByRole('button', { name: 'Mời người' }).waitFor()
  expect(new URL(page.url()).pathname).toBe('/people')
})

it('a page that is not there leads back to the plan', async () => {
  const page = await enter(browser, server.origin, 'nga', { path: '/sessions/khong-co' })
  await page.getByText('Không tìm thấy').waitFor()
  await page.getByRole('link', { name: 'Về kế hoạch năm' }).click()
  await page.getByRole('button', { name: 'Thêm chuyên đề' }).first().waitFor()
  expect(new URL(page.url()).pathname).toBe('/')
})

const openDraft = async (page: Page) => {
  const { id } = await (await signIn(server.origin, 'hanh')).sessionAt('draft')
  await page.goto(`${server.origin}/sessions/${id}/draft`)
  await page.getByText('Đã lưu', { exact: true }).waitFor()
  return page.locator('.paper-text')
}
const check = async (page: Page) => {
  await page.getByRole('button', { name: 'Kiểm tra văn bản' }).click()
  return page.getByText('Không thấy chỗ nào còn thiếu.')
}

it('a dialog that does not come leaves the text where it is, and comes when it is wanted again', async () => {
  const page = await enter(browser, server.origin, 'hanh')
  const files = '**/assets/check-dialog-*.js'
  await page.route(files, (route) => route.abort())
  const text = await openDraft(page)
  const words = await text.innerText()
  await check(page)
  await page.getByText('Chưa tải được phần này').waitFor()
  expect(await text.innerText()).toBe(words)
  await page.unroute(files)
  await (await check(page)).waitFor()
})

it('a style sheet that did not come is asked for again with its dialog', async () => {
  const page = await enter(browser, server.origin, 'nga')
  const files = '**/assets/rules-dialog-*.css'
  await page.route(files, (route) => route.abort())
  const rules = page.getByRole('button', { name: 'Quy định của chi bộ' })
  await rules.click()
  await page.getByText('Chưa tải được phần này').waitFor()
  await page.unroute(files)
  await rules.click()
  const line = page.locator('.rules-line').first()
  await expect.poll(() => line.evaluate((it) => getComputedStyle(it).display)).toBe('grid')
})

it('a dialog opens when the server is away, once the page has been quiet for a moment', async () => {
  const page = await enter(browser, server.origin, 'hanh')
  // The parts come one after the other, and this one last: those asked for before it are whole.
  const last = page.waitForRequest(/since-pass-.*js$/)
  await openDraft(page)
  await last
  await server.kill()
  await page.getByText(/Mất kết nối/).waitFor()
  await (await check(page)).waitFor()
})
