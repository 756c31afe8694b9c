// The main job, end to end, in real browsers: from planning a session to its version on the screen of the room.
import { createHash } from 'node:crypto'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { formatDate } from '../../shared/i18n/dates'
import { enter, openBrowser } from '../kit/browser'
import { type RunningServer, startServer } from '../kit/start-server'
import { signIn } from '../kit/visitor'

const topic = 'Đọc sách cùng học sinh'
const accounts = ['nga', 'hanh', 'bao', 'thoa', 'truc', 'phuong', 'tuan', 'khach'] as const
type Account = (typeof accounts)[number]

describe('a session from its plan to the screen of the meeting room', () => {
  let server: RunningServer
  let browser: Browser
  let path = ''
  const pages = {} as Record<Account, Page>
  const complaints: string[] = []

  const paper = (account: Account) => pages[account].getByRole('textbox', { name: /^Nội dung/ })
  const words = (account: Account, text: string) =>
    paper(account).getByText(text, { exact: false }).first()
  const saved = (account: Account) => pages[account].getByText('Đã lưu', { exact: true })
  const open = async (account: Account, to: string) => {
    pages[account] ??= await enter(browser, server.origin, account)
    pages[account].on('pageerror', (error) => complaints.push(`${account}: ${error.stack}`))
    await pages[account].goto(to)
  }
  /** Presses the stage bar's button for a move and agrees in its dialog. */
  const move = async (account: Account, name: string, reason?: string) => {
    const page = pages[account]
    const button = page.getByRole('button', { name: `${name}…` })
    const menu = page.getByRole('button', { name: 'Việc khác' })
    await button.or(menu).first().waitFor()
    if (await button.isVisible()) await button.click()
    else {
      await menu.click()
      await page.getByRole('menuitem', { name }).click()
    }
    const dialog = page.getByRole('dialog')
    if (reason) await dialog.getByLabel('Lý do').fill(reason)
    await dialog.getByRole('button', { name, exact: true }).click()
    await dialog.waitFor({ state: 'hidden' })
  }
  /** Selects words in the paper as a reader does. */
  const select = async (account: Account, text: string) => {
    await paper(account).evaluate((root, wanted) => {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.textContent?.indexOf(wanted) ?? -1
        if (at < 0) continue
        const range = document.createRange()
        range.setStart(node, at)
        range.setEnd(node, at + wanted.length)
        ;(root as HTMLElement).focus()
        document.getSelection()?.removeAllRanges()
        document.getSelection()?.addRange(range)
        return
      }
      throw new Error(`not in the paper: ${wanted}`)
    }, text)
  }
  const comment = async (account: Account, quote: string, body: string) => {
    const page = pages[account]
    await words(account, quote).waitFor()
    await select(account, quote)
    await page.locator('.comment-bubble').click()
    await page.getByLabel('Nội dung góp ý').fill(body)
    await page.getByRole('button', { name: 'Gửi góp ý' }).click()
    await page.getByRole('article').getByText(body).waitFor()
  }

  beforeAll(async () => {
    server = await startServer({ demo: true })
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    server?.forget()
  })

  it('nga plans a session, names everyone and assigns it', async () => {
    await open('nga', '/')
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
    await move('nga', 'Giao viết đề cương')
    await nga.getByText('Đề cương', { exact: true }).first().waitFor()
  })

  it('hanh and bao write the outline together and see each other', async () => {
    await Promise.all([open('hanh', path), open('bao', path)])
    await paper('hanh').click()
    await pages.hanh.keyboard.type('Mỗi lớp có một tủ sách nhỏ.')
    await words('bao', 'Mỗi lớp có một tủ sách nhỏ.').waitFor()
    await saved('hanh').waitFor()

    await paper('bao').click()
    await pages.bao.keyboard.press('Control+End')
    await pages.bao.keyboard.press('Enter')
    await pages.bao.keyboard.type('Mỗi đảng viên kèm hai học sinh.')
    await words('hanh', 'Mỗi đảng viên kèm hai học sinh.').waitFor()
    await paper('hanh').getByText('Phạm Quốc Bảo').first().waitFor({ state: 'attached' })

    // Undo takes back one's own words only.
    await pages.hanh.keyboard.press('Control+End')
    await pages.hanh.keyboard.press('Enter')
    await pages.hanh.keyboard.type('Câu này viết nhầm.')
    await words('bao', 'Câu này viết nhầm.').waitFor()
    await pages.hanh.keyboard.press('Control+z')
    await words('bao', 'Câu này viết nhầm.').waitFor({ state: 'detached' })
    expect(await paper('hanh').innerText()).toContain('Mỗi đảng viên kèm hai học sinh.')

    // Headings, bold and a table reach the other side as what they are.
    await pages.hanh.keyboard.press('Control+Home')
    await pages.hanh.keyboard.press('Enter')
    await pages.hanh.keyboard.press('ArrowUp')
    await pages.hanh.keyboard.press('Control+Alt+1')
    await pages.hanh.keyboard.type('I- MỤC ĐÍCH')
    await paper('bao').getByRole('heading', { name: 'I- MỤC ĐÍCH' }).waitFor()
    await pages.bao.keyboard.press('Control+End')
    await pages.bao.keyboard.press('Enter')
    await pages.bao.keyboard.press('Control+b')
    await pages.bao.keyboard.type('Quan trọng')
    await paper('hanh').locator('strong', { hasText: 'Quan trọng' }).waitFor()
    await Promise.all([saved('hanh').waitFor(), saved('bao').waitFor()])
  })

  it('[M2] hanh and nga start the draft at the same moment: it is seeded once', async () => {
    await Promise.all(
      (['hanh', 'nga'] as const).map(async (account) => {
        const page = pages[account]
        await page.getByRole('button', { name: 'Bắt đầu dự thảo…' }).click()
      }),
    )
    const confirm = (account: Account) =>
      pages[account].getByRole('dialog').getByRole('button', { name: 'Bắt đầu dự thảo' })
    // Whoever is second may be told that it has happened; the dialog of the first just closes.
    await Promise.all(
      [confirm('hanh').click(), confirm('nga').click()].map((click) => click.catch(() => null)),
    )
    await Promise.all([open('hanh', `${path}/draft`), open('bao', `${path}/draft`)])
    await words('hanh', 'Mỗi lớp có một tủ sách nhỏ.').waitFor()
    const text = await paper('hanh').innerText()
    expect(text.split('Mỗi lớp có một tủ sách nhỏ.')).toHaveLength(2)
  })

  it('thoa and truc comment beside the words, reply, and cannot change the text', async () => {
    await Promise.all([open('thoa', `${path}/draft`), open('truc', `${path}/draft`)])
    await comment('thoa', 'một tủ sách nhỏ', 'Nên nói rõ bao nhiêu đầu sách.')
    await pages.truc.getByRole('article').getByText('Nên nói rõ bao nhiêu đầu sách.').waitFor()
    await comment('truc', 'kèm hai học sinh', 'Em xin nhận lớp 6A.')
    await pages.thoa.getByText('Em xin nhận lớp 6A.').waitFor()

    const card = pages.truc.getByRole('article').filter({ hasText: 'Nên nói rõ bao nhiêu' })
    await card.getByRole('button', { name: 'Trả lời' }).first().click()
    await card.getByRole('textbox').fill('Em đồng ý.')
    await card.getByRole('button', { name: 'Gửi trả lời' }).click()
    await pages.thoa.getByText('Em đồng ý.').waitFor()

    // The words are marked on the writers' own pages, and stay marked when a line comes before.
    const marked = paper('hanh').locator('[data-thread]', { hasText: 'một tủ sách nhỏ' })
    await marked.waitFor()
    await paper('hanh').click()
    await pages.hanh.keyboard.press('Control+Home')
    await pages.hanh.keyboard.press('Enter')
    await marked.waitFor()

    expect(await paper('thoa').getAttribute('contenteditable')).toBe('false')
    await paper('thoa').click()
    await pages.thoa.keyboard.type('không được viết')
    expect(await paper('thoa').innerText()).not.toContain('không được viết')
  })

  it('[R5] [R6] khach sees nothing yet, kythuat no papers at all', async () => {
    await open('khach', '/')
    await pages.khach.getByRole('heading').first().waitFor()
    expect(await pages.khach.getByText(topic).count()).toBe(0)
    const technician = await signIn(server.origin, 'kythuat')
    expect((await technician.get('/api/sessions')).body.sessions).toEqual([])
  })

  it('phuong passes, tuan freezes: the text stops for everyone and becomes version 1', async () => {
    await Promise.all([open('phuong', `${path}/draft`), open('tuan', `${path}/draft`)])
    await move('phuong', 'Thông qua dự thảo')
    await pages.hanh.keyboard.press('Control+End')
    await move('tuan', 'Chốt bản')
    for (const account of ['hanh', 'bao', 'thoa'] as const) {
      await pages[account]
        .getByText(/Bản chốt 1 ·/)
        .first()
        .waitFor()
    }
    await expect.poll(() => paper('hanh').getAttribute('contenteditable')).toBe('false')

    const nga = await signIn(server.origin, 'nga')
    const { body: session } = await nga.get(`/api${path}`)
    const [version] = session.versions
    const { body: bytes } = await nga.get(`/api/versions/${version.id}/bytes`)
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(version.sha256)
    expect(bytes).toContain('Mỗi lớp có một tủ sách nhỏ.')
  })

  it('[M5] nga reopens with a reason, and version 2 follows', async () => {
    await pages.nga.goto(`${path}/draft`)
    await move('nga', 'Mở lại dự thảo', 'Bổ sung số đầu sách')
    await pages.hanh.goto(`${path}/draft`)
    await expect.poll(() => paper('hanh').getAttribute('contenteditable')).toBe('true')
    await paper('hanh').click()
    await pages.hanh.keyboard.press('Control+End')
    await pages.hanh.keyboard.press('Enter')
    await pages.hanh.keyboard.type('Mỗi tủ có ba mươi đầu sách.')
    await saved('hanh').waitFor()
    await move('phuong', 'Thông qua dự thảo')
    await move('nga', 'Chốt bản')
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
    const seen = new Set<string>([await title.innerText()])
    await nga.keyboard.press('Home')
    await nga.keyboard.press('PageDown')
    await expect.poll(() => title.innerText()).toContain('MỤC ĐÍCH')
    seen.add(await title.innerText())
    await nga.keyboard.press('PageUp')
    const size = await nga
      .locator('.projector-unit p')
      .first()
      .evaluate((node) => Number.parseFloat(getComputedStyle(node).fontSize))
    expect(size).toBeGreaterThanOrEqual(28)
    await nga.keyboard.press('q')
    const address = await nga.getByRole('dialog').locator('.projector-address').innerText()
    await nga.keyboard.press('Escape')
    // The guest opens the same version on a phone.
    await pages.khach.setViewportSize({ width: 390, height: 844 })
    await pages.khach.goto(address)
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
    await words('thoa', 'Mỗi tủ có ba mươi đầu sách.').waitFor()
    await pages.thoa.getByText('Nên nói rõ bao nhiêu đầu sách.').first().waitFor()
    expect(complaints).toEqual([])
  })
})
