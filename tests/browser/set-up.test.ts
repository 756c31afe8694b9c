// The first day: an empty folder, the one-time link, a colleague invited, and all of it after a restart.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { enter, openBrowser } from '../kit/browser'
import { demoPassword, type RunningServer, startServer } from '../kit/start-server'

describe('a cell sets itself up', () => {
  let server: RunningServer
  let browser: Browser
  let link = ''

  const choosePassword = async (page: Page) => {
    await page.getByLabel('Mật khẩu mới', { exact: true }).fill(demoPassword)
    await page.getByLabel('Nhập lại mật khẩu').fill(demoPassword)
  }
  const visit = async (path: string) => {
    const context = await browser.newContext({ baseURL: server.origin, locale: 'vi-VN' })
    const page = await context.newPage()
    await page.goto(path)
    return page
  }

  beforeAll(async () => {
    server = await startServer()
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    server?.forget()
  })

  it('the first secretary names the cell with the link that the start printed', async () => {
    const printed = server.printed.find((line) => line.includes('/setup/')) ?? ''
    const path = printed.slice(printed.indexOf('/setup/'))
    const page = await visit(path)
    await page.getByLabel('Tên chi bộ').fill('Chi bộ Thư viện')
    await page.getByLabel('Địa danh').fill('Hòa Phú')
    await page.getByLabel('Họ và tên').fill('Lê Thị Sách')
    await page.getByLabel('Tên đăng nhập').fill('sach')
    await choosePassword(page)
    await page.getByRole('button', { name: 'Lập chi bộ' }).click()
    await page.getByRole('button', { name: 'Thêm chuyên đề' }).waitFor()
    // Good once.
    const again = await visit(path)
    await again.getByText('Đường dẫn không còn dùng được').waitFor()
  })

  it('invites a colleague, who joins with the single-use link', async () => {
    const page = await enter(browser, server.origin, 'sach', { path: '/people' })
    await page.getByRole('button', { name: 'Mời người' }).click()
    const form = page.getByRole('dialog')
    await form.getByLabel('Họ và tên').fill('Trần Văn Đọc')
    await form.getByRole('button', { name: 'Tạo lời mời' }).click()
    const shown = page.getByRole('dialog').getByLabel('Đường dẫn', { exact: true })
    await shown.waitFor()
    link = await shown.inputValue()

    const colleague = await visit(new URL(link).pathname)
    await colleague.getByText('Chào đồng chí Trần Văn Đọc').waitFor()
    await choosePassword(colleague)
    await colleague.getByRole('button', { name: 'Đặt mật khẩu' }).click()
    await colleague.waitForURL((url) => url.pathname === '/')
    await colleague.getByText(/^Năm \d{4} chưa có chuyên đề nào$/).waitFor()
    await (await visit(new URL(link).pathname)).getByText('Đường dẫn không còn dùng được').waitFor()
  })

  it('[T6] both are there after a restart, and in English too', async () => {
    const { port } = new URL(server.origin)
    const { dataDir } = server
    expect(await server.stop()).toBe(0)
    server = await startServer({ dataDir, port: Number(port) })
    expect(server.printed.join()).not.toContain('/setup/')
    const page = await enter(browser, server.origin, 'sach', { path: '/people' })
    await page.getByText('Trần Văn Đọc').waitFor()
    await page.getByRole('button', { name: /^Tài khoản/ }).click()
    await page.getByRole('menuitem', { name: 'English' }).click()
    await page
      .getByRole('heading', { name: 'People of the cell' })
      .or(page.getByText('Joined'))
      .first()
      .waitFor()
  })
})
