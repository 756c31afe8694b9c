// The writer's desk in a real browser: pictures, a paste from Word, finding and replacing, pages, the check.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { openBrowser } from '../kit/browser'
import { word2016 } from '../kit/clipboards'
import { drawing, photo, svg } from '../kit/pictures'
import { readPdf } from '../kit/read-pdf'
import { act, type People, type SeenSession, sessionAt, signInAll } from '../kit/session-maker'
import { type RunningServer, startServer } from '../kit/start-server'
import { Cast } from './cast'

const sentence = 'Chi bộ nhà trường tổ chức sinh hoạt chuyên đề về chuyển đổi số trong dạy học. '
/** Paragraphs that can be told apart wherever a page begins. */
const paragraphs = Array.from(
  { length: 40 },
  (_, index) => `Ý ${index + 1}. ${sentence.repeat(1 + (index % 7))}`,
)

async function write(people: People, session: SeenSession): Promise<void> {
  const client = await people.hanh.open(session.documents.draft).synced()
  client.doc.transact(() => {
    const heading = new Y.XmlElement('heading')
    heading.setAttribute('level', 1 as never)
    heading.insert(0, [new Y.XmlText('I- Hoà bình')])
    client.text.insert(client.text.length, [heading])
    client.write('Hòa giải, hoà hợp; hoa hồng … và hòa.')
    for (const words of paragraphs) client.write(words.trim())
  })
  await client.allSaved()
  client.leave()
}

let server: RunningServer
let browser: Browser
let people: People
beforeAll(async () => {
  server = await startServer({ demo: true })
  people = await signInAll(server.origin)
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
  server?.forget()
})

describe('pictures and what is pasted', () => {
  let session: SeenSession
  let cast: Cast<'hanh' | 'thoa'>
  let page: Page

  beforeAll(async () => {
    session = await sessionAt(people, 'draft')
    cast = new Cast(browser, server.origin)
    await cast.open('hanh', `/sessions/${session.id}/draft`)
    page = cast.pages.hanh
    await cast.words('hanh', 'Đề cương thử nghiệm').waitFor()
  })

  const pictures = () => cast.paper('hanh').locator('figure img')
  /** As the browser hands over what another program put on the clipboard, or what is dropped. */
  const hand = (
    kind: 'paste' | 'drop',
    what: { html?: string; text?: string; files?: { bytes: number[]; type: string }[] },
  ) =>
    cast.paper('hanh').evaluate(
      (root, { kind, what }) => {
        const transfer = new DataTransfer()
        if (what.html) transfer.setData('text/html', what.html)
        if (what.text) transfer.setData('text/plain', what.text)
        for (const { bytes, type } of what.files ?? []) {
          transfer.items.add(new File([Uint8Array.from(bytes)], 'a', { type }))
        }
        const { left, top, width } = root.getBoundingClientRect()
        const at = { clientX: left + width / 2, clientY: top + 10 }
        const more = { bubbles: true, cancelable: true }
        const target = root.querySelector('p') ?? root
        target.dispatchEvent(
          kind === 'paste'
            ? new ClipboardEvent('paste', { ...more, clipboardData: transfer })
            : new DragEvent('drop', { ...more, ...at, dataTransfer: transfer }),
        )
      },
      { kind, what },
    )

  it('[E1] a picture is put in by the button, gets a caption, and is deleted by Backspace', async () => {
    await cast.paper('hanh').click()
    await page.keyboard.press('Control+End')
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: await photo(300, 200) })
    await pictures().first().waitFor()
    await pictures().first().click()
    await page.getByRole('button', { name: 'Chú thích', exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Chú thích dưới ảnh').fill('Hình 1. Phòng máy')
    await dialog.getByLabel('Mô tả cho người không nhìn thấy ảnh').fill('Một phòng học')
    await dialog.getByRole('button', { name: 'Lưu' }).click()
    await dialog.waitFor({ state: 'hidden' })
    await cast.paper('hanh').getByText('Hình 1. Phòng máy').waitFor()
    expect(await pictures().first().getAttribute('alt')).toBe('Một phòng học')
    await cast.saved('hanh').waitFor()

    await cast.open('thoa', `/sessions/${session.id}/draft`)
    await cast.paper('thoa').locator('figure img').waitFor()

    await pictures().first().click()
    await page.keyboard.press('Backspace')
    await pictures().first().waitFor({ state: 'detached' })
    await cast.paper('thoa').locator('figure img').waitFor({ state: 'detached' })
    await page.keyboard.press('Control+z')
    await pictures().first().waitFor()
  })

  it('[E2] a picture is pasted and dropped; one that is none is refused in words', async () => {
    const bytes = [...(await drawing(120, 60))]
    await cast.words('hanh', 'Đề cương thử nghiệm').click()
    await hand('paste', { files: [{ bytes, type: 'image/png' }] })
    await pictures().nth(1).waitFor()
    await hand('drop', { files: [{ bytes: [...(await drawing(60, 90))], type: 'image/png' }] })
    await pictures().nth(2).waitFor()
    await hand('drop', { files: [{ bytes: [...svg], type: 'image/svg+xml' }] })
    await page.getByText('Chỉ nhận ảnh PNG hoặc JPEG', { exact: false }).waitFor()
    expect(await pictures().count()).toBe(3)
  })

  it('[E6] what is pasted from Word keeps its structure, and says that pictures were left out', async () => {
    await page.keyboard.press('Control+End')
    await page.keyboard.press('Enter')
    await hand('paste', { html: word2016, text: 'như trên' })
    const paper = cast.paper('hanh')
    await paper.getByRole('heading', { name: 'I- THỰC TRẠNG' }).waitFor()
    await page.getByText('1 ảnh trong phần vừa dán', { exact: false }).waitFor()
    expect(await paper.locator('ul > li > ul > li').textContent()).toBe('nhỏ hơn')
    expect(await paper.locator('ol[start="3"] > li > ol > li').count()).toBe(2)
    expect(await paper.locator('td[rowspan="2"]').textContent()).toBe('một')
    expect(await paper.innerHTML()).not.toMatch(/mso|file:/)
  })

  it('[E7] a pasted picture in the text goes through the same door, and a stamp of secrecy warns', async () => {
    const before = await pictures().count()
    const base64 = (await drawing(50, 50)).toString('base64')
    await cast.words('hanh', 'Giữa hai danh sách').click()
    await page.keyboard.press('End')
    await hand('paste', {
      html: `<p>, trước</p><p><img alt="sơ đồ" src="data:image/png;base64,${base64}"></p><p>sau</p>`,
    })
    await pictures().nth(before).waitFor()
    expect(await cast.paper('hanh').innerHTML()).not.toContain('data:')
    // The first paragraph flows into the one at the caret.
    const around = cast.paper('hanh').locator('p:has-text(", trước") + figure + p')
    expect(await around.textContent()).toBe('sau')
    await hand('paste', { html: '<p>TỐI MẬT</p>' })
    await page.getByText('Đoạn vừa dán có dấu độ mật', { exact: false }).waitFor()
    await cast.saved('hanh').waitFor()
    expect(cast.complaints).toEqual([])
  })
})

describe('the whole paper at hand', () => {
  let session: SeenSession
  let cast: Cast<'hanh' | 'thoa'>
  let page: Page

  beforeAll(async () => {
    session = await sessionAt(people, 'draft')
    await write(people, session)
    cast = new Cast(browser, server.origin)
    await cast.open('hanh', `/sessions/${session.id}/draft`)
    page = cast.pages.hanh
    await cast.words('hanh', 'Hoà bình').waitFor()
  })

  const bar = (of = page) => of.getByRole('search', { name: 'Tìm' })
  const count = (words: string, of = page) => bar(of).getByText(words, { exact: true }).waitFor()

  it('[E8] Ctrl+F finds hòa and hoà, goes round by Enter, and Escape gives the words to the hand', async () => {
    await cast.paper('hanh').click()
    await page.keyboard.press('Control+Home')
    await page.keyboard.press('Control+f')
    await page.keyboard.type('hoà')
    await count('1/4')
    await page.keyboard.press('Enter')
    await count('2/4')
    await page.keyboard.press('Shift+Enter')
    await page.keyboard.press('Shift+Enter')
    await count('4/4')
    await bar().getByLabel('Phân biệt dấu').uncheck()
    // “sinh hoạt” too.
    await count('5/160')
    await bar().getByLabel('Phân biệt dấu').check()
    await bar().getByLabel('Tìm', { exact: true }).press('Escape')
    await bar().waitFor({ state: 'detached' })
    expect(await page.evaluate(() => document.getSelection()?.toString())).toBe('hòa')
  })

  it('[E9] all are replaced in one step, which one undo takes back; a comment stays at its words', async () => {
    await cast.open('thoa', `/sessions/${session.id}/draft`)
    await cast.comment('thoa', 'hoà hợp', 'Đề nghị làm rõ.')
    await cast.paper('hanh').locator('.comment', { hasText: 'hoà hợp' }).waitFor()
    await page.keyboard.press('Control+h')
    await bar().getByLabel('Tìm', { exact: true }).fill('hòa')
    await count('4/4')
    await bar().getByLabel('Thay bằng').fill('thuận')
    await bar().getByRole('button', { name: 'Thay tất cả' }).click()
    await count('Đã thay 4 chỗ')
    await cast.words('hanh', 'thuận giải, thuận hợp; hoa hồng … và thuận.').waitFor()
    await cast.paper('hanh').locator('.comment', { hasText: 'thuận hợp' }).waitFor()
    await page.keyboard.press('Escape')
    await cast.paper('hanh').click()
    await page.keyboard.press('Control+z')
    await cast.words('hanh', 'Hòa giải, hoà hợp; hoa hồng … và hòa.').waitFor()
    await cast.words('hanh', 'I- Hoà bình').waitFor()
    await cast.saved('hanh').waitFor()
  })

  it('[E8] who only reads finds too, and replaces nothing', async () => {
    const { thoa } = cast.pages
    await thoa.keyboard.press('Control+h')
    await bar(thoa).getByLabel('Tìm', { exact: true }).fill('hoa hồng')
    await count('1/1', thoa)
    expect(await bar(thoa).getByLabel('Thay bằng').count()).toBe(0)
    await thoa.keyboard.press('Escape')
  })

  it('[E10] the contents lead to a heading by key, and the caret goes along', async () => {
    const entry = page.getByRole('navigation', { name: 'Mục lục' }).getByRole('button')
    await entry.first().focus()
    await page.keyboard.press('Enter')
    await page.keyboard.type(' mới')
    await cast.paper('hanh').getByRole('heading', { name: 'I- Hoà bình mới' }).waitFor()
    await page.keyboard.press('Control+z')
    expect(await entry.first().getAttribute('aria-current')).toBe('location')
  })

  it('[E12] the check names what is missing, and leads there', async () => {
    await page.getByRole('button', { name: 'Kiểm tra văn bản' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('Chưa nêu căn cứ').waitFor()
    await dialog.getByRole('button', { name: 'hoà hợp; hoa hồng … và hòa.' }).click()
    await dialog.waitFor({ state: 'detached' })
    await page.waitForFunction(() => document.getSelection()?.toString() === '…')
  })

  it('[E11] the pages on screen are those of the PDF, near enough to talk about page 3', async () => {
    await page.getByRole('button', { name: 'Hiện ranh giới trang A4' }).click()
    await page.locator('.page-mark').first().waitFor()
    const begins = await page.evaluate(() => {
      const root = document.querySelector('.paper-text') as HTMLElement
      const blocks = [...root.querySelectorAll('p')]
      return [...document.querySelectorAll('.page-mark')].map((mark) => {
        const { top } = mark.getBoundingClientRect()
        const block = blocks.find((one) => one.getBoundingClientRect().bottom > top + 8)
        return Number(/^Ý (\d+)/.exec(block?.textContent ?? '')?.[1])
      })
    })
    await act(people.phuong, session, 'pass')
    const { versions } = await act(people.tuan, session, 'freeze')
    const file = await fetch(`${server.origin}/api/versions/${versions.at(-1)?.id}/pdf`, {
      headers: { cookie: people.hanh.cookie },
    })
    const printed = readPdf(new Uint8Array(await file.arrayBuffer())).pages
    expect(begins.length + 1).toBe(printed.length)
    printed.slice(1).forEach((words, index) => {
      // The first paragraph that begins on that page, or goes on there.
      const first = Number(/Ý (\d+)\./.exec(words)?.[1])
      expect(Math.abs((begins[index] ?? 0) - first)).toBeLessThanOrEqual(1)
    })
    expect(cast.complaints).toEqual([])
  })
})
