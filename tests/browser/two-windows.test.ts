// Two windows of one person: each with its own caret and undo, both safe offline.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from '../kit/browser'
import { Line } from '../kit/line'
import { sessionAt, signInAll, writeInto } from '../kit/session-maker'
import { type RunningServer, startServer } from '../kit/start-server'
import type { StockClient } from '../kit/visitor'
import { Cast, keptOffline } from './cast'

describe('two windows of one person', () => {
  let server: RunningServer
  let line: Line
  let browser: Browser
  let cast: Cast<'hanh'>
  let one: Page
  let two: Page
  let bao: StockClient
  let path = ''

  const paper = (page: Page) => page.getByRole('textbox', { name: /^Nội dung/ })
  const type = async (page: Page, block: string, words: string) => {
    await page.bringToFront()
    await paper(page).getByText(block).first().click()
    await page.keyboard.press('End')
    await page.keyboard.type(words)
  }
  const open = async (): Promise<Page> => {
    const page = await cast.pages.hanh.context().newPage()
    await page.goto(path)
    await page.locator('.saved-mark.is-saved').waitFor()
    return page
  }

  beforeAll(async () => {
    server = await startServer({ demo: true })
    const people = await signInAll(server.origin)
    const session = await sessionAt(people, 'draft')
    path = `/sessions/${session.id}/draft`
    await writeInto(people.hanh, session.documents.draft, 'Đoạn một.')
    await writeInto(people.hanh, session.documents.draft, 'Đoạn hai.')
    bao = await people.bao.open(session.documents.draft).synced()
    // A clock of zero is not believed.
    bao.provider.awareness.setLocalState({})
    line = await Line.to(server.origin)
    browser = await openBrowser()
    cast = new Cast(browser, line.origin)
    await cast.open('hanh', '/')
    await cast.pages.hanh.context().addInitScript(() => {
      window.BroadcastChannel = class {
        constructor() {
          throw new Error('windows talk through the server')
        }
      } as never
    })
    one = await open()
    two = await open()
  })
  afterAll(async () => {
    bao?.leave()
    await browser?.close()
    line?.close()
    await server?.stop()
    server?.forget()
  })

  it('both type and converge, each with the other’s caret, one face in the corner', async () => {
    await type(one, 'Đoạn một.', ' Từ cửa sổ một.')
    await type(two, 'Đoạn hai.', ' Từ cửa sổ hai.')
    for (const page of [one, two]) {
      await paper(page).getByText('Từ cửa sổ một.').waitFor()
      await paper(page).getByText('Từ cửa sổ hai.').waitFor()
    }
    await bao.until((text) => text.includes('cửa sổ một.') && text.includes('cửa sổ hai.'))
    await paper(two).locator('.paper-caret').waitFor()
    await expect.poll(() => two.locator('.editor-people li').count()).toBe(2)
  })

  it('each takes back its own words only', async () => {
    await one.bringToFront()
    await one.keyboard.press('Control+z')
    await paper(two).getByText('Từ cửa sổ một.').waitFor({ state: 'detached' })
    expect(await paper(one).textContent()).toContain('Từ cửa sổ hai.')
    await one.keyboard.press('Control+y')
    await paper(two).getByText('Từ cửa sổ một.').waitFor()
  })

  it('closing one leaves the other', async () => {
    const third = await open()
    await third.close()
    await type(two, 'Đoạn hai.', ' Viết tiếp.')
    await two.locator('.saved-mark.is-saved').waitFor()
    await bao.until((text) => text.includes('Viết tiếp.'))
  })

  it('what both wrote offline is kept through closing both, and merged when back', async () => {
    line.cut()
    const words = [' Một viết khi mất mạng.', ' Hai viết khi mất mạng.'] as const
    await type(one, 'Đoạn một.', words[0])
    await type(two, 'Đoạn hai.', words[1])
    await Promise.all([keptOffline(one, words[0]), keptOffline(two, words[1])])
    const next = await one.context().newPage()
    await one.close({ runBeforeUnload: false })
    await two.close({ runBeforeUnload: false })
    line.mend()
    await next.goto(path)
    await next.locator('.saved-mark.is-saved').waitFor()
    await bao.until((text) => text.includes('Một viết khi') && text.includes('Hai viết khi'))
    expect(bao.text.toString().split('Một viết khi mất mạng.')).toHaveLength(2)
    expect(cast.complaints).toEqual([])
  })
})
