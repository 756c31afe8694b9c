// From the frozen version to the archive, by the screens: attendance, conclusion, answers, submission, approval.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from '../kit/browser'
import { type RunningServer, startServer } from '../kit/start-server'
import { signIn, type Visitor } from '../kit/visitor'
import { Cast } from './cast'

describe('a session from its meeting to the archive', () => {
  let server: RunningServer
  let browser: Browser
  let cast: Cast<'nga' | 'hanh' | 'phuong' | 'tuan' | 'thoa'>
  let path = ''
  let draft = ''

  const sessionSeenBy = async (visitor: Visitor) => (await visitor.get(`/api${path}`)).body

  beforeAll(async () => {
    server = await startServer({ demo: true })
    browser = await openBrowser()
    cast = new Cast(browser, server.origin)
    const session = await (await signIn(server.origin, 'nga')).sessionAt('frozen')
    path = `/sessions/${session.id}`
    draft = session.documents.draft
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    server?.forget()
  })

  it('[M6] tuan calls the roll, nga opens the session', async () => {
    await Promise.all([cast.open('tuan', path), cast.open('nga', path)])
    const roll = await cast.dialogOf('tuan', 'Điểm danh')
    const dinh = roll.getByRole('group', { name: 'Trương Công Định' })
    await dinh.getByLabel('Vắng có lý do').check()
    await roll.getByRole('button', { name: 'Lưu' }).click()
    await roll.waitFor({ state: 'hidden' })
    const seen = await sessionSeenBy(await signIn(server.origin, 'thoa'))
    expect(seen.attendance).toContainEqual({ username: 'dinh', kind: 'excused' })
    await cast.move('nga', 'Mở buổi sinh hoạt')
    await cast.pages.tuan.getByText('Sinh hoạt', { exact: true }).first().waitFor()
  })

  it('[M7] nga writes the conclusion and closes the session', async () => {
    const conclusion = await cast.dialogOf('nga', 'Kết luận của chủ trì')
    await conclusion.getByRole('button', { name: 'Thêm yêu cầu sửa văn bản' }).click()
    await conclusion.getByLabel('Nội dung').first().fill('Ghi rõ thời điểm chốt số liệu.')
    await conclusion.getByRole('button', { name: 'Thêm việc phải làm' }).click()
    await conclusion.getByLabel('Nội dung').last().fill('Sao lưu hằng tuần.')
    await conclusion.getByLabel('Người chịu trách nhiệm').last().selectOption('tuan')
    await conclusion.getByLabel('Thời hạn').last().fill('15/01/2027')
    await conclusion.getByRole('button', { name: 'Lưu' }).click()
    await conclusion.waitFor({ state: 'hidden' })
    await cast.move('nga', 'Kết thúc buổi sinh hoạt')
  })

  it('[M8] hanh answers every comment and item, mends the text and submits', async () => {
    await Promise.all([cast.open('hanh', `${path}/draft`), cast.open('thoa', `${path}/draft`)])
    const { hanh, thoa } = cast.pages
    // One by the screen, the others as a script would.
    const card = hanh.getByRole('article').filter({ hasText: 'Số này lấy đến ngày nào?' })
    await card.getByText('Số này lấy đến ngày nào?').click()
    await card.getByRole('button', { name: 'Một phần' }).click()
    await card.getByLabel('Giải trình', { exact: true }).fill('Đã ghi đến ngày 05/12.')
    await card.getByRole('button', { name: /^Ghi tiếp thu/ }).click()
    await thoa.getByText('Đã ghi đến ngày 05/12.').first().waitFor()
    const visitor = await signIn(server.origin, 'hanh')
    const { body } = await visitor.get(`/api/documents/${draft}/threads`)
    for (const { id, state } of body.threads) {
      const answer = { verdict: 'accepted', reason: '' }
      if (state === 'open') await visitor.post(`/api/threads/${id}/answer`, answer)
    }
    const items = await cast.dialogOf('hanh', 'Kết luận của chủ trì')
    await items.getByLabel('Văn bản đã tiếp thu thế nào').fill('Đã bổ sung ở mục II.')
    await items.getByRole('button', { name: 'Lưu' }).click()
    await items.waitFor({ state: 'hidden' })

    await cast.words('hanh', 'Thực hiện Kế hoạch').click()
    await hanh.keyboard.press('End')
    await hanh.keyboard.type(' Số liệu tính đến 05/12.')
    await cast.words('thoa', 'Số liệu tính đến 05/12.').waitFor()
    await cast.saved('hanh').waitFor()
    await cast.move('hanh', 'Trình duyệt')
  })

  it('[M9] [M10] phuong approves that very version, nga archives, and a restart changes nothing', async () => {
    await cast.open('phuong', `${path}/draft`)
    await cast.move('phuong', 'Phê duyệt')
    await cast.open('nga', `${path}/draft`)
    await cast.move('nga', 'Lưu trữ')
    const before = await sessionSeenBy(await signIn(server.origin, 'thoa'))
    expect(before.stage).toBe('archived')
    expect(before.versions.at(-1)).toMatchObject({ number: 2, stage: 'approved' })
    expect(before.openThreadCount).toBe(0)

    const { port } = new URL(server.origin)
    const { dataDir } = server
    await server.kill()
    server = await startServer({ demo: true, dataDir, port: Number(port) })
    const thoa = await signIn(server.origin, 'thoa')
    expect(await sessionSeenBy(thoa)).toEqual(before)
    await cast.pages.thoa.goto(`/versions/${before.versions.at(-1).id}`)
    await cast.pages.thoa.getByText('Số liệu tính đến 05/12.').waitFor()
    expect(cast.complaints).toEqual([])
  })
})
