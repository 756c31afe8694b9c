// Before the meeting: a phone says that one cannot come, the roll is called, a guest enters by link, the room is checked.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { enter, openBrowser } from '../kit/browser'
import { type People, type SeenSession, sessionAt, signInAll } from '../kit/session-maker'
import { type RunningServer, startServer } from '../kit/start-server'

describe('before the meeting', () => {
  let server: RunningServer
  let browser: Browser
  let people: People
  let session: SeenSession
  const pages: Record<string, Page> = {}
  const at = (name: string) => pages[name] as Page
  const path = (rest: string) => `/sessions/${session.id}/${rest}`
  const phone = { width: 390, height: 844, isPhone: true }

  beforeAll(async () => {
    server = await startServer({ demo: true })
    people = await signInAll(server.origin)
    session = await sessionAt(people, 'frozen')
    browser = await openBrowser()
    pages.nga = await enter(browser, server.origin, 'nga', { path: path('before') })
    pages.thoa = await enter(browser, server.origin, 'thoa', { path: path('before'), ...phone })
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    server?.forget()
  })

  it('a dialog takes what is typed at once into its first field', async () => {
    await at('nga').getByRole('button', { name: 'Báo vắng', exact: true }).click()
    const dialog = at('nga').getByRole('dialog')
    await dialog.waitFor()
    await at('nga').keyboard.type('Bận việc nhà')
    expect(await dialog.getByLabel('Lý do vắng').inputValue()).toBe('Bận việc nhà')
    await at('nga').keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
  })

  it('[V1][V2] an absence announced on a phone stands on the secretary’s page, after a restart too', async () => {
    await at('thoa').getByRole('button', { name: 'Báo vắng' }).click()
    const dialog = at('thoa').getByRole('dialog')
    await dialog.getByRole('button', { name: 'Báo vắng' }).click()
    await dialog.getByText('Cần ghi lý do').waitFor()
    await dialog.getByLabel('Lý do vắng').fill('Đi tập huấn ở Sở')
    await dialog.getByRole('button', { name: 'Báo vắng' }).click()
    await at('thoa').getByText('Đồng chí đã báo vắng: Đi tập huấn ở Sở').waitFor()
    await at('nga').getByText('Đã báo vắng (1)').waitFor()
    await at('nga').goto('/')
    await at('nga').getByRole('button', { name: 'Quy định của chi bộ' }).click()
    const rules = at('nga').getByRole('dialog')
    await rules.getByLabel('Kết hợp sinh hoạt định kỳ').fill('150')
    await rules.getByRole('button', { name: 'Lưu' }).click()
    await rules.waitFor({ state: 'detached' })
    await at('nga').goto(path('before'))
    await server.stop()
    const { port } = new URL(server.origin)
    server = await startServer({ dataDir: server.dataDir, port: Number(port) })
    await at('nga').reload()
    await at('nga').getByText('Dự kiến có mặt 7/8 người có quyền biểu quyết').waitFor()
    await at('nga').getByText('Võ Thị Kim Thoa: Đi tập huấn ở Sở').waitFor()
  })

  it('[R15] the rules that the secretary set are the deputy’s too, after that restart', async () => {
    const lam = await enter(browser, server.origin, 'lam', { path: path('room') })
    await lam.getByRole('button', { name: 'Lập chương trình' }).click()
    await lam.getByText('ít nhất 150 phút').waitFor()
    await lam.close()
  })

  it('[V4] the roll is called by keys; who announced an absence is excused, and the quorum counts', async () => {
    pages.tuan = await enter(browser, server.origin, 'tuan', { path: path('room'), width: 1024 })
    await at('tuan').getByRole('button', { name: 'Điểm danh…' }).click()
    const roll = at('tuan').getByRole('dialog')
    const thoa = roll.getByRole('group', { name: 'Võ Thị Kim Thoa' })
    expect(await thoa.getByLabel('Vắng có lý do').isChecked()).toBe(true)
    expect(await thoa.getByLabel('Lý do vắng của').inputValue()).toBe('Đi tập huấn ở Sở')
    await roll.getByLabel('Gõ tên').fill('phuong')
    await roll.getByLabel('Gõ tên').press('Enter')
    const phuong = roll.getByRole('group', { name: 'Lê Thị Mai Phương' })
    expect(await phuong.getByLabel('Có mặt').isChecked()).toBe(true)
    await roll.getByText('Có mặt 1/8 người có quyền biểu quyết: chưa đủ').waitFor()
    await roll.getByRole('button', { name: 'Còn lại có mặt' }).click()
    await roll.getByText('Có mặt 7/8 người có quyền biểu quyết: đủ').waitFor()
    await roll.getByRole('button', { name: 'Lưu' }).click()
    await at('thoa').goto(path('room'))
    await at('thoa').getByText('Có mặt 7/8 người có quyền biểu quyết: đủ').waitFor()
  })

  it('[V7][V3] a guest enters by the link that the secretary made, and is seen to have read', async () => {
    await at('nga').getByLabel('Họ và tên').fill('Lý Thị Kim Oanh')
    await at('nga').getByLabel('Chức vụ').fill('Phó Bí thư Đảng ủy xã')
    await at('nga').getByRole('button', { name: 'Mời và lấy liên kết' }).click()
    const told = at('nga').getByRole('textbox', { name: 'Liên kết của Lý Thị Kim Oanh' })
    const link = /\/guest\/\S+/.exec(await told.inputValue())?.[0] ?? ''
    const context = await browser.newContext({
      baseURL: server.origin,
      viewport: { width: 390, height: 844 },
      isMobile: true,
      hasTouch: true,
    })
    const guest = await context.newPage()
    pages.guest = guest
    await guest.goto(link)
    await guest.getByText('Kính chào đồng chí Lý Thị Kim Oanh').waitFor()
    await guest.getByRole('button', { name: 'Vào đọc tài liệu' }).click()
    await guest.getByText('Đề cương thử nghiệm').waitFor()
    expect(guest.url()).not.toContain(link)
    await guest.getByRole('link', { name: 'Phòng sinh hoạt' }).click()
    await guest.getByText('Buổi sinh hoạt chưa bắt đầu').waitFor()
    await at('nga').reload()
    await at('nga').getByText('đã vào', { exact: true }).waitFor()
    await at('nga').getByRole('button', { name: 'Thu hồi liên kết của Lý Thị Kim Oanh' }).click()
    await at('nga').getByText('chưa có liên kết').waitFor()
    await guest.goto(link)
    await guest.getByText('Liên kết không còn dùng được').waitFor()
  })

  it('[V10][V11] phones are counted as they come through; a rehearsal is marked on every screen', async () => {
    await at('nga').goto(path('check'))
    // Opened by the name it has for itself alone, and listening to nobody else, it says so.
    await at('nga').getByText('điện thoại chưa vào được').waitFor()
    // Any name below `localhost` leads here, and looks like one on the network.
    const named = server.origin.replace('127.0.0.1', 'phong-hop.localhost')
    await at('nga').close()
    pages.nga = await enter(browser, named, 'nga', { path: path('check') })
    await at('nga').getByText('khớp máy chủ').waitFor()
    await at('nga').getByText('đã nạp đủ').waitFor()
    await at('nga').getByText('đang nối').waitFor()
    await at('nga').getByRole('img', { name: 'Mã QR' }).waitFor()
    await at('nga').getByText('Chưa có điện thoại nào').waitFor()
    const check = await people.nga.post(`/api/sessions/${session.id}/check`)
    await at('guest').goto(`/reach/${check.body.token}`)
    await at('guest').getByText('Điện thoại này đã tới được máy chủ').waitFor()
    await at('nga').getByText('1 điện thoại đã tới được máy chủ').waitFor()
    await at('nga').getByRole('link', { name: 'Chạy thử trình chiếu' }).click()
    await at('nga').getByText('Chạy thử', { exact: true }).waitFor()
    await at('thoa').goto(path('project'))
    await at('thoa').getByText('Chạy thử', { exact: true }).waitFor()
  })

  it('fits a phone and the table', async () => {
    await at('nga').setViewportSize({ width: 1024, height: 768 })
    for (const [name, rest] of [
      ['nga', 'before'],
      ['nga', 'check'],
      ['thoa', 'before'],
    ] as const) {
      await at(name).goto(path(rest))
      await at(name).locator('.room-card').first().waitFor()
      const spare = await at(name).evaluate(
        () => document.documentElement.clientWidth - document.documentElement.scrollWidth,
      )
      expect([name, rest, spare]).toEqual([name, rest, 0])
    }
  })

  it('the signs that move an item of the programme are no smaller on a phone', async () => {
    await at('nga').setViewportSize(phone)
    await at('nga').goto(path('before'))
    await at('nga').getByRole('button', { name: 'Lập chương trình' }).click()
    await at('nga').getByRole('button', { name: 'Dùng 14 mục thường lệ' }).click()
    const sign = at('nga').getByRole('button', { name: 'Bỏ mục 1', exact: true })
    expect((await sign.boundingBox())?.width).toBe(32)
  })
})
