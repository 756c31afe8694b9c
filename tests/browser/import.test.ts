// [I2] [I3] [I8] A Word file on screen: chosen or dropped, looked at, put in; its comments become comments; a colleague sees it.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { enter, openBrowser } from '../kit/browser'
import { type People, type SeenSession, sessionAt, signInAll } from '../kit/session-maker'
import { type RunningServer, startServer } from '../kit/start-server'
import { cell, font, item, numbering, p, r, row, style, table, wordFile } from '../kit/word-xml'

const reference = (id: number) => `<w:r><w:commentReference w:id="${id}"/></w:r>`
const reportFile = wordFile({
  styles: style('Heading1', 'heading 1'),
  numbering: numbering({ 1: [['decimal', '%1.']] }),
  footnotes: `<w:footnote w:id="2">${p('Theo báo cáo năm học 2025 - 2026')}</w:footnote>`,
  comments: [
    `<w:comment w:id="0" w:author="Lê Văn Tám" w:date="2026-10-01T08:00:00Z">${p('Nên nêu số liệu cụ thể')}</w:comment>`,
    `<w:comment w:id="1" w:author="Đỗ Thị Mai" w:date="2026-10-02T08:00:00Z">${p('Câu đã xóa')}</w:comment>`,
  ].join(''),
  body: [
    p('I- THỰC TRẠNG', '<w:pStyle w:val="Heading1"/>'),
    p(
      `${r('Nhà trường có ')}<w:commentRangeStart w:id="0"/>${r('nhiều lớp học trực tuyến')}<w:commentRangeEnd w:id="0"/>${reference(0)}${r(' trong năm.')}<w:r><w:footnoteReference w:id="2"/></w:r>`,
    ),
    p(r('Chi bé l·nh ®¹o viÖc chuyÓn ®æi sè.', font('.VnTime'))),
    item('Tập huấn giáo viên', 1),
    item('Mua sắm thiết bị', 1),
    table([row([cell('Việc'), cell('Thời hạn')]), row([cell('Rà soát'), cell('Tháng 12')])]),
    p(
      `<w:commentRangeStart w:id="1"/><w:del w:id="7" w:author="x"><w:r><w:delText>Câu này bỏ</w:delText></w:r></w:del><w:commentRangeEnd w:id="1"/>${reference(1)}`,
    ),
  ].join(''),
})
const asFile = (buffer: Uint8Array, name = 'Bao cao chuyen de.docx') => ({
  name,
  mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  buffer: Buffer.from(buffer),
})

describe('a Word file on screen', () => {
  let server: RunningServer
  let browser: Browser
  let people: People
  let page: Page
  let other: Page
  let session: SeenSession
  const complaints: string[] = []

  beforeAll(async () => {
    server = await startServer({ demo: true })
    browser = await openBrowser()
    people = await signInAll(server.origin)
    session = await sessionAt(people, 'outline')
    page = await enter(browser, server.origin, 'hanh')
    other = await enter(browser, server.origin, 'thoa')
    for (const one of [page, other]) {
      one.on('pageerror', (error) => complaints.push(String(error.stack)))
      await one.goto(`/sessions/${session.id}/outline`)
    }
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    server?.forget()
  })

  const dialog = () => page.getByRole('dialog', { name: 'Nhập từ Word' })
  const paper = (of: Page) => of.getByRole('textbox', { name: /^Nội dung/ })

  it('is offered where a paper is empty and in the tools, to writers only', async () => {
    await page.getByRole('toolbar').getByRole('button', { name: 'Nhập từ Word' }).waitFor()
    await page.locator('.paper-empty').getByRole('button', { name: 'Nhập từ Word' }).click()
    await dialog().waitFor()
    await paper(other).waitFor()
    expect(await other.getByRole('button', { name: 'Nhập từ Word' }).count()).toBe(0)
  })

  it('says what is wrong with another file, and lets one choose again', async () => {
    const old = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
    await dialog().getByLabel('Chọn tập tin Word').setInputFiles(asFile(old, 'cu.docx'))
    await dialog().getByRole('alert').getByText('Word đời cũ').waitFor()
  })

  it('is read and shown with its report before anything is written', async () => {
    await dialog().getByLabel('Chọn tập tin Word').setInputFiles(asFile(reportFile))
    await dialog().getByText('Đọc từ Bao cao chuyen de.docx').waitFor()
    const shown = dialog().getByRole('region', { name: 'Xem trước' })
    await shown.getByText('Chi bộ lãnh đạo việc chuyển đổi số.').waitFor()
    await dialog().getByText('Chữ phông TCVN3 (.VnTime) đổi sang Unicode (1)').click()
    await dialog().getByText('→ Chi bộ lãnh đạo việc chuyển đổi số.').waitFor()
    await dialog().getByText('2 góp ý', { exact: true }).waitFor()
    // Nothing stands there that could be kept or replaced.
    expect(await dialog().getByRole('radio').count()).toBe(0)
    expect(await paper(other).innerText()).not.toContain('Nhà trường')
    if (process.env.SHOTS) {
      for (const [width, height] of [
        [1366, 768],
        [1024, 768],
        [390, 844],
      ] as const) {
        await page.setViewportSize({ width, height })
        await page.screenshot({ path: `${process.env.SHOTS}/import-${width}.png` })
      }
      await page.setViewportSize({ width: 1366, height: 768 })
    }
  })

  it('is put in by one press, and a colleague sees it at once', async () => {
    await dialog().getByRole('button', { name: 'Đưa vào văn bản' }).click()
    await dialog().getByText('Đã đưa nội dung của').waitFor()
    await paper(other).getByText('Chi bộ lãnh đạo việc chuyển đổi số.').waitFor()
    await paper(other).getByText('[1] Theo báo cáo năm học 2025 - 2026').waitFor()
    expect(await paper(other).getByRole('heading', { name: 'I- THỰC TRẠNG' }).count()).toBe(1)
  })

  it('[I8] hands its comments over, each with the name of who said it', async () => {
    await dialog().getByRole('button', { name: 'Đưa thành góp ý' }).click()
    await dialog().getByText('Đã đưa 1 góp ý.').waitFor()
    await dialog().getByRole('heading', { name: 'Không tìm thấy chữ được góp ý' }).waitFor()
    await dialog().getByText('Câu đã xóa').waitFor()
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/import-done.png` })
    await dialog().getByRole('button', { name: 'Đóng' }).last().click()
    const said = 'Lê Văn Tám (trong tập tin Word, 01/10/2026): Nên nêu số liệu cụ thể'
    await other.getByText(said).waitFor()
    const { body } = await people.thoa.get(`/api/documents/${session.documents.outline}/threads`)
    expect(body.threads).toMatchObject([{ author: 'hanh', quote: 'nhiều lớp học trực tuyến' }])
  })

  it('is dropped on the paper too, and then stands behind the text', async () => {
    const bytes = [...wordFile({ body: p('Đoạn thêm về sau') })]
    const data = await page.evaluateHandle((from) => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([Uint8Array.from(from)], 'them.docx'))
      return transfer
    }, bytes)
    await paper(page).dispatchEvent('dragover', { dataTransfer: data })
    await page.getByText('Thả tập tin Word vào đây để nhập').waitFor()
    await paper(page).dispatchEvent('drop', { dataTransfer: data })
    expect(await dialog().getByRole('radio', { name: 'Sau phần đã có' }).isChecked()).toBe(true)
    await dialog().getByRole('button', { name: 'Đưa vào văn bản' }).click()
    await dialog().getByText('Đã đưa nội dung của').waitFor()
    await page.keyboard.press('Escape')
    await paper(other).getByText('Đoạn thêm về sau').waitFor()
    const text = await paper(other).innerText()
    expect(text.indexOf('THỰC TRẠNG')).toBeLessThan(text.indexOf('Đoạn thêm về sau'))
    expect(complaints).toEqual([])
  })
})
