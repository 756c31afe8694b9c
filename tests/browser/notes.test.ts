// Private notes in real browsers: written, found again, kept over a reload, and spoken in the meeting.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from '../kit/browser'
import { Ime } from '../kit/ime'
import { noteOf, wordsIn } from '../kit/notes'
import {
  act,
  must,
  type People,
  present,
  type SeenSession,
  sessionAt,
  signInAll,
  writeInto,
} from '../kit/session-maker'
import { type RunningServer, startServer } from '../kit/start-server'
import { Cast } from './cast'

const quote = 'mỗi lớp một tủ sách'
const wait = { timeout: 20_000 }

describe('[N2] [N3] [N4] [N5] [N6] notes to oneself', () => {
  let server: RunningServer
  let browser: Browser
  let cast: Cast<'hanh' | 'dinh' | 'khach'>
  let people: People
  let session: SeenSession
  let path = ''

  beforeAll(async () => {
    server = await startServer({ demo: true })
    browser = await openBrowser()
    people = await signInAll(server.origin)
    session = await sessionAt(people, 'draft')
    path = `/sessions/${session.id}/draft`
    await writeInto(people.hanh, session.documents.draft, `Phấn đấu ${quote} trong năm học.`)
    cast = new Cast(browser, server.origin)
    await Promise.all([cast.open('dinh', path), cast.open('hanh', path)])
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    server?.forget()
  })

  const noted = (account: 'hanh' | 'dinh') => cast.paper(account).locator('.own-note')
  const cards = (account: 'hanh' | 'dinh' | 'khach') =>
    cast.pages[account].locator('.note-list').getByRole('listitem')

  const writersNote = async (words: string) =>
    noteOf(people.hanh, session, await wordsIn(people.hanh, session.documents.draft, words))

  it('is offered at words that were selected before the side had come', async () => {
    const page = cast.pages.dinh
    const side = '**/assets/comments-side-*.js'
    let release: () => void = () => undefined
    const mayCome = new Promise<void>((resolve) => {
      release = resolve
    })
    await page.route(side, async (route) => {
      await mayCome
      await route.continue()
    })
    await page.reload()
    await cast.words('dinh', quote).waitFor()
    await cast.select('dinh', quote)
    release()
    await page.getByRole('button', { name: 'Ghi chú riêng', exact: true }).waitFor()
    await page.unroute(side)
  })

  it('is written at selected words, and what is typed outlives a reload', async () => {
    const page = cast.pages.dinh
    await cast.words('dinh', quote).waitFor()
    await cast.select('dinh', quote)
    await page.getByRole('button', { name: 'Ghi chú riêng', exact: true }).click()
    const composer = page.getByRole('region', { name: 'Ghi chú mới' })
    await composer.getByText('Chỉ mình bạn thấy').waitFor()
    await composer.getByLabel('Nội dung ghi chú').fill('Hỏi: lấy kinh phí ở đâu?')
    await page.reload()
    await cast.words('dinh', quote).waitFor()
    await composer.waitFor()
    expect(await composer.getByLabel('Nội dung ghi chú').inputValue()).toBe(
      'Hỏi: lấy kinh phí ở đâu?',
    )
    await composer.getByLabel('Nội dung ghi chú').press('Control+Enter')
    await cards('dinh').getByText('Hỏi: lấy kinh phí ở đâu?').waitFor()
    await composer.waitFor({ state: 'detached' })
    await expect.poll(() => noted('dinh').allTextContents()).toEqual([quote])
    // A colleague's page knows nothing of it.
    expect(await noted('hanh').count()).toBe(0)
    expect(await cast.pages.hanh.content()).not.toContain('lấy kinh phí')
  })

  it('stays at its words while colleagues write, and through a composed word in them', async () => {
    const hanh = cast.pages.hanh
    await cast.paper('hanh').click()
    await hanh.keyboard.press('Control+Home')
    await hanh.keyboard.type('Dòng mới. ')
    await cast.words('dinh', 'Dòng mới.').waitFor()
    expect(await noted('dinh').allTextContents()).toEqual([quote])

    // The writer's own note, and a word composed in the middle of it.
    await writersNote(quote)
    await hanh.reload()
    await expect.poll(() => noted('hanh').allTextContents(), wait).toEqual([quote])
    await cast.select('hanh', 'lớp')
    await hanh.keyboard.press('ArrowRight')
    const ime = await Ime.on(hanh, () => true)
    await ime.show(' t')
    await writersNote('Dòng mới')
    await ime.compose({ text: ' tổ', keys: '', steps: [' t', ' to', ' tô', ' tổ'] })
    await cast.words('dinh', 'mỗi lớp tổ một tủ sách').waitFor()
    expect(await cast.paper('hanh').textContent()).toContain('mỗi lớp tổ một tủ sách')
    await expect
      .poll(() => noted('hanh').allTextContents(), wait)
      .toEqual(['mỗi lớp tổ một tủ sách'])
  })

  it('is never drawn beside its words, though they grow while its place waits to be drawn', async () => {
    const hanh = cast.pages.hanh
    await writersNote('năm học')
    await hanh.reload()
    await expect.poll(() => noted('hanh').allTextContents(), wait).toContain('năm học')
    await hanh.getByRole('button', { name: 'Ghi chú riêng (' }).click()
    const changed = cards('hanh').filter({ hasText: 'năm học' }).getByText('Đoạn đã đổi')
    await cast.select('hanh', 'năm')
    await hanh.keyboard.press('ArrowRight')
    const ime = await Ime.on(hanh, () => true)
    await ime.show(' t')
    // Its place was looked for, and is drawn when the word has ended.
    await changed.waitFor()
    const ends = await cast.paper('hanh').evaluateHandle((paper) => {
      const seen = new Set<string>()
      const look = () => {
        const words = [...paper.querySelectorAll('.own-note')].map((part) => part.textContent)
        seen.add(words.join('').slice(-3))
      }
      const changes = { childList: true, characterData: true, subtree: true }
      new MutationObserver(look).observe(paper, changes)
      // What waits for the end of the word comes 60 ms after it.
      const isDrawn = new Promise((resolve) =>
        paper.addEventListener('compositionend', () => setTimeout(resolve, 100), { once: true }),
      )
      return { all: () => [...seen], isDrawn }
    })
    await ime.compose({ text: ' tổng', keys: '', steps: [' to', ' tô', ' tổ', ' tổn', ' tổng'] })
    await ends.evaluate(({ isDrawn }) => isDrawn)
    // Who rests within a word takes it back in several steps.
    const undone = async () => {
      await hanh.keyboard.press('Control+z')
      return cast.paper('hanh').textContent()
    }
    await expect.poll(undone, wait).toContain('năm học')
    await changed.waitFor({ state: 'detached' })
    expect(await ends.evaluate(({ all }) => all())).toEqual(['học'])
  })

  it('[N5] says so when its words have changed, and is changed and deleted after asking', async () => {
    const page = cast.pages.dinh
    const card = cards('dinh').first()
    await card.getByText('Đoạn đã đổi').waitFor()
    await card.getByRole('button', { name: 'Xem đoạn' }).click()
    await card.getByRole('button', { name: 'Việc với ghi chú này' }).click()
    await page.getByRole('menuitem', { name: 'Chuyển thành ý kiến phát biểu' }).click()
    await card.getByText('Ý kiến phát biểu').waitFor()
    // Not before the meeting.
    expect(await card.getByRole('button', { name: /Phát biểu/ }).count()).toBe(0)

    await page.getByRole('button', { name: 'Thêm ghi chú' }).click()
    await page.getByLabel('Nội dung ghi chú').fill('Bỏ đi')
    await page.getByRole('button', { name: 'Lưu ghi chú' }).click()
    const second = cards('dinh').filter({ hasText: 'Bỏ đi' })
    const work = second.getByRole('button', { name: 'Việc với ghi chú này' })
    await work.click()
    await page.getByRole('menuitem', { name: 'Sửa' }).click()
    await page.locator('.note-form textarea:focus').waitFor()
    await page.keyboard.type(' nay')
    await page.reload()
    await page.getByRole('button', { name: 'Ghi chú riêng (2)' }).click()
    const box = page.getByLabel('Nội dung ghi chú')
    await expect.poll(() => box.inputValue()).toBe('Bỏ đi nay')
    await page.getByRole('button', { name: 'Lưu ghi chú' }).click()
    await second.getByText('Bỏ đi nay').waitFor()
    await work.click()
    await page.getByRole('menuitem', { name: 'Xóa' }).click()
    const dialog = page.getByRole('dialog', { name: 'Xóa ghi chú này?' })
    await dialog.getByRole('button', { name: 'Xóa' }).click()
    await dialog.waitFor({ state: 'hidden' })
    await expect.poll(() => cards('dinh').count()).toBe(1)
    expect(await second.count()).toBe(0)
  })

  it('[N4] is spoken in the meeting, from the version, after asking; then everyone has it', async () => {
    await act(people.phuong, session, 'pass')
    const frozen = await act(people.tuan, session, 'freeze')
    await must(people.tuan.put(`/api/sessions/${session.id}/attendance`, present))
    await act(people.nga, session, 'open')
    const version = `/versions/${frozen.versions[0]?.id}`
    await Promise.all([cast.open('dinh', version), cast.open('khach', version)])
    const page = cast.pages.dinh
    await cast.pages.khach.getByText('Chưa có góp ý nào.').waitFor()
    await page.getByRole('button', { name: 'Ghi chú riêng (1)' }).click()
    await page.getByRole('button', { name: 'Phát biểu: gửi ý kiến này' }).click()
    const dialog = page.getByRole('dialog', { name: 'Gửi ý kiến này cho mọi người?' })
    await dialog.getByText('Hỏi: lấy kinh phí ở đâu?').waitFor()
    expect(await cast.pages.khach.getByText('Hỏi: lấy kinh phí ở đâu?').count()).toBe(0)
    await dialog.getByRole('button', { name: 'Gửi cho mọi người' }).click()
    for (const account of ['dinh', 'khach'] as const) {
      const spoken = cast.pages[account].locator('details', { hasText: 'Ý kiến đã phát biểu (1)' })
      const card = spoken.getByRole('listitem')
      await card.getByText('Hỏi: lấy kinh phí ở đâu?').waitFor()
      await card.getByText('Mọi người thấy từ').waitFor()
      expect(await card.getByRole('button', { name: 'Việc với ghi chú này' }).count()).toBe(0)
    }
    await page.getByRole('button', { name: 'Ghi chú riêng (0)' }).waitFor()
    expect(cast.complaints).toEqual([])
  })
})
