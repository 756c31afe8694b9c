// The writer's desk in a real browser: pictures by button, paste and drop; a paste from Word.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from '../kit/browser'
import { word2016 } from '../kit/clipboards'
import { drawing, photo, svg } from '../kit/pictures'
import { type SeenSession, sessionAt, signInAll } from '../kit/session-maker'
import { type RunningServer, startServer } from '../kit/start-server'
import { Cast } from './cast'

describe("the writer's desk", () => {
  let server: RunningServer
  let browser: Browser
  let session: SeenSession
  let cast: Cast<'hanh' | 'thoa'>
  let page: Page

  beforeAll(async () => {
    server = await startServer({ demo: true })
    const people = await signInAll(server.origin)
    session = await sessionAt(people, 'draft')
    browser = await openBrowser()
    cast = new Cast(browser, server.origin)
    await cast.open('hanh', `/sessions/${session.id}/draft`)
    page = cast.pages.hanh
    await cast.words('hanh', 'Đề cương thử nghiệm').waitFor()
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    server?.forget()
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
