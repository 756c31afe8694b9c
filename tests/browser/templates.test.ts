// [P2] [P3] The secretary makes a template the cell's own; the presenter's outline begins from it, filled in.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { enter, openBrowser } from '../kit/browser'
import { act, newSession, type People, signInAll } from '../kit/session-maker'
import { type RunningServer, startServer } from '../kit/start-server'

let server: RunningServer
let browser: Browser
let people: People
let secretary: Page

beforeAll(async () => {
  server = await startServer({ demo: true })
  people = await signInAll(server.origin)
  browser = await openBrowser()
  secretary = await enter(browser, server.origin, 'nga')
  secretary.setDefaultTimeout(15_000)
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
  server?.forget()
})

describe('templates on screen', () => {
  it('[P3] are listed for the secretary, and edited with the keyboard alone', async () => {
    await secretary.getByRole('link', { name: 'Mẫu', exact: true }).click()
    await secretary.getByRole('heading', { name: 'Mẫu văn bản' }).waitFor()
    const listed = secretary.getByRole('list', { name: 'Mẫu văn bản' }).locator('li')
    await listed.first().waitFor()
    expect(await listed.count()).toBe(11)
    await secretary.getByRole('link', { name: 'Sửa mẫu Đề cương' }).press('Enter')
    const text = secretary.getByRole('textbox', { name: 'Nội dung mẫu Đề cương' })
    await text.waitFor()
    expect(await text.locator('.field-chip').count()).toBeGreaterThan(3)
    await text.focus()
    await secretary.keyboard.press('Control+End')
    await secretary.keyboard.press('Enter')
    await secretary.keyboard.insertText('Người viết đề cương này: ')
    await secretary.getByRole('button', { name: 'Người chuẩn bị', exact: true }).press('Enter')
    expect(await text.innerText()).toContain('Người viết đề cương này: {{Người chuẩn bị}}')
  })

  it('[P3] a field that is none is shown, named and not kept', async () => {
    await secretary.keyboard.press('Control+End')
    const wrong = ' {{Người chuẩn}}'
    await secretary.keyboard.insertText(wrong)
    await secretary.locator('.field-chip.is-wrong').waitFor()
    await secretary.getByText('Chương trình không biết chỗ điền này: {{Người chuẩn}}').waitFor()
    await secretary.getByRole('button', { name: 'Lưu bản của chi bộ' }).click()
    await secretary.getByText('mà chương trình không biết', { exact: false }).waitFor()
    await secretary.getByRole('textbox', { name: 'Nội dung mẫu Đề cương' }).focus()
    await secretary.keyboard.press('Control+End')
    for (const _ of wrong) await secretary.keyboard.press('Backspace')
    await secretary.getByText('{{Người chuẩn}}').waitFor({ state: 'detached' })
    await secretary.getByRole('button', { name: 'Lưu bản của chi bộ' }).click()
    await secretary.getByRole('heading', { name: 'Mẫu văn bản' }).waitFor()
    const row = secretary.getByRole('listitem').filter({ hasText: 'Đề cương' })
    await row.getByText('Bản của chi bộ').waitFor()
  })

  it('[P3] what the deputy saved meanwhile is told beside the text, to be taken or written over', async () => {
    const path = '/templates/report'
    await secretary.goto(server.origin + path)
    const text = secretary.locator('.paper-text')
    await text.click()
    await secretary.keyboard.insertText('Của bí thư. ')
    const line = (words: string) => ({
      ...{
        type: 'doc',
        content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }],
      },
    })
    const kept = people.lam.put(`/api${path}`, { content: line('Của phó bí thư.'), seen: null })
    expect((await kept).status).toBe(200)
    const save = secretary.getByRole('button', { name: 'Lưu bản của chi bộ' })
    await save.click()
    await secretary.getByText('Người khác vừa lưu chỗ này').waitFor()
    await secretary.getByText('Nguyễn Văn Lâm sửa lúc', { exact: false }).waitFor()
    expect(await text.innerText()).toContain('Của bí thư.')
    await secretary.getByRole('button', { name: 'Lấy nội dung vừa lưu' }).click()
    await expect.poll(() => text.innerText()).toBe('Của phó bí thư.')
    await text.click()
    await secretary.keyboard.press('Control+End')
    await secretary.keyboard.insertText(' Cả hai.')
    await save.click()
    await secretary.getByRole('heading', { name: 'Mẫu văn bản' }).waitFor()
    const { templates } = (await people.nga.get('/api/templates')).body
    expect(JSON.stringify(templates)).toContain('Của phó bí thư. Cả hai.')
    expect((await people.lam.send('DELETE', `/api${path}`)).status).toBe(200)
  })

  it('[P2] the presenter’s outline begins from the cell’s own, with what is known filled in', async () => {
    const session = await newSession(people)
    await act(people.nga, session, 'assign')
    const presenter = await enter(browser, server.origin, 'hanh', {
      path: `/sessions/${session.id}/outline`,
    })
    await presenter.getByRole('button', { name: 'Bắt đầu từ mẫu' }).click()
    const text = presenter.locator('.paper-text')
    await presenter.getByText('Người viết đề cương này: Trần Thị Hạnh').waitFor()
    const words = await text.innerText()
    expect(words).toContain('chuyên đề “Chuyên đề thử nghiệm”')
    expect(words).not.toMatch(/[{}]/)
    expect(words).toContain('sinh hoạt: ngày 01/6/2189')
  })

  it('[P3] a member reads templates and changes none; the secretary goes back to the original', async () => {
    const member = await enter(browser, server.origin, 'thoa', { path: '/templates' })
    await member.getByRole('link', { name: 'Xem mẫu Đề cương' }).click()
    const text = member.getByRole('textbox', { name: 'Nội dung mẫu Đề cương' })
    expect(await text.getAttribute('contenteditable')).toBe('false')
    expect(await member.getByRole('button', { name: 'Lưu bản của chi bộ' }).count()).toBe(0)
    await secretary.getByRole('link', { name: 'Sửa mẫu Đề cương' }).click()
    await secretary.getByRole('button', { name: 'Bỏ bản của chi bộ' }).click()
    const dialog = secretary.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Bỏ bản của chi bộ' }).click()
    await secretary.getByRole('heading', { name: 'Mẫu văn bản' }).waitFor()
    expect(await secretary.getByText('Bản của chi bộ', { exact: true }).count()).toBe(0)
  })

  it('[P4] the usual form of the cell is what a download offers', async () => {
    await secretary.getByLabel('Văn bản hành chính (NĐ 30)').check()
    await secretary.getByText('Đã lưu thể thức thường dùng.').waitFor()
    const { versions } = await people.thoa.sessionAt('frozen')
    const reader = await enter(browser, server.origin, 'thoa', {
      path: `/versions/${versions.at(-1).id}`,
    })
    const choice = reader.getByLabel('Thể thức', { exact: true })
    expect(await choice.inputValue()).toBe('nd30')
    const begun = reader.waitForEvent('download')
    await reader.getByRole('link', { name: 'Tải hồ sơ (.zip)' }).click()
    expect((await begun).suggestedFilename()).toMatch(/^Hồ sơ .+\.zip$/)
  })
})
