// What was written offline and cannot enter any more: kept for its author, offered, never sent later.
import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openBrowser } from '../kit/browser'
import { Line } from '../kit/line'
import {
  act,
  must,
  type People,
  type SeenSession,
  sessionAt,
  signInAll,
  writeInto,
} from '../kit/session-maker'
import { type RunningServer, startServer } from '../kit/start-server'
import { Cast, keptOffline } from './cast'

describe('work that cannot enter any more', () => {
  let server: RunningServer
  let line: Line
  let browser: Browser
  let people: People
  let cast: Cast<'hanh'>
  let page: Page
  let session: SeenSession
  let path = ''

  const offer = (on = page) => on.getByRole('dialog', { name: 'Có phần bạn viết chưa vào văn bản' })
  const offered = (on = page) => offer(on).getByRole('textbox').inputValue()
  const type = async (words: string, on = page) => {
    await on.getByText('Đoạn đầu.').first().click()
    await on.keyboard.press('End')
    await on.keyboard.type(words)
    await keptOffline(on, words)
  }
  /** A new window of the same browser. */
  const next = async (): Promise<Page> => {
    const opened = await page.context().newPage()
    await opened.goto(path)
    return opened
  }
  const freeze = async () => {
    await act(people.phuong, session, 'pass')
    await act(people.tuan, session, 'freeze')
  }
  const onServer = async () => {
    const client = await people.thoa.open(session.documents.draft).synced()
    const text = client.text.toString()
    client.leave()
    return text
  }

  beforeAll(async () => {
    server = await startServer({ demo: true })
    people = await signInAll(server.origin)
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    line?.close()
    await server?.stop()
    server?.forget()
  })
  beforeEach(async () => {
    line?.close()
    line = await Line.to(server.origin)
    session = await sessionAt(people, 'draft')
    path = `/sessions/${session.id}/draft`
    await writeInto(people.hanh, session.documents.draft, 'Đoạn đầu.')
    cast = new Cast(browser, line.origin)
    await cast.open('hanh', path)
    page = cast.pages.hanh
    await cast.saved('hanh').waitFor()
  })

  it('across a freeze, the tab closed: it is offered again and again, and does not enter at reopening', async () => {
    line.cut()
    await type(' Viết lúc mất mạng.')
    const second = await page.context().newPage()
    await page.close({ runBeforeUnload: false })
    await freeze()
    line.mend()
    page = second
    await page.goto(path)
    await offer().waitFor()
    expect(await offered()).toContain('Viết lúc mất mạng.')
    await offer().getByRole('button', { name: 'Sao chép' }).click()
    await page.getByText('Đã chép').waitFor()
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      offer().getByRole('button', { name: 'Tải về' }).click(),
    ])
    expect(await readFile(await file.path(), 'utf8')).toContain('Viết lúc mất mạng.')

    const third = await next()
    await page.close()
    page = third
    await offer().waitFor()
    await act(people.nga, session, 'reopen', 'Bổ sung số liệu')
    await page.reload()
    await page.locator('.saved-mark.is-saved').waitFor()
    expect(await onServer()).not.toContain('Viết lúc mất mạng.')
    await offer().getByRole('button', { name: 'Tôi đã chép, bỏ phần này' }).click()
    await page.reload()
    await page.locator('.saved-mark.is-saved').waitFor()
    expect(await offer().count()).toBe(0)
  })

  it('across a freeze and a reopening, the tab left open: offered, not sent', async () => {
    line.cut()
    await type(' Viết lúc mất mạng.')
    await freeze()
    await act(people.nga, session, 'reopen', 'Bổ sung số liệu')
    line.mend()
    await offer().waitFor()
    expect(await offered()).toContain('Viết lúc mất mạng.')
    await page.locator('.saved-mark.is-saved').waitFor()
    expect(await onServer()).not.toContain('Viết lúc mất mạng.')
    expect(await page.locator('.paper-text').textContent()).not.toContain('Viết lúc mất mạng.')
  })

  it('across a lost seat: offered, and not sent when the seat is given back', async () => {
    line.cut()
    await type(' Viết lúc mất ghế.')
    const seats = (presenter: string) =>
      must(people.nga.patch(`/api/sessions/${session.id}`, { seats: { presenter } }))
    await seats('thoa')
    line.mend()
    await offer().waitFor()
    expect(await offered()).toContain('Viết lúc mất ghế.')
    await page.getByText('bạn đang đọc').or(page.getByText('Chỉ đọc')).first().waitFor()
    await seats('hanh')
    await page.locator('.saved-mark.is-saved').waitFor()
    expect(await onServer()).not.toContain('Viết lúc mất ghế.')
    expect(await offered()).toContain('Viết lúc mất ghế.')
  })

  it('of two windows, one closed before: the words of both are offered', async () => {
    const other = await next()
    await other.locator('.saved-mark.is-saved').waitFor()
    line.cut()
    await type(' Cửa sổ một.')
    await type(' Cửa sổ hai.', other)
    await other.close({ runBeforeUnload: false })
    await freeze()
    line.mend()
    await offer().waitFor()
    await expect.poll(() => offered(), { timeout: 20_000 }).toContain('Cửa sổ hai.')
    expect(await offered()).toContain('Cửa sổ một.')
  })

  it('[S9] an old page is told to reload, and what it had not sent arrives afterwards', async () => {
    line.cut()
    await type(' Chờ tải lại.')
    line.rewrite = (request) => request.replace(/schema=\d+/, 'schema=99')
    line.mend()
    const reload = page.getByRole('button', { name: 'Tải lại trang' })
    await reload.waitFor()
    expect(await offer().count()).toBe(0)
    expect(await onServer()).not.toContain('Chờ tải lại.')
    line.rewrite = (request) => request
    await reload.click()
    await page.locator('.saved-mark.is-saved').waitFor()
    expect(await onServer()).toContain('Chờ tải lại.')
    expect(await offer().count()).toBe(0)
  })
})
