// The files of a version on screen: downloaded by a button, checked by a page, plain http, a phone too.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { enter, openBrowser } from '../kit/browser'
import { type RunningServer, startServer } from '../kit/start-server'
import { unzipBytes } from '../kit/unzip'
import { signIn } from '../kit/visitor'
import { zip } from '../kit/zip'

describe('the files of a version on screen', () => {
  let server: RunningServer
  let browser: Browser
  let page: Page
  let version: { id: string; sha256: string }
  const folder = mkdtempSync(join(tmpdir(), 'banthao-screen-'))
  const complaints: string[] = []
  const sent: string[] = []

  beforeAll(async () => {
    server = await startServer({ demo: true })
    browser = await openBrowser()
    const thoa = await signIn(server.origin, 'thoa')
    version = (await thoa.sessionAt('frozen')).versions.at(-1) as typeof version
    page = await enter(browser, server.origin, 'thoa')
    page.on('pageerror', (error) => complaints.push(String(error.stack)))
    await page.goto(`/versions/${version.id}`)
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    server?.forget()
    rmSync(folder, { recursive: true })
  })

  const check = async (file: string, words: string) => {
    await page.getByLabel('Chọn tập tin').setInputFiles(file)
    await page.getByRole('heading', { name: words, exact: true }).waitFor()
  }

  it('are downloaded as Word and as PDF', async () => {
    for (const [button, form] of [
      ['Tải Word', 'docx'],
      ['Tải PDF', 'pdf'],
    ] as const) {
      const begun = page.waitForEvent('download')
      await page.getByRole('button', { name: button }).click()
      const download = await begun
      expect(download.suggestedFilename()).toMatch(new RegExp(`^Bản chốt 1 - .+\\.${form}$`))
      await download.saveAs(join(folder, `v.${form}`))
    }
  })

  it('say what went wrong', async () => {
    await page.route('**/api/versions/*/pdf*', (route) => route.abort())
    await page.getByRole('button', { name: 'Tải PDF' }).click()
    await page.getByText('Không kết nối được máy chủ.').waitFor()
    expect(await page.getByRole('button', { name: 'Tải PDF' }).isEnabled()).toBe(true)
    await page.unroute('**/api/versions/*/pdf*')
  })

  it('are checked by the page, which sends them nowhere', async () => {
    await page.getByRole('link', { name: 'Kiểm tra tập tin' }).click()
    await page.waitForURL('/verify')
    page.on('request', (request) => {
      if (request.method() !== 'GET' || request.postData()) sent.push(request.url())
    })
    await check(join(folder, 'v.docx'), 'Đúng nguyên bản')
    await page.getByText(version.sha256).waitFor()
    await check(join(folder, 'v.pdf'), 'Đúng nguyên bản')
    const thoa = await signIn(server.origin, 'thoa')
    const bytes = await fetch(`${server.origin}/api/versions/${version.id}/bytes`, {
      headers: { cookie: thoa.cookie },
    })
    const text = await bytes.text()
    const file = join(folder, `${version.sha256}.json`)
    writeFileSync(file, text)
    await check(file, 'Đúng nguyên bản')
    writeFileSync(file, text.replace('đồng chí', 'đồng chi'))
    await check(file, 'Không phải bản chốt nào đã biết')
    const broken = readFileSync(join(folder, 'v.pdf'))
    writeFileSync(join(folder, 'broken.pdf'), broken.subarray(0, broken.length - 400))
    await check(join(folder, 'broken.pdf'), 'Không đọc được như lúc tải về')
    expect(sent).toEqual([])
    expect(complaints).toEqual([])
  })

  it('[P5] a dossier dropped on the page is checked to the last file, as it was given and as it was changed', async () => {
    const thoa = await signIn(server.origin, 'thoa')
    const { id, versions } = await thoa.sessionAt('approved')
    const answer = await fetch(`${server.origin}/api/sessions/${id}/dossier`, {
      headers: { cookie: thoa.cookie },
    })
    const bytes = new Uint8Array(await answer.arrayBuffer())
    const drop = (file: Uint8Array) =>
      page.evaluate((base64) => {
        const data = new DataTransfer()
        const letters = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
        data.items.add(new File([letters], 'ho-so.zip'))
        document.body.dispatchEvent(
          new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }),
        )
      }, Buffer.from(file).toString('base64'))
    await drop(bytes)
    await page.getByText('Hồ sơ nguyên vẹn').waitFor({ timeout: 60_000 })
    for (const { number } of versions) {
      await page.getByText(`Bản chốt ${number}: PDF`).waitFor()
    }
    const parts = new Map(unzipBytes(bytes))
    parts.set('muc-luc.html', Buffer.from('khác'))
    await drop(zip(Object.fromEntries(parts)))
    await page.getByText('Hồ sơ đã bị sửa hoặc thiếu').waitFor({ timeout: 60_000 })
    const wrong = page.locator('.verify-files .is-wrong')
    expect(await wrong.allInnerTexts()).toEqual([expect.stringMatching(/^Đã bị sửa\s+Mục lục/)])
    expect(sent).toEqual([])
  })

  it('fit a phone', async () => {
    const phone = await enter(browser, server.origin, 'bao', { width: 390, height: 844 })
    for (const path of [`/versions/${version.id}`, '/verify']) {
      await phone.goto(path)
      await phone
        .getByText(path === '/verify' ? 'Chọn tập tin' : 'Tải Word')
        .first()
        .waitFor()
      expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
    }
    await phone.context().close()
  })
})
