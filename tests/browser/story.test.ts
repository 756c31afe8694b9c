// The main job, end to end, in real browsers: from planning a session to its version on the screen of the room.
import { createHash } from 'node:crypto'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { formatDate } from '../../shared/i18n/dates'
import { openBrowser } from '../kit/browser'
import { type RunningServer, startServer } from '../kit/start-server'
import { signIn } from '../kit/visitor'
import { Cast } from './cast'

const topic = 'Đọc sách cùng học sinh'
const accounts = ['nga', 'hanh', 'bao', 'thoa', 'truc', 'phuong', 'tuan', 'khach'] as const
type Account = (typeof accounts)[number]

describe('a session from its plan to the screen of the meeting room', () => {
  let server: RunningServer
  let browser: Browser
  let path = ''
  let cast: Cast<Account>
  let pages: Cast<Account>['pages']

  beforeAll(async () => {
    server = await startServer({ demo: true })
    browser = await openBrowser()
    cast = new Cast(browser, server.origin)
    pages = cast.pages
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    server?.forget()
  })

  it('nga plans a session, names everyone and assigns it', async () => {
    await cast.open('nga', '/')
    const { nga } = pages
    await nga.getByRole('button', { name: 'Thêm chuyên đề' }).click()
    const form = nga.getByRole('dialog')
    await form.getByLabel('Tên chuyên đề').fill(topic)
    const inFourWeeks = new Date(Date.now() + 28 * 24 * 3600 * 1000).toISOString()
    await form.getByLabel('Ngày sinh hoạt').fill(formatDate(inFourWeeks))
    await form.getByLabel('Người chuẩn bị').selectOption('hanh')
    await form.getByLabel('Thư ký').selectOption('tuan')
    await form.getByLabel('Chủ trì').selectOption('nga')
    const coAuthors = form.getByRole('group', { name: 'Người phối hợp' })
    await coAuthors.getByLabel('Phạm Quốc Bảo').check()
    const guests = form.getByRole('group', { name: 'Đại biểu cấp trên' })
    await guests.getByLabel('Lý Quang Vinh').check()
    await form.getByRole('button', { name: 'Thêm chuyên đề' }).click()
    await form.waitFor({ state: 'hidden' })
    await nga.getByText(topic).first().click()
    await nga.waitForURL(/\/sessions\//)
    path = new URL(nga.url()).pathname.split('/').slice(0, 3).join('/')
    await cast.move('nga', 'Giao viết đề cương')
    await nga.getByText('Đề cương', { exact: true }).first().waitFor()
  })

  it('hanh and bao write the outline together and see each other', async () => {
    await Promise.all([cast.open('hanh', path), cast.open('bao', path)])
    await cast.paper('hanh').click()
    await pages.hanh.keyboard.type('Mỗi lớp có một tủ sách nhỏ.')
    const typedAt = performance.now()
    await cast.words('bao', 'Mỗi lớp có một tủ sách nhỏ.').waitFor()
    await cast.saved('hanh').waitFor()

    await cast.paper('bao').click()
    await pages.bao.keyboard.press('Control+End')
    await pages.bao.keyboard.press('Enter')
    await pages.bao.keyboard.type('Mỗi đảng viên kèm hai học sinh.')
    await cast.words('hanh', 'Mỗi đảng viên kèm hai học sinh.').waitFor()
    await cast.paper('hanh').locator('.paper-caret[data-name="Phạm Quốc Bảo"]').waitFor()

    // Undo takes back one's own words only; those of one half second are one step.
    await expect.poll(() => performance.now() - typedAt).toBeGreaterThan(600)
    await pages.hanh.keyboard.press('Control+End')
    await pages.hanh.keyboard.press('Enter')
    await pages.hanh.keyboard.type('Câu này viết nhầm.')
    await cast.words('bao', 'Câu này viết nhầm.').waitFor()
    await pages.hanh.keyboard.press('Control+z')
    await cast.words('bao', 'Câu này viết nhầm.').waitFor({ state: 'detached' })
    expect(await cast.paper('hanh').textContent()).toContain(
      'Mỗi lớp có một tủ sách nhỏ.Mỗi đảng viên kèm hai học sinh.',
    )

    // Headings, bold and a table reach the other side as what they are.
    await pages.hanh.keyboard.press('Control+Home')
    await pages.hanh.keyboard.press('Enter')
    await pages.hanh.keyboard.press('ArrowUp')
    await pages.hanh.keyboard.press('Control+Alt+1')
    await pages.hanh.keyboard.type('I- MỤC ĐÍCH')
    await cast.paper('bao').getByRole('heading', { name: 'I- MỤC ĐÍCH' }).waitFor()
    await pages.bao.keyboard.press('Control+End')
    await pages.bao.keyboard.press('Enter')
    await pages.bao.keyboard.press('Control+b')
    await pages.bao.keyboard.type('Quan trọng')
    await cast.paper('hanh').locator('strong', { hasText: 'Quan trọng' }).waitFor()
    await Promise.all([cast.saved('hanh').waitFor(), cast.saved('bao').waitFor()])
  })

  it('[M2] hanh and nga start the draft at the same moment: it is seeded once', async () => {
    await Promise.all(
      (['hanh', 'nga'] as const).map(async (account) => {
        const page = pages[account]
        await page.getByRole('button', { name: 'Bắt đầu dự thảo…' }).click()
      }),
    )
    // The very buttons are pressed: the dialog of whoever is second may close under the hand.
    const buttons = await Promise.all(
      (['hanh', 'nga'] as const).map((account) =>
        pages[account]
          .getByRole('dialog')
          .getByRole('button', { name: 'Bắt đầu dự thảo' })
          .elementHandle(),
      ),
    )
    await Promise.all(
      buttons.map((button) => button?.evaluate((node) => (node as HTMLElement).click())),
    )
    await pages.hanh.getByText('Dự thảo', { exact: true }).first().waitFor()
    await Promise.all([cast.open('hanh', `${path}/draft`), cast.open('bao', `${path}/draft`)])
    await cast.words('hanh', 'Mỗi lớp có một tủ sách nhỏ.').waitFor()
    const text = (await cast.paper('hanh').textContent()) ?? ''
    expect(text.split('Mỗi lớp có một tủ sách nhỏ.')).toHaveLength(2)
  })

  it('thoa and truc comment beside the words, reply, and cannot change the text', async () => {
    await Promise.all([cast.open('thoa', `${path}/draft`), cast.open('truc', `${path}/draft`)])
    await cast.comment('thoa', 'một tủ sách nhỏ', 'Nên nói rõ bao nhiêu đầu sách.')
    await pages.truc.getByRole('article').getByText('Nên nói rõ bao nhiêu đầu sách.').waitFor()
    await cast.comment('truc', 'kèm hai học sinh', 'Em xin nhận lớp 6A.')
    await pages.thoa.getByText('Em xin nhận lớp 6A.').waitFor()

    const card = pages.truc.getByRole('article').filter({ hasText: 'Nên nói rõ bao nhiêu' })
    await card.getByText('Nên nói rõ bao nhiêu').click()
    await card.getByRole('textbox').fill('Em đồng ý.')
    await card.getByRole('button', { name: 'Gửi trả lời' }).click()
    await pages.thoa.getByText('Em đồng ý.').waitFor()

    // The words are marked on the writers' own pages, and stay marked when a line comes before.
    const marked = cast.paper('hanh').locator('[data-thread]', { hasText: 'một tủ sách nhỏ' })
    await marked.waitFor()
    await cast.paper('hanh').click()
    await pages.hanh.keyboard.press('Control+Home')
    await pages.hanh.keyboard.press('Enter')
    await marked.waitFor()

    expect(await cast.paper('thoa').getAttribute('contenteditable')).toBe('false')
    await cast.paper('thoa').click()
    await pages.thoa.keyboard.type('không được viết')
    expect(await cast.paper('thoa').textContent()).not.toContain('không được viết')
  })

  it('[R5] [R6] khach sees nothing yet, kythuat no papers at all', async () => {
    await cast.open('khach', '/')
    await pages.khach.getByRole('heading').first().waitFor()
    expect(await pages.khach.getByText(topic).count()).toBe(0)
    const technician = await signIn(server.origin, 'kythuat')
    expect((await technician.get('/api/sessions')).body.sessions).toEqual([])
  })

  it('phuong passes, tuan freezes: the text stops for everyone and becomes version 1', async () => {
    await Promise.all([cast.open('phuong', `${path}/draft`), cast.open('tuan', `${path}/draft`)])
    await cast.move('phuong', 'Thông qua dự thảo')
    await pages.hanh.keyboard.press('Control+End')
    await cast.move('tuan', 'Chốt bản')
    for (const account of ['hanh', 'bao', 'thoa'] as const) {
      await pages[account]
        .getByText(/Bản chốt 1 ·/)
        .first()
        .waitFor()
    }
    await expect.poll(() => cast.paper('hanh').getAttribute('contenteditable')).toBe('false')

    const nga = await signIn(server.origin, 'nga')
    const { body: session } = await nga.get(`/api${path}`)
    const [version] = session.versions
    const { body: bytes } = await nga.get(`/api/versions/${version.id}/bytes`)
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(version.sha256)
    expect(bytes).toContain('Mỗi lớp có một tủ sách nhỏ.')
  })

  it('[M5] nga reopens with a reason, and version 2 follows', async () => {
    await pages.nga.goto(`${path}/draft`)
    await cast.move('nga', 'Mở lại dự thảo', 'Bổ sung số đầu sách')
    await pages.hanh.goto(`${path}/draft`)
    await expect.poll(() => cast.paper('hanh').getAttribute('contenteditable')).toBe('true')
    await cast.paper('hanh').click()
    await pages.hanh.keyboard.press('Control+End')
    await pages.hanh.keyboard.press('Enter')
    await pages.hanh.keyboard.type('Mỗi tủ có ba mươi đầu sách.')
    await cast.saved('hanh').waitFor()
    await cast.move('phuong', 'Thông qua dự thảo')
    await cast.move('nga', 'Chốt bản')
    await pages.hanh
      .getByText(/Bản chốt 2 ·/)
      .first()
      .waitFor()
  })

  it('nga projects the version: one section a screen, by keys, with a QR code for the phones', async () => {
    const nga = pages.nga
    await nga.setViewportSize({ width: 1024, height: 768 })
    await nga.goto(`${path}/project`)
    const title = nga.getByRole('heading', { level: 1 })
    await title.waitFor()
    await nga
      .getByText(/Bản chốt 2/)
      .first()
      .waitFor()
    await nga.keyboard.press('Home')
    await nga.keyboard.press('Shift+PageDown')
    await expect.poll(() => title.textContent()).toContain('MỤC ĐÍCH')
    await nga.keyboard.press('PageUp')
    const size = await nga
      .locator('.projector-unit p')
      .first()
      .evaluate((node) => Number.parseFloat(getComputedStyle(node).fontSize))
    expect(size).toBeGreaterThanOrEqual(28)
    await nga.keyboard.press('q')
    const address = await nga.locator('.projector-address').textContent()
    await nga.keyboard.press('Escape')
    // The guest opens the same version on a phone.
    await pages.khach.setViewportSize({ width: 390, height: 844 })
    await pages.khach.goto(address ?? '')
    await pages.khach.getByText('Mỗi tủ có ba mươi đầu sách.').first().waitFor()
  })

  it('[T6] after kill -9 everything that was said to be saved is there', async () => {
    const before = await (await signIn(server.origin, 'nga')).get(`/api${path}`)
    const { port } = new URL(server.origin)
    await server.kill()
    await pages.hanh
      .getByText(/Mất kết nối|Chỉ đọc/)
      .first()
      .waitFor()
    const { dataDir } = server
    server = await startServer({ demo: true, dataDir, port: Number(port) })
    const nga = await signIn(server.origin, 'nga')
    const { body: after } = await nga.get(`/api${path}`)
    expect(after.versions).toEqual(before.body.versions)
    for (const { id, sha256 } of after.versions) {
      const { body } = await nga.get(`/api/versions/${id}/bytes`)
      expect(createHash('sha256').update(body).digest('hex')).toBe(sha256)
    }
    const { body } = await nga.get(`/api/documents/${after.documents.draft}/threads`)
    const standing = body.threads.map((thread: { quote: string; detached: boolean }) => [
      thread.quote,
      thread.detached,
    ])
    expect(standing).toEqual([
      ['một tủ sách nhỏ', false],
      ['kèm hai học sinh', false],
    ])
    await pages.thoa.goto(`${path}/draft`)
    await cast.words('thoa', 'Mỗi tủ có ba mươi đầu sách.').waitFor()
    await pages.thoa.getByText('Nên nói rõ bao nhiêu đầu sách.').first().waitFor()
    expect(cast.complaints).toEqual([])
  })
})
