// The table of answers on screen: rounds, what is open, live answers, files, the way to a comment, a phone.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { enter, openBrowser } from '../kit/browser'
import { must } from '../kit/session-maker'
import { type RunningServer, startServer } from '../kit/start-server'
import { signIn, type Visitor } from '../kit/visitor'

describe('the table of answers', () => {
  let server: RunningServer
  let browser: Browser
  let page: Page
  let hanh: Visitor
  let draft: string
  let path: string
  const complaints: string[] = []
  const rows = () => page.locator('.answers-table tbody tr')

  beforeAll(async () => {
    server = await startServer({ demo: true })
    browser = await openBrowser()
    hanh = await signIn(server.origin, 'hanh')
    const session = await hanh.sessionAt('draft')
    draft = session.documents.draft
    path = `/sessions/${session.id}/answers`
    page = await enter(browser, server.origin, 'thoa')
    page.on('pageerror', (error) => complaints.push(String(error.stack)))
    await page.goto(path)
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    server?.forget()
  })

  it('opens at the round under way, with the eight columns of the form', async () => {
    await page.getByRole('tab', { name: 'Dự thảo (8)', selected: true }).waitFor()
    expect(await page.locator('.answers-table thead th').allTextContents()).toEqual([
      'TT',
      'Vị trí (mục, đoạn)',
      'Nội dung dự thảo',
      'Người góp ý (chức vụ)',
      'Nội dung góp ý',
      'Kết quả',
      'Nội dung tiếp thu, giải trình',
      'Nội dung sau chỉnh sửa',
    ])
    expect(await rows().count()).toBe(8)
    expect(await rows().first().textContent()).toContain('Nguyễn Văn Lâm')
    const names = page.getByRole('table').last().getByRole('rowheader')
    expect((await names.allTextContents()).slice(0, 2)).toEqual([
      'Phạm Quốc Bảo',
      'Trương Công Định',
    ])
  })

  it('shows an answer as soon as it is given, and filters by it', async () => {
    const { threads } = await must(hanh.get(`/api/documents/${draft}/threads`))
    const [{ id }] = threads.filter(({ author }: { author: string }) => author === 'lam')
    const reason = 'Đã ghi đến ngày 05/12.'
    await must(hanh.post(`/api/threads/${id}/answer`, { verdict: 'partly', reason }))
    const first = rows().first()
    await first.getByText(reason).waitFor()
    await first.getByText('Tiếp thu một phần').waitFor()
    await page.getByRole('button', { name: 'Đã giải trình' }).click()
    expect(await rows().count()).toBe(1)
    await page.getByRole('button', { name: 'Chưa giải trình' }).click()
    expect(await rows().count()).toBe(7)
    // Numbers are those of the whole table, as on paper.
    expect(await rows().first().locator('td').first().textContent()).toBe('2')
    await page.getByRole('button', { name: 'Tất cả' }).click()
  })

  it('is downloaded as Word and as PDF', async () => {
    for (const [button, form] of [
      ['Tải Word', 'docx'],
      ['Tải PDF', 'pdf'],
    ] as const) {
      const begun = page.waitForEvent('download')
      await page.getByRole('button', { name: button }).click()
      expect((await begun).suggestedFilename()).toBe(
        `Bảng tổng hợp góp ý - Dự thảo - Đảng viên tiên phong chuyển đổi số trong dạy học và quản lý lớp.${form}`,
      )
    }
  })

  it('keeps the round in the address; a round without comments says so', async () => {
    await page.getByRole('tab', { name: 'Đề cương (0)' }).click()
    await page.getByText('Chưa có ý kiến nào ở đây.').waitFor()
    await page.reload()
    await page.getByText('Chưa có ý kiến nào ở đây.').waitFor()
    await page.getByRole('tab', { name: 'Cả chuyên đề (8)' }).click()
    await rows().first().waitFor()
  })

  it('leads to the comment in its paper', async () => {
    await page.getByRole('link', { name: /Xem ý kiến 1 trong văn bản/ }).click()
    await page.waitForURL(/\/sessions\/[^/]+\/draft\?thread=./)
  })

  it('is cards on a phone, no wider than the screen', async () => {
    const phone = await enter(browser, server.origin, 'bao', { width: 390, height: 844 })
    await phone.goto(path)
    const card = phone.locator('.answers-table tbody tr').first()
    await card.waitFor()
    const box = await card.boundingBox()
    expect(box?.width).toBeLessThanOrEqual(390)
    expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
    expect(await phone.locator('.answers-table thead').isVisible()).toBe(false)
    await phone.context().close()
  })

  it('[R6] refuses a technician in words', async () => {
    const technician = await enter(browser, server.origin, 'kythuat')
    await technician.goto(path)
    await technician.getByText('Việc này không thuộc quyền của bạn.').waitFor()
    await technician.context().close()
    expect(complaints).toEqual([])
  })
})
