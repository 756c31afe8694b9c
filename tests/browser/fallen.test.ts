// A screen whose file does not come says so and offers the way on, instead of an empty window.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { enter, openBrowser } from '../kit/browser'
import { type RunningServer, startServer } from '../kit/start-server'

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
