// After the meeting: the conclusion from opinions, the minutes agreed and signed, the revising desk, a task reported.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { enter, openBrowser } from '../kit/browser'
import { speaks } from '../kit/meeting'
import {
  act,
  answerAll,
  must,
  type People,
  type SeenSession,
  sessionAt,
  signInAll,
} from '../kit/session-maker'
import { type RunningServer, startServer } from '../kit/start-server'

describe('after the meeting', () => {
  let server: RunningServer
  let browser: Browser
  let people: People
  let session: SeenSession
  let nga: Page
  let tuan: Page
  let hanh: Page

  beforeAll(async () => {
    server = await startServer({ demo: true })
    people = await signInAll(server.origin)
    session = await sessionAt(people, 'inSession')
    await speaks(people, session, 'thoa', 'Nên mở lớp tập huấn.')
    await speaks(people, session, 'khach', 'Nên ghi rõ kinh phí.')
    browser = await openBrowser()
    const room = { path: `/sessions/${session.id}/room` }
    nga = await enter(browser, server.origin, 'nga', room)
    tuan = await enter(browser, server.origin, 'tuan', {
      path: `/sessions/${session.id}/minutes`,
      width: 1024,
    })
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    server?.forget()
  })

  it('[Z1] the chair makes one item of two opinions, and names who, when and what shows it', async () => {
    await nga.getByRole('button', { name: 'Kết luận của chủ trì' }).click()
    const dialog = nga.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Lấy từ ý kiến' }).click()
    await dialog.getByLabel('Nên mở lớp tập huấn.').check()
    await dialog.getByLabel('Nên ghi rõ kinh phí.').check()
    await dialog.getByText('Đã chọn 2').waitFor()
    await dialog.getByRole('button', { name: 'Gộp thành việc phải làm' }).click()
    await dialog.getByText('Lấy từ ý kiến: Võ Thị Kim Thoa, Lý Quang Vinh').waitFor()
    await dialog.getByLabel('Nội dung').fill('Mở lớp tập huấn, có kinh phí')
    await dialog.getByLabel('Người chịu trách nhiệm').selectOption('thoa')
    await dialog.getByLabel('Thời hạn').fill('1/7/2030')
    await dialog.getByLabel('Thế nào là đã xong').fill('Biên bản lớp')
    await dialog.getByRole('button', { name: 'Thêm yêu cầu sửa văn bản' }).click()
    await dialog.getByLabel('Nội dung').last().fill('Ghi rõ kinh phí ở mục IV')
    await dialog.getByRole('button', { name: 'Lưu' }).click()
    await dialog.waitFor({ state: 'detached' })
    const seen = await must(people.tuan.get(`/api/sessions/${session.id}`))
    expect(seen.conclusion[0]).toMatchObject({
      evidence: 'Biên bản lớp',
      responsible: 'thoa',
      dueOn: '2030-07-01',
    })
    expect(seen.conclusion[0].from).toHaveLength(2)
  })

  it('[Z13] what the minutes-taker saves stands in the chair’s open dialog, beside what she writes', async () => {
    const path = `/api/sessions/${session.id}`
    const { conclusion: seen } = await must(people.tuan.get(path))
    const open = async () => {
      await nga.getByRole('button', { name: 'Việc khác' }).click()
      await nga.getByRole('menuitem', { name: 'Kết luận của chủ trì' }).click()
    }
    await open()
    const dialog = nga.getByRole('dialog')
    const body = (index: number) => dialog.getByLabel('Nội dung', { exact: true }).nth(index)
    await body(0).fill('Mở hai lớp tập huấn')
    const conclusion = [
      { ...seen[0], body: 'Mở ba lớp tập huấn' },
      { ...seen[1], body: 'Ghi rõ kinh phí ở mục V' },
      { ...seen[1], id: 'new', body: 'Nêu nguồn số liệu', from: undefined },
    ]
    await must(people.tuan.put(`${path}/conclusion`, { conclusion, seen }))
    await expect.poll(() => body(2).inputValue()).toBe('Nêu nguồn số liệu')
    expect(await body(1).inputValue()).toBe('Ghi rõ kinh phí ở mục V')
    expect(await body(0).inputValue()).toBe('Mở hai lớp tập huấn')
    await dialog.getByText('Mở ba lớp tập huấn').waitFor()
    await dialog.getByRole('button', { name: 'Lấy nội dung vừa lưu' }).click()
    expect(await body(0).inputValue()).toBe('Mở ba lớp tập huấn')
    await body(0).fill('Mở bốn lớp tập huấn')
    // Closed to look at the text, and the page loaded anew: what was written is still there.
    await nga.keyboard.press('Escape')
    await nga.reload()
    await open()
    await dialog.getByText('chưa lưu').first().waitFor()
    expect(await body(0).inputValue()).toBe('Mở bốn lớp tập huấn')
    await dialog.getByRole('button', { name: 'Lưu', exact: true }).click()
    await dialog.waitFor({ state: 'detached' })
    const kept = await must(people.tuan.get(path))
    expect(kept.conclusion.map((item: { body: string }) => item.body)).toEqual([
      ...['Mở bốn lớp tập huấn', 'Ghi rõ kinh phí ở mục V', 'Nêu nguồn số liệu'],
    ])
    await must(people.tuan.put(`${path}/conclusion`, { conclusion: seen }))
  })

  it('[Z13] so do the points that the minutes-taker gives, and what is not saved is found again', async () => {
    const card = nga.getByRole('region', { name: 'Tự đánh giá chất lượng' })
    await card.getByRole('button', { name: 'Chấm điểm' }).click()
    const dialog = nga.getByRole('dialog')
    const points = dialog.getByRole('textbox', { name: /^Điểm cho/ })
    await points.nth(0).fill('8,5')
    const names = await dialog.locator('.score-form li > span:first-child').allInnerTexts()
    const scores = names.map((name) => ({ name, most: 10, points: 7 }))
    const wish = { scores, note: 'Đúng giờ', seen: null }
    await must(people.tuan.put(`/api/sessions/${session.id}/self-score`, wish))
    await expect.poll(() => points.nth(1).inputValue()).toBe('7')
    expect(await points.nth(0).inputValue()).toBe('8,5')
    await dialog.getByText(`${names[0]} · 7`).waitFor()
    await nga.keyboard.press('Escape')
    await nga.reload()
    await card.getByRole('button', { name: 'Chấm lại' }).click()
    await dialog.getByText('chưa lưu').first().waitFor()
    expect(await points.nth(0).inputValue()).toBe('8,5')
    await dialog.getByRole('button', { name: 'Lưu', exact: true }).click()
    await dialog.waitFor({ state: 'detached' })
    const { selfScore } = await must(people.tuan.get(`/api/sessions/${session.id}`))
    expect(selfScore.scores.map(({ points: one }: { points: number }) => one)).toEqual([
      ...[8.5, 7, 7, 7, 7],
    ])
    expect(selfScore.note).toBe('Đúng giờ')
  })

  it('[Z3][Z4] agreed by the chair, the minutes stand still on the minutes-taker’s screen, and both sign', async () => {
    const text = tuan.getByRole('textbox', { name: /biên bản/i })
    await text.and(tuan.locator('[contenteditable=true]')).waitFor()
    await nga.goto(`/sessions/${session.id}/minutes/read`)
    await nga.getByText('Nên mở lớp tập huấn.').waitFor()
    await nga.getByRole('button', { name: 'Đọc lại, thống nhất' }).click()
    await text.and(tuan.locator('[contenteditable=false]')).waitFor()
    await nga.getByRole('button', { name: 'Ký với tư cách chủ trì' }).click()
    await tuan.getByRole('link', { name: 'Đọc lại biên bản' }).click()
    await tuan.getByText(/Chủ trì: Nguyễn Thị Hồng Nga, \d/).waitFor()
    await tuan.getByRole('button', { name: 'Ký với tư cách thư ký' }).click()
    await nga.getByText('Biên bản đã đủ chữ ký và khóa hẳn.').waitFor()
    expect(await nga.getByRole('button', { name: 'Mở lại biên bản' }).count()).toBe(0)
  })

  it('[M8][Z6] the presenter is told what has no answer, answers it at the desk, and submits', async () => {
    await act(people.nga, session, 'close')
    await answerAll(people, session)
    const path = `/sessions/${session.id}/revise`
    hanh = await enter(browser, server.origin, 'hanh', { path })
    await hanh.getByText('Còn 3 việc chưa giải trình').waitFor()
    await hanh.getByRole('button', { name: 'Trình duyệt' }).click()
    const dialog = hanh.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Trình duyệt' }).click()
    await dialog.getByText(/2 ý kiến trong biên bản: .*1 mục kết luận cho văn bản/).waitFor()
    await dialog.getByRole('button', { name: 'Thôi' }).click()
    for (const words of ['Nên mở lớp tập huấn.', 'Nên ghi rõ kinh phí.']) {
      const card = hanh.locator('.revise-card', { hasText: words })
      await card.getByRole('button', { name: 'Giải trình' }).click()
      await card.getByRole('button', { name: 'Tiếp thu', exact: true }).click()
      await card.getByRole('button', { name: 'Giải trình' }).click()
      await card.getByText('đã giải trình').waitFor()
    }
    // Words are written into the text, and named as what shows the answer.
    const text = hanh.getByRole('textbox', { name: /dự thảo/ })
    await text.click()
    await hanh.keyboard.press('Control+End')
    await hanh.keyboard.press('Enter')
    await hanh.keyboard.type('Kinh phí: 5 triệu.')
    const item = hanh.locator('.revise-card', { hasText: 'Ghi rõ kinh phí ở mục IV' })
    await item.getByRole('button', { name: 'Giải trình' }).click()
    await text.getByText('Kinh phí: 5 triệu.').click({ clickCount: 3 })
    await item.getByRole('button', { name: 'Lấy chỗ đang chọn' }).click()
    await item.getByLabel('Văn bản đã tiếp thu thế nào').fill('Đã ghi ở mục IV')
    await item.getByRole('button', { name: 'Giải trình' }).click()
    await hanh.getByText('Đã giải trình tất cả').waitFor()
    await hanh.getByRole('tab', { name: 'Đã sửa gì' }).click()
    const change = hanh.locator('.change', { hasText: 'Kinh phí: 5 triệu.' })
    await change.getByText('Ghi rõ kinh phí ở mục IV').waitFor()
    await hanh.getByRole('button', { name: 'Trình duyệt' }).click()
    await hanh.getByRole('dialog').getByRole('button', { name: 'Trình duyệt' }).click()
    await hanh.getByText('chỉ xem được').waitFor()
  })

  it('[M5] what comes back says why at the top of the desk', async () => {
    await act(people.phuong, session, 'return', 'Thiếu nguồn kinh phí')
    await hanh.getByText('Thiếu nguồn kinh phí').waitFor()
  })

  it('[Z7][Z9] approval brings papers, and a task is reported by its person', async () => {
    await act(people.hanh, session, 'submit')
    await act(people.phuong, session, 'approve')
    await nga.goto(`/sessions/${session.id}/papers/conclusion`)
    await nga.getByRole('textbox').getByText('Mở lớp tập huấn, có kinh phí').waitFor()
    const thoa = await enter(browser, server.origin, 'thoa', {
      path: '/tasks',
      width: 390,
      height: 844,
      isPhone: true,
    })
    const task = thoa.locator('.tasks-one', { hasText: 'Mở lớp tập huấn, có kinh phí' })
    await task.getByRole('button', { name: 'Báo cáo' }).click()
    await task.getByRole('button', { name: 'hoàn thành' }).click()
    await task.getByLabel('Đã làm gì').fill('Đã mở lớp, có biên bản')
    await task.getByRole('button', { name: 'Gửi báo cáo' }).click()
    await task.waitFor({ state: 'detached' })
    await nga.goto('/tasks?show=all')
    const done = nga.locator('.tasks-one.is-done', { hasText: 'Mở lớp tập huấn, có kinh phí' })
    await done.getByText('Báo cáo đã gửi (1)').waitFor()
  })

  it('fits a phone and the table', async () => {
    for (const page of [nga, tuan, hanh]) {
      const spare = await page.evaluate(
        () => document.documentElement.clientWidth - document.documentElement.scrollWidth,
      )
      expect(spare).toBe(0)
    }
  })
})
