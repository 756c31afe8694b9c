// Comparing a version with the draft, restoring it while a colleague writes, and the history, on screen.
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { enter, openBrowser } from '../kit/browser'
import { changedDraft } from '../kit/changed-draft'
import { act, type SeenSession, signInAll, writeInto } from '../kit/session-maker'
import { type RunningServer, startServer } from '../kit/start-server'
import { signIn } from '../kit/visitor'

/** SHOTS=folder keeps what the screens looked like. */
const shot = async (page: Page, name: string) => {
  const folder = process.env.SHOTS
  if (folder) await page.screenshot({ path: join(folder, `${name}.png`) })
}

describe('what changed, on screen', () => {
  let server: RunningServer
  let browser: Browser
  let page: Page
  let session: SeenSession
  const complaints: string[] = []

  beforeAll(async () => {
    server = await startServer({ demo: true })
    const people = await signInAll(server.origin)
    session = await changedDraft(people)
    browser = await openBrowser()
    page = await enter(browser, server.origin, 'hanh')
    page.on('pageerror', (error) => complaints.push(String(error.stack)))
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    server?.forget()
  })

  const summary = () => page.getByRole('status').filter({ hasText: 'đoạn' })

  it('[D3] a version and the draft stand side by side, with a summary in words', async () => {
    await page.goto(`/versions/${session.versions[0]?.id}`)
    await page.getByRole('link', { name: 'Khác bản đã chốt' }).click()
    await summary().waitFor()
    expect(await summary().innerText()).toBe('1 đoạn thêm, 3 đoạn sửa, 1 đoạn chuyển chỗ')
    const edited = page.locator('.change.is-edited').first()
    expect(await edited.locator('.is-a del').allInnerTexts()).toEqual(
      expect.arrayContaining([expect.stringContaining('ba mươi mốt')]),
    )
    expect(await edited.locator('.is-b ins').allInnerTexts()).toEqual(
      expect.arrayContaining([expect.stringContaining('31')]),
    )
    await edited.getByText('Nên viết bằng số cho dễ đọc.').waitFor()
    await shot(page, 'compare-1366')
  })

  it('the keys go from change to change, a moved paragraph leads to its other place', async () => {
    const current = page.locator('.change.is-current')
    await page.keyboard.press('F7')
    expect(await current.getAttribute('data-change')).toBe('2')
    await page.keyboard.press('Shift+F7')
    expect(await current.innerText()).toContain('Chuyển đến đây')
    await current.getByRole('button', { name: 'Xem chỗ kia' }).click()
    await page.locator('.change.is-current.is-movedAway').waitFor()
    await page.getByRole('button', { name: 'Liền dòng' }).click()
    await page.locator('.changes.is-inline ins').first().waitFor()
    await shot(page, 'inline-1366')
    await page.getByRole('checkbox', { name: 'Chỉ phần thay đổi' }).uncheck()
    await page.getByText('DỰ THẢO CHUYÊN ĐỀ').waitFor()
  })

  it('[D5] restoring keeps a comment, and what a colleague is writing', async () => {
    const colleague = await enter(browser, server.origin, 'bao', {
      path: `/sessions/${session.id}`,
    })
    const paper = colleague.getByRole('textbox', { name: /^Nội dung/ })
    const line = paper.getByText('Đảng viên', { exact: false }).first()
    await line.click()
    await colleague.keyboard.press('End')
    await colleague.keyboard.type(' Một')
    await colleague.getByText('Đã lưu', { exact: true }).waitFor()
    await page.getByRole('button', { name: 'Khôi phục bản chốt 1…' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('1 đoạn chuyển chỗ').waitFor()
    await shot(page, 'restore-1366')
    await dialog.getByRole('button', { name: 'Khôi phục', exact: true }).click()
    await dialog.waitFor({ state: 'hidden' })
    await paper.getByText('ba mươi mốt').waitFor()
    await colleague.keyboard.type(' hai ba.')
    await paper.getByText('được giao. hai ba.').waitFor()
    expect(await line.locator('[data-thread]').allInnerTexts()).toEqual(['nêu gương'])
    await colleague.context().close()
  })

  it('[D6] the history goes back by the slider and says who wrote what', async () => {
    await page.goto(`/sessions/${session.id}/history/draft`)
    const text = page.locator('.history-page')
    await text.getByText('ba mươi mốt').waitFor()
    await page.getByRole('slider').press('ArrowLeft')
    await page.getByRole('status').getByText('Trước khi khôi phục bản chốt 1').waitFor()
    await text.getByText('Trường Chính trị').waitFor()
    await page.locator('.history-people').getByText('Trần Thị Hạnh').waitFor()
    await shot(page, 'history-1366')
    await page.getByLabel('Tên mốc').fill('Trước khi gửi chi ủy')
    await page.getByRole('button', { name: 'Đặt tên', exact: true }).click()
    await page.locator('.history-points').getByText('Trước khi gửi chi ủy').waitFor()
    expect(complaints).toEqual([])
  })

  it('[D7] a guest is offered frozen versions only, and refused the rest', async () => {
    const guest = await enter(browser, server.origin, 'khach')
    const khach = await signIn(server.origin, 'khach')
    const { id } = await khach.sessionAt('archived')
    await guest.goto(`/sessions/${id}/compare`)
    await guest.locator('.changes').waitFor()
    const offered = guest.getByLabel('Bản mới').locator('option')
    expect(await offered.allInnerTexts()).toEqual(['Bản chốt 1', 'Bản chốt 2'])
    await guest.goto(`/sessions/${id}/compare?from=outline&to=draft`)
    await guest.locator('.ui-notice').getByRole('link', { name: 'Về kế hoạch năm' }).waitFor()
    await guest.context().close()
  })

  it('freezing shows what was changed since the committee passed the text', async () => {
    const phuong = await signIn(server.origin, 'phuong')
    await act(phuong, session, 'pass')
    await writeInto(await signIn(server.origin, 'hanh'), session.documents.draft, 'Thêm sau đó.')
    const tuan = await enter(browser, server.origin, 'tuan', { path: `/sessions/${session.id}` })
    await tuan.getByRole('button', { name: 'Chốt bản…' }).click()
    await tuan.getByText('Từ khi chi ủy thông qua: 1 đoạn thêm.').waitFor()
    await shot(tuan, 'freeze-1366')
    await tuan.getByRole('link', { name: 'Xem phần thay đổi' }).click()
    await tuan.locator('.change.is-inserted').getByText('Thêm sau đó.').waitFor()
    await tuan.context().close()
  })

  it('they fit a phone and a small screen', async () => {
    const paths = [
      `/sessions/${session.id}/compare?from=version.${session.versions[0]?.id}&to=draft`,
      `/sessions/${session.id}/history/draft`,
    ]
    for (const [width, height] of [
      [390, 844],
      [1024, 768],
    ] as const) {
      const small = await enter(browser, server.origin, 'bao', { width, height })
      for (const [i, path] of paths.entries()) {
        await small.goto(path)
        await small.locator(i === 0 ? '.changes' : '.version-text').waitFor()
        expect(await small.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
        await shot(small, `${i === 0 ? 'compare' : 'history'}-${width}`)
      }
      await small.context().close()
    }
  })
})
