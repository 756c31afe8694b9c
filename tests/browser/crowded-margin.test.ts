// Many comments beside few words: the cards come to rest wherever one scrolls, and the last one can be seen.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BoundEditor } from '../kit/bound-editor'
import { enter, openBrowser } from '../kit/browser'
import { act, must, newSession, type People, signInAll } from '../kit/session-maker'
import { type RunningServer, startServer } from '../kit/start-server'

const count = 8
const words = (n: number) => `Câu ${n} của đề cương.`
const body = (n: number) =>
  `Ý kiến ${n}: câu này cần nói rõ ai làm, làm khi nào và lấy gì chứng minh.`

describe('a crowded margin', () => {
  let server: RunningServer
  let browser: Browser
  let page: Page

  const commentAll = async (people: People, outline: string) => {
    const editor = new BoundEditor(await people.hanh.open(outline).synced())
    for (let n = 1; n <= count; n++) editor.append(words(n))
    await editor.client.allSaved()
    for (let n = 1; n <= count; n++) {
      const comment = { kind: 'remark', body: body(n), ...editor.quote(words(n)) }
      await must(people.thoa.post(`/api/documents/${outline}/threads`, comment))
    }
    editor.leave()
  }
  beforeAll(async () => {
    server = await startServer({ demo: true })
    const people = await signInAll(server.origin)
    const session = await act(people.nga, await newSession(people), 'assign')
    await commentAll(people, session.documents.outline)
    browser = await openBrowser()
    const path = `/sessions/${session.id}/outline`
    page = await enter(browser, server.origin, 'hanh', { path, height: 600 })
    await card(count).waitFor()
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    server?.forget()
  })

  const card = (n: number) => page.getByRole('article').filter({ hasText: body(n) })
  /** Where everything stands in each of the next frames; one entry when nothing moves. */
  const positions = () =>
    page.evaluate(async () => {
      const seen = new Set<string>()
      const cards = document.querySelectorAll('[data-card]')
      for (let i = 0; i < 12; i++) {
        await new Promise(requestAnimationFrame)
        const tops = [...cards].map((one) => Math.round(one.getBoundingClientRect().top))
        seen.add(`${document.querySelector('.editor-desk')?.scrollTop}: ${tops.join(' ')}`)
      }
      return [...seen]
    })
  const atRest = () => expect.poll(positions, { timeout: 8000 }).toHaveLength(1)
  const wheel = async (by: number) => {
    await page.mouse.move(600, 400)
    await page.mouse.wheel(0, by)
    await atRest()
  }
  const height = () => page.evaluate(() => window.innerHeight)

  it('shows every card to whoever scrolls down step by step, and back', async () => {
    for (const by of [90, -90]) {
      const seen = new Set<number>()
      for (let step = 0; step < 16; step++) {
        for (let n = 1; n <= count; n++) {
          const box = await card(n).boundingBox()
          if (box && box.y >= 160 && box.y + 60 < (await height())) seen.add(n)
        }
        await wheel(by)
      }
      expect([...seen].sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
    }
  })

  it('comes to rest with any card in hand, wherever one scrolls', async () => {
    for (const n of [1, 3, 8]) {
      await card(n).focus()
      await page.keyboard.press('Enter')
      await atRest()
      for (const by of [250, 250, 500, 1000, -150, -150, -2000]) await wheel(by)
    }
  })
})
