// A bad line: what the saved mark claims over it, who is seen after it, and two windows of one person.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from '../kit/browser'
import { Line } from '../kit/line'
import { diceOf } from '../kit/paper-editor'
import { type People, sessionAt, signInAll, writeInto } from '../kit/session-maker'
import { type RunningServer, startServer } from '../kit/start-server'
import type { StockClient } from '../kit/visitor'
import { Cast } from './cast'

/** Looks at every frame of the screen: does the mark say more than the server has said? */
function watchMark(): void {
  const book = { sent: 0, saved: 0, lies: 0, looks: 0 }
  Object.assign(window, { book })
  const Native = window.WebSocket
  window.WebSocket = class extends Native {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols)
      if (!String(url).includes('/sync/')) return
      this.addEventListener('open', () => Object.assign(book, { sent: 0, saved: 0 }))
      this.addEventListener('message', ({ data }) => {
        const bytes = new Uint8Array(data)
        // saved(n): 100, then n in groups of seven bits.
        if (bytes[0] !== 100) return
        book.saved = bytes.slice(1).reduce((n, byte, i) => n + (byte & 127) * 128 ** i, 0)
      })
    }
    override send(data: Parameters<WebSocket['send']>[0]): void {
      const [type, part] = data instanceof Uint8Array ? data : []
      if (type === 0 && (part === 1 || part === 2)) book.sent++
      super.send(data)
    }
  }
  const look = () => {
    const mark = document.querySelector('.saved-mark')
    if (mark) book.looks++
    const isTrue = book.sent > 0 && book.saved === book.sent
    if (mark?.classList.contains('is-saved') && !isTrue) book.lies++
    requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}

/** Awareness tells its state again every fifteen seconds, and would hide that it was not told. */
function withoutHeartbeats(): void {
  const native = window.setInterval
  const everyMs = 3000
  window.setInterval = ((run: () => void, ms: number) =>
    ms === everyMs ? 0 : native(run, ms)) as typeof window.setInterval
}

describe('over a bad line', () => {
  let server: RunningServer
  let line: Line
  let browser: Browser
  let people: People
  let cast: Cast<'hanh'>
  let page: Page
  let path = ''
  let bao: StockClient

  const book = () =>
    page.evaluate(() => (window as unknown as { book: Record<string, number> }).book)
  const write = async (words: string, on = page) => {
    await on.getByText('Đoạn đầu.').first().click()
    await on.keyboard.press('End')
    await on.keyboard.type(words)
  }

  beforeAll(async () => {
    server = await startServer({ demo: true })
    people = await signInAll(server.origin)
    const session = await sessionAt(people, 'draft')
    path = `/sessions/${session.id}/draft`
    await writeInto(people.hanh, session.documents.draft, 'Đoạn đầu.')
    bao = await people.bao.open(session.documents.draft).synced()
    line = await Line.to(server.origin)
    browser = await openBrowser()
    cast = new Cast(browser, line.origin)
    await cast.open('hanh', path)
    page = cast.pages.hanh
    await page.addInitScript(watchMark)
    await page.addInitScript(withoutHeartbeats)
    // A clock of zero is not believed.
    bao.provider.awareness.setLocalState({})
    clearInterval(bao.provider.awareness._checkInterval as never)
    await page.goto(path)
    await cast.saved('hanh').waitFor()
  })
  afterAll(async () => {
    bao?.leave()
    await browser?.close()
    line?.close()
    await server?.stop()
    server?.forget()
  })

  it('[S2] the mark says saved after the server did, not when the words have arrived', async () => {
    line.hold()
    await write(' Một.')
    await bao.until((text) => text.includes(' Một.'))
    await page.locator('.saved-mark.is-saving').waitFor()
    expect(await cast.saved('hanh').count()).toBe(0)
    line.release()
    await cast.saved('hanh').waitFor()
  })

  it('[S2] words whose saving was never confirmed are counted until the next line confirms them', async () => {
    line.hold()
    await write(' Hai.')
    await bao.until((text) => text.includes(' Hai.'))
    line.cut()
    await page.getByText(/Mất kết nối – \d+ thay đổi chờ gửi/).waitFor()
    line.release()
    await write(' Ba.')
    line.mend()
    await cast.saved('hanh').waitFor()
    await bao.until((text) => text.includes(' Hai. Ba.'))
  })

  it('never claims too much, whatever the line does', async () => {
    const dice = diceOf(20_261_121)
    const acts = [line.hold, line.release, line.cut, line.mend].map((act) => act.bind(line))
    for (let i = 0; i < 60; i++) {
      if (dice(3) === 0) acts[dice(4)]?.()
      else if (dice(4) === 0) await page.keyboard.press('Backspace')
      else await page.keyboard.type(String.fromCharCode(97 + dice(26)))
    }
    line.release()
    line.mend()
    await cast.saved('hanh').waitFor()
    const { lies, looks } = (await book()) as { lies: number; looks: number }
    expect(looks).toBeGreaterThan(10)
    expect(lies).toBe(0)
  })

  it('a colleague sees one again when the line is back, without a key being pressed', async () => {
    const names = () =>
      [...bao.provider.awareness.getStates().values()].flatMap(({ user }) => user?.username ?? [])
    const until = async (isHere: boolean) => {
      while (names().includes('hanh') !== isHere) {
        await new Promise<void>((resolve) => bao.provider.awareness.once('change', () => resolve()))
      }
    }
    await until(true)
    line.cut()
    await until(false)
    line.mend()
    await until(true)
    await page.locator('.editor-people').getByTitle('Phạm Quốc Bảo').waitFor()
  })
})
