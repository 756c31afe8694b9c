// The session day with ten people: led, followed, spoken, voted, written down and signed, over a kill and a cut line.
import { createHash } from 'node:crypto'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { enter, openBrowser } from '../kit/browser'
import { Line } from '../kit/line'
import { must, type People, type SeenSession, signInAll } from '../kit/session-maker'
import { type RunningServer, startServer } from '../kit/start-server'
import { refusal } from '../kit/visitor'
import { Cast } from './cast'

const phones = ['phuong', 'bao', 'thoa', 'dinh', 'truc'] as const
/** Their phones hang on the room's Wi-Fi, which will drop. */
const onWifi: readonly string[] = ['thoa', 'dinh']
type Who = 'nga' | 'screen' | 'tuan' | 'hanh' | 'khach' | (typeof phones)[number]

describe('the day of a session, with ten people', () => {
  let server: RunningServer
  let browser: Browser
  let people: People
  let wifi: Line
  let session: SeenSession
  let version = ''
  let cast: Cast<Who>
  const at = (who: Who): Page => cast.pages[who]
  const home = () => `/sessions/${session.id}`
  const fromServer = (path = '') => must(people.nga.get(`/api${home()}${path}`))
  const followers: readonly Who[] = ['screen', 'khach', ...phones]
  const shows = (who: Who, n: number) =>
    at(who).locator(`:is(.projector-body, .version-text) p.is-focused[data-number="${n}"]`).first()
  const allShow = (n: number, some = followers) =>
    Promise.all(some.map((who) => shows(who, n).waitFor()))

  const sit = async (who: Who, path: string, how: object = {}, username: string = who) => {
    const origin = onWifi.includes(who) ? wifi.origin : server.origin
    const page = await enter(browser, origin, username, { path, ...how })
    page.on('pageerror', (error) => cast.complaints.push(`${who}: ${error.stack}`))
    cast.pages[who] = page
  }

  beforeAll(async () => {
    server = await startServer({ demo: true })
    people = await signInAll(server.origin)
    wifi = await Line.to(server.origin)
    session = await people.nga.sessionAt('frozen')
    version = session.versions.at(-1)?.id ?? ''
    browser = await openBrowser()
    cast = new Cast(browser, server.origin)
    const room = `${home()}/room`
    const phone = { width: 390, height: 844, isPhone: true }
    await Promise.all([
      sit('nga', room),
      sit('screen', `${home()}/project`, { width: 1024 }, 'nga'),
      sit('tuan', room, { width: 1024 }),
      sit('hanh', room),
    ])
    for (const who of ['khach', ...phones] as const) await sit(who, `/versions/${version}`, phone)
  })
  afterAll(async () => {
    await browser?.close()
    wifi?.close()
    await server?.stop()
    server?.forget()
  })

  it('[M6][V4] tuan calls the roll, lam is away with a reason, nga opens', async () => {
    const reason = 'Đi công tác'
    await must(people.lam.put(`/api${home()}/absences/lam`, { reason }))
    const roll = await cast.dialogOf('tuan', 'Điểm danh')
    const lam = roll.getByRole('group', { name: 'Nguyễn Văn Lâm' })
    await lam.getByLabel('Vắng có lý do').check()
    expect(await lam.getByLabel(/^Lý do vắng/).inputValue()).toBe(reason)
    await roll.getByRole('button', { name: 'Lưu' }).click()
    await roll.waitFor({ state: 'hidden' })
    await cast.move('nga', 'Mở buổi sinh hoạt')
    await at('hanh').getByText('đủ để họp', { exact: false }).waitFor()
    const { attendance } = await fromServer()
    expect(attendance).toContainEqual({ username: 'lam', kind: 'excused' })
    await at('nga').getByRole('button', { name: 'Bắt đầu chương trình' }).click()
    await at('screen').locator('.projector-now').getByText('Ổn định tổ chức').waitFor()
  })

  it('[K1][K2] nga leads from the desk: the screen, the guest and five phones stand where she stands', async () => {
    await at('nga').goto(`${home()}/lead`)
    await at('nga').getByText('Đang chiếu', { exact: false }).first().waitFor()
    await at('nga').keyboard.press('Home')
    for (let i = 0; i < 3; i++) await at('nga').keyboard.press('PageDown')
    await allShow(3)
    await at('bao').mouse.wheel(0, 2400)
    await at('bao').getByRole('button', { name: 'Quay lại đoạn 3' }).waitFor()
    await at('nga').keyboard.press('PageDown')
    await allShow(
      4,
      followers.filter((who) => who !== 'bao'),
    )
    await at('bao').getByRole('button', { name: 'Quay lại đoạn 4' }).click()
    await allShow(4)
  })

  it('[Q2][Q5] phuong speaks about that paragraph, and tuan has it in the minutes with one press', async () => {
    await at('phuong').getByRole('button', { name: 'Xin phát biểu về đoạn 4' }).click()
    await at('nga')
      .getByRole('button', { name: /^Mời .* phát biểu$/ })
      .click()
    await at('screen').locator('.projector-now').getByText('đoạn 4').waitFor()
    await at('tuan')
      .getByLabel(/^Ý kiến của/)
      .fill('Nên khoanh lại ở khối 7 trước.')
    // Whoever ends the speech does not end the writing.
    await at('nga').getByRole('button', { name: 'Phát biểu xong' }).click()
    await at('tuan').getByText('Chưa có ai phát biểu.').waitFor()
    await at('tuan').getByRole('button', { name: 'Ghi vào biên bản', exact: true }).first().click()
    await at('hanh').goto(`${home()}/minutes`)
    await at('hanh').getByText('Nên khoanh lại ở khối 7 trước.').waitFor()
  })

  it('[T6][K2] the Wi-Fi drops, then the server is killed: what was said stands, and all are in step again', async () => {
    const remark = 'Đoạn này nên nêu rõ nguồn số liệu.'
    await at('dinh')
      .getByRole('button', { name: /^Góp ý \(/ })
      .click()
    await at('dinh').getByRole('button', { name: 'Góp ý về cả văn bản' }).click()
    await at('dinh').getByLabel('Nội dung góp ý').fill(remark)
    wifi.cut()
    await at('nga').keyboard.press('PageDown')
    const reached = followers.filter((who) => !onWifi.includes(who))
    await allShow(5, reached)
    await at('dinh').getByRole('button', { name: 'Gửi góp ý' }).click()
    await at('dinh').getByRole('alert').first().waitFor()

    await at('tuan').goto(`${home()}/minutes`)
    await cast.words('tuan', 'Nên khoanh lại ở khối 7 trước.').click()
    await cast.select('tuan', 'ở khối 7 trước.')
    await at('tuan').keyboard.press('ArrowRight')
    await at('tuan').keyboard.type(' Hội nghị nhất trí.')
    await cast.saved('tuan').waitFor()
    const { port } = new URL(server.origin)
    await server.kill()
    await at('screen').getByText('Đang nối lại').waitFor()
    await at('nga').keyboard.press('PageDown')
    server = await startServer({ demo: true, dataDir: server.dataDir, port: Number(port) })
    wifi.mend()
    await at('screen').getByText('Đang nối lại').waitFor({ state: 'detached' })
    // The step that nga made while there was no server is not lost either.
    await allShow(6)
    await at('hanh').getByText('Hội nghị nhất trí.', { exact: false }).waitFor()
    // Nothing typed on the phone was lost: it is sent once more, and stands once.
    await at('dinh').getByRole('button', { name: 'Gửi góp ý' }).click()
    await at('dinh').getByRole('article').getByText(remark).waitFor()
    const { threads } = await must(people.nga.get(`/api/versions/${version}/threads`))
    const said = threads.filter(({ body }: { body: string }) => body === remark)
    expect(said).toHaveLength(1)
  })

  it('[Q3][Q4] a secret vote on the phones: numbers only, and the screen has them', async () => {
    await at('tuan').goto(`${home()}/room`)
    await at('tuan').getByRole('button', { name: 'Đưa ra biểu quyết' }).click()
    await at('tuan').getByLabel('Nội dung biểu quyết').fill('Thông qua chuyên đề')
    await at('tuan').getByLabel('Phiếu kín').check()
    await at('tuan').getByRole('button', { name: 'Bắt đầu biểu quyết' }).click()
    await at('nga').getByRole('button', { name: 'Biểu quyết: Thông qua chuyên đề' }).click()
    for (const who of ['phuong', 'bao', 'thoa'] as const) {
      await at(who).goto(`${home()}/room`)
      await at(who).getByText('Tán thành', { exact: true }).click()
      await at(who).getByRole('button', { name: 'Bỏ phiếu' }).click()
      await at(who).getByText('Đã nhận phiếu').waitFor()
    }
    await at('truc').goto(`${home()}/room`)
    await at('truc').getByText('Đã bỏ 3/7 phiếu').waitFor()
    expect(await at('truc').getByRole('button', { name: 'Bỏ phiếu' }).count()).toBe(0)
    await at('tuan').getByRole('button', { name: 'kiểm phiếu' }).click()
    await at('screen').locator('.shown').getByText('3 (42,9%)').waitFor()
    await at('tuan').getByRole('button', { name: 'Ghi vào biên bản', exact: true }).first().click()
  })

  it('[M7][Z3][Z4] the conclusion, the minutes read back, agreed, signed by two, and the end', async () => {
    await at('nga').goto(`${home()}/room`)
    const conclusion = await cast.dialogOf('nga', 'Kết luận của chủ trì')
    await conclusion.getByRole('button', { name: 'Thêm yêu cầu sửa văn bản' }).click()
    await conclusion.getByLabel('Nội dung').first().fill('Ghi rõ nguồn số liệu.')
    await conclusion.getByRole('button', { name: 'Lưu' }).click()
    await conclusion.waitFor({ state: 'hidden' })
    await at('tuan').getByRole('button', { name: 'Ghi kết luận vào biên bản' }).click()
    await at('nga').getByRole('button', { name: 'Đọc lại, thống nhất' }).click()
    await at('tuan').getByRole('button', { name: 'Ký với tư cách thư ký' }).click()
    await at('nga').getByRole('button', { name: 'Ký với tư cách chủ trì' }).click()
    await at('hanh').goto(`${home()}/room`)
    await at('hanh').getByText('Biên bản đã đủ chữ ký và khóa hẳn.').waitFor()
    await cast.move('nga', 'Kết thúc buổi sinh hoạt')
    await at('phuong').getByText('Buổi sinh hoạt đã kết thúc').first().waitFor()
  })

  it('[T1][Z3] what stands is what was seen: the minutes hold it all under their digest', async () => {
    const { minutesSigned, stage } = await fromServer()
    expect(stage).toBe('revising')
    const { body } = await people.hanh.get(`/api/versions/${minutesSigned.versionId}/bytes`)
    expect(createHash('sha256').update(body).digest('hex')).toBe(minutesSigned.sha256)
    for (const words of [
      'Nên khoanh lại ở khối 7 trước. Hội nghị nhất trí.',
      'Thông qua chuyên đề',
      'Ghi rõ nguồn số liệu.',
      'Đi công tác',
    ]) {
      expect(body).toContain(words)
    }
    expect(cast.complaints).toEqual([])
    const submit = people.hanh.post(`/api${home()}/moves`, { act: 'submit' })
    expect(await refusal(submit)).toEqual([409, 'unanswered'])
  })
})
