// The mark in the corner: it claims what the server's disk has, counts what waits, and keeps it.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from '../kit/browser'
import { type RunningServer, startServer } from '../kit/start-server'
import { signIn } from '../kit/visitor'
import { Cast, keptOffline } from './cast'

describe('the saved mark', () => {
  let server: RunningServer
  let browser: Browser
  let cast: Cast<'hanh' | 'bao' | 'thoa'>
  let path = ''

  beforeAll(async () => {
    server = await startServer({ demo: true })
    browser = await openBrowser()
    cast = new Cast(browser, server.origin)
    const session = await (await signIn(server.origin, 'hanh')).sessionAt('draft')
    path = `/sessions/${session.id}/draft`
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    server?.forget()
  })

  it('counts what waits while the server is away, and what was typed then arrives once', async () => {
    await Promise.all([cast.open('hanh', path), cast.open('thoa', path)])
    const { hanh } = cast.pages
    for (const account of ['hanh', 'thoa'] as const) {
      await cast.words(account, 'SỰ CẦN THIẾT').waitFor()
    }
    await cast.saved('hanh').waitFor()
    const { port } = new URL(server.origin)
    const { dataDir } = server
    await server.kill()
    await cast.words('hanh', 'Thực hiện Kế hoạch').click()
    await hanh.keyboard.press('End')
    await hanh.keyboard.type(' Viết khi mất mạng.')
    await hanh.getByText(/Mất kết nối – \d+ thay đổi chờ gửi/).waitFor()
    expect(await cast.saved('hanh').count()).toBe(0)

    server = await startServer({ demo: true, dataDir, port: Number(port) })
    await cast.saved('hanh').waitFor()
    await cast.words('thoa', 'Viết khi mất mạng.').waitFor()
    const text = (await cast.paper('thoa').textContent()) ?? ''
    expect(text.split('Viết khi mất mạng.')).toHaveLength(2)
  })

  it('keeps what was typed offline through a closed tab', async () => {
    const { hanh } = cast.pages
    const { port } = new URL(server.origin)
    const { dataDir } = server
    await server.kill()
    await cast.words('hanh', 'Thực hiện Kế hoạch').click()
    await hanh.keyboard.press('End')
    await hanh.keyboard.type(' Giữ qua lần đóng cửa sổ.')
    await keptOffline(hanh, ' Giữ qua lần đóng cửa sổ.')
    // The tab goes; the next one of the same browser brings the words back.
    const next = await hanh.context().newPage()
    await hanh.close({ runBeforeUnload: false })
    server = await startServer({ demo: true, dataDir, port: Number(port) })
    cast.pages.hanh = next
    await next.goto(path)
    await cast.words('hanh', 'Giữ qua lần đóng cửa sổ.').waitFor()
    await cast.saved('hanh').waitFor()
    await cast.words('thoa', 'Giữ qua lần đóng cửa sổ.').waitFor()
    expect(cast.complaints).toEqual([])
  })
})
