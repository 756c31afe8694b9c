// What is new: told beside the plan, marked in the paper, and over only when it was in sight.
import type { Browser, Page, Request } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from '../kit/browser'
import { must, type People, sessionAt, signInAll, writeInto } from '../kit/session-maker'
import { type RunningServer, startServer } from '../kit/start-server'
import { Cast } from './cast'

const quote = 'mỗi lớp một tủ sách'

/** A tab that can be put into the background, as the page sees it. */
const mayHide = () => {
  Object.defineProperty(document, 'visibilityState', {
    get: () => (document.documentElement.dataset.hidden ? 'hidden' : 'visible'),
  })
}
const hide = (page: Page, isHidden: boolean) =>
  page.evaluate((hidden) => {
    if (hidden) document.documentElement.dataset.hidden = 'true'
    else delete document.documentElement.dataset.hidden
    document.dispatchEvent(new Event('visibilitychange'))
  }, isHidden)
const isLook = (request: Request) => request.url().endsWith('/looked')

describe('[N7] [N8] what is new', () => {
  let server: RunningServer
  let browser: Browser
  let cast: Cast<'dinh' | 'thoa'>
  let people: People
  let path = ''
  let draft = ''
  let thread = ''

  beforeAll(async () => {
    server = await startServer({ demo: true })
    browser = await openBrowser()
    people = await signInAll(server.origin)
    const session = await sessionAt(people, 'draft')
    draft = session.documents.draft
    path = `/sessions/${session.id}/draft`
    await writeInto(people.hanh, draft, `Phấn đấu ${quote}.`)
    const mine = await must(
      people.dinh.post(`/api/documents/${draft}/threads`, {
        kind: 'remark',
        body: 'Thiếu số liệu',
      }),
    )
    thread = mine.id
    await must(
      people.hanh.post(`/api/threads/${thread}/answer`, {
        verdict: 'partly',
        reason: 'Đã bổ sung',
      }),
    )
    await must(
      people.thoa.post(`/api/documents/${draft}/threads`, {
        kind: 'remark',
        body: 'Nhờ @dinh xem',
      }),
    )
    cast = new Cast(browser, server.origin)
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    server?.forget()
  })

  it('stands beside the plan, answers to one’s own comments first, with the way there', async () => {
    await cast.open('dinh', '/')
    const page = cast.pages.dinh
    const card = page.getByRole('region', { name: 'Mới từ lần xem trước' })
    const lines = card.locator('.plan-news-link')
    await lines.first().waitFor()
    await expect
      .poll(() => lines.allTextContents())
      .toEqual([
        'Trần Thị Hạnh đã giải trình góp ý của bạn: tiếp thu một phần',
        'Võ Thị Kim Thoa nhắc đến bạn',
        // The outline of the same session, commented on its way.
        'Võ Thị Kim Thoa góp ý',
      ])
    await card.getByText('Nhờ Trương Công Định xem').waitFor()
    await page.getByRole('navigation').getByText('(3 góp ý mới)').waitFor()
    expect(await lines.first().getAttribute('href')).toBe(`${path}?thread=${thread}`)
  })

  it('is marked in the paper and not over while the tab is in the background', async () => {
    const page = cast.pages.dinh
    await page.clock.install()
    await page.addInitScript(mayHide)
    const looks: Request[] = []
    page.on('request', (request) => isLook(request) && looks.push(request))
    await page.goto(path)
    await hide(page, true)
    await expect.poll(() => page.locator('.news-mark').count()).toBe(2)
    await page.clock.runFor(30_000)
    expect(looks).toEqual([])

    const [look] = await Promise.all([
      page.waitForRequest(isLook),
      hide(page, false).then(() => page.clock.runFor(10_000)),
    ])
    expect((await look.response())?.status()).toBe(200)
    const { papers } = await must(people.dinh.get('/api/news'))
    expect(papers.map(({ documentId }: { documentId: string }) => documentId)).not.toContain(draft)
    // What one is reading goes on being marked.
    expect(await page.locator('.news-mark').count()).toBe(2)
  })

  it('comes while one reads, and is over after one has left', async () => {
    const page = cast.pages.dinh
    await must(people.thoa.post(`/api/threads/${thread}/replies`, { body: 'Tôi cũng thấy thế' }))
    await must(
      people.lam.post(`/api/documents/${draft}/threads`, { kind: 'remark', body: 'Ý kiến mới' }),
    )
    await page.getByText('Ý kiến mới').waitFor()
    await Promise.all([
      expect.poll(() => page.locator('.news-mark').count()).toBe(3),
      page.clock.runFor(3000),
    ])
    const [look] = await Promise.all([
      page.waitForRequest(isLook),
      page.clock.runFor(2000).then(() => page.getByRole('link', { name: 'Bàn thảo' }).click()),
    ])
    await look.response()
    await page.goto(path)
    await page.getByText('Ý kiến mới').waitFor()
    expect(await page.locator('.news-mark').count()).toBe(0)
    expect(cast.complaints).toEqual([])
  })
})
