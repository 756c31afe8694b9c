// The meeting room: the chair leads, people ask to speak from their phones, a vote is taken in secret.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { enter, openBrowser } from '../kit/browser'
import { must, type People, type SeenSession, sessionAt, signInAll } from '../kit/session-maker'
import { type RunningServer, startServer } from '../kit/start-server'

describe('the meeting room', () => {
  let server: RunningServer
  let browser: Browser
  let people: People
  let session: SeenSession
  const pages: Record<string, Page> = {}

  beforeAll(async () => {
    server = await startServer({ demo: true })
    people = await signInAll(server.origin)
    session = await sessionAt(people, 'inSession')
    const attendance = ['nga', 'thoa', 'dinh', 'khach'].map((username) => ({
      username,
      kind: 'present',
    }))
    await must(people.tuan.put(`/api/sessions/${session.id}/attendance`, { attendance }))
    browser = await openBrowser()
    const path = `/sessions/${session.id}/room`
    const phone = { path, width: 390, height: 844, isPhone: true }
    pages.nga = await enter(browser, server.origin, 'nga', { path })
    pages.tuan = await enter(browser, server.origin, 'tuan', { path, width: 1024 })
    pages.thoa = await enter(browser, server.origin, 'thoa', phone)
    pages.khach = await enter(browser, server.origin, 'khach', phone)
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    server?.forget()
  })
  const at = (name: string) => pages[name] as Page

  it('[Q1] the chair takes the usual programme and goes through it; a guest’s phone follows', async () => {
    await at('nga').getByRole('button', { name: 'Lập chương trình' }).click()
    await at('nga').getByRole('button', { name: 'Dùng 14 mục thường lệ' }).click()
    await at('nga').getByText('Cộng 120 phút, đủ 90 phút').waitFor()
    await at('nga').getByLabel('Nội dung mục 1', { exact: true }).fill('Điểm danh')
    await at('nga').getByRole('button', { name: 'Bỏ mục 14' }).click()
    await at('nga').getByRole('button', { name: 'Lưu' }).click()
    await at('nga').getByRole('button', { name: 'Bắt đầu chương trình' }).click()
    await at('nga').getByRole('button', { name: 'Sang mục tiếp theo' }).click()
    const running = at('khach').locator('[aria-current=step]')
    await running.getByText('Tuyên bố lý do').waitFor()
    expect(await at('khach').getByRole('button', { name: /mục/ }).count()).toBe(0)
  })

  it('[Z13] what the secretary saves of the programme stands in the chair’s open dialog, beside her own', async () => {
    const path = `/api/sessions/${session.id}`
    const nga = at('nga')
    await nga.getByRole('button', { name: 'Sửa chương trình' }).click()
    const dialog = nga.getByRole('dialog')
    const title = (number: number) => dialog.getByLabel(`Nội dung mục ${number}`, { exact: true })
    await title(1).fill('Điểm danh, giới thiệu khách')
    await dialog.getByRole('button', { name: 'Đưa mục 4 lên' }).click()
    const before = (await must(people.lam.get(path))).meeting.programme
    const [roll, second, third, fourth, ...rest] = before
    const programme = [
      { ...roll, title: 'Điểm danh, ổn định' },
      { ...second, title: 'Tuyên bố lý do, giới thiệu đại biểu' },
      ...[third, fourth, ...rest],
      { ...roll, id: 'song', title: 'Hát Quốc ca' },
    ]
    await must(people.lam.put(`${path}/programme`, { programme, seen: before }))
    await expect.poll(() => title(2).inputValue()).toBe(programme[1].title)
    expect(await title(3).inputValue()).toBe(fourth.title)
    expect(await title(1).inputValue()).toBe('Điểm danh, giới thiệu khách')
    await dialog.getByText('Điểm danh, ổn định', { exact: false }).waitFor()
    await dialog.getByRole('button', { name: 'Lấy nội dung vừa lưu' }).click()
    expect(await title(1).inputValue()).toBe('Điểm danh, ổn định')
    await nga.keyboard.press('Escape')
    await nga.getByRole('button', { name: 'Sửa chương trình' }).click()
    await dialog.getByText('chưa lưu').first().waitFor()
    await dialog.getByRole('button', { name: 'Lưu', exact: true }).click()
    await dialog.waitFor({ state: 'detached' })
    const kept = (await must(people.lam.get(path))).meeting.programme
    expect(kept.map(({ title }: { title: string }) => title)).toEqual(
      [programme[0], programme[1], fourth, third, ...rest, programme.at(-1)].map(
        (item) => item.title,
      ),
    )
  })

  const screen = async () => {
    pages.screen ??= await enter(browser, server.origin, 'nga', {
      path: `/sessions/${session.id}/project`,
      width: 1024,
    })
    return pages.screen.locator('.projector-now')
  }

  it('[Q2] who asks on the phone stands on the chair’s list, is called, and sees it', async () => {
    await at('thoa').getByLabel('Về đoạn số').fill('3')
    await at('thoa').getByRole('button', { name: 'Xin phát biểu' }).click()
    await at('thoa').getByText('thứ 1 trong danh sách').waitFor()
    await at('nga').getByText('đoạn 3').waitFor()
    await at('nga')
      .getByRole('button', { name: /^Mời .* phát biểu$/ })
      .click()
    await at('thoa').getByText('Mời đồng chí phát biểu về đoạn 3').waitFor()
    await (await screen()).getByText('Đang phát biểu').waitFor()
    await (await screen()).getByText('2. Tuyên bố lý do').waitFor()
    await at('nga').getByRole('button', { name: 'Phát biểu xong' }).click()
    await at('khach').getByText('Đã phát biểu (1)').waitFor()
  })

  it('[Q3][Q4] a secret ballot is cast on a phone; the room sees numbers only', async () => {
    await at('tuan').getByRole('button', { name: 'Đưa ra biểu quyết' }).click()
    await at('tuan').getByLabel('Nội dung biểu quyết').fill('Thông qua nghị quyết chuyên đề')
    await at('tuan').getByLabel('Phiếu kín').check()
    await at('tuan').getByRole('button', { name: 'Bắt đầu biểu quyết' }).click()
    await at('thoa').getByText('Không tán thành').click()
    await at('thoa').getByRole('button', { name: 'Bỏ phiếu' }).click()
    await at('thoa').getByText('Đã nhận phiếu').waitFor()
    await at('tuan').getByText('Đã bỏ 1/3 phiếu').waitFor()
    await (await screen()).getByText('Đã bỏ 1/3 phiếu').waitFor()
    expect(await at('khach').getByRole('button', { name: 'Bỏ phiếu' }).count()).toBe(0)
    await at('tuan').getByRole('button', { name: 'kiểm phiếu' }).click()
    await at('khach').getByText('1 (33,3%)').waitFor()
    await at('khach').getByText('Không bỏ phiếu: 2').waitFor()
  })

  it('fits a phone and the table', async () => {
    for (const page of Object.values(pages)) {
      const spare = await page.evaluate(
        () => document.documentElement.clientWidth - document.documentElement.scrollWidth,
      )
      expect(spare).toBe(0)
    }
  })
})
