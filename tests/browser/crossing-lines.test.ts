// What a page asks for and what it is told come on different lines: whichever is late, the newest stands.
import type { Browser, Locator, Page, WebSocket } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { enter, openBrowser } from '../kit/browser'
import { gate } from '../kit/gate'
import { act, type People, type SeenSession, sessionAt, signInAll } from '../kit/session-maker'
import { type RunningServer, startServer } from '../kit/start-server'

/** Resolves when a comment is announced on the line. */
const commentOn = (line: WebSocket) =>
  line.waitForEvent('framereceived', ({ payload }) => /thread/.test(`${payload}`))

describe('on crossing lines', () => {
  let server: RunningServer
  let browser: Browser
  let people: People
  let session: SeenSession
  let hanh: Page
  let writable: Locator
  let door = ''

  beforeAll(async () => {
    server = await startServer({ demo: true })
    people = await signInAll(server.origin)
    session = await sessionAt(people, 'revising', { ready: true })
    browser = await openBrowser()
    hanh = await enter(browser, server.origin, 'hanh', { path: `/sessions/${session.id}/revise` })
    writable = hanh.locator('[contenteditable=true]')
    door = `**/api/sessions/${session.id}`
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    server?.forget()
  })

  it('[L7] an answer that was under way when the text came back does not send it away again', async () => {
    const [told, answered] = [gate(), gate()]
    await hanh.routeWebSocket(/\/live\//, (page) => {
      const line = page.connectToServer()
      line.onMessage((words) => void told.shut.then(() => page.send(words)))
    })
    await hanh.reload()
    await writable.waitFor()
    let held = 0
    await hanh.route(door, async (route) => {
      const response = await route.fetch()
      held++
      await answered.shut
      await route.fulfill({ response })
    })
    await act(people.hanh, session, 'submit')
    // The paper's line ended: the page asks what its rights are now.
    await expect.poll(() => held).toBe(1)
    told.open()
    await hanh.getByText('chỉ xem được').waitFor()
    await act(people.phuong, session, 'return', 'Thiếu nguồn kinh phí')
    await hanh.getByText('Thiếu nguồn kinh phí').waitFor()
    answered.open()
    await writable.waitFor()
    expect(await hanh.getByText('Thiếu nguồn kinh phí').isVisible()).toBe(true)
    await hanh.unroute(door)
  })

  it('[L7] what happened between the first answer and the first line is shown when the line is there', async () => {
    const reached = gate()
    const path = `/sessions/${session.id}/revise`
    const phuong = await enter(browser, server.origin, 'phuong')
    await phuong.routeWebSocket(/\/live\//, async (page) => {
      await reached.shut
      page.connectToServer()
    })
    await phuong.goto(path)
    await phuong.getByRole('textbox').waitFor()
    await act(people.hanh, session, 'submit')
    reached.open()
    await phuong.getByText('chỉ xem được').waitFor()
  })

  it('[L7] what happened between an early answer and the piece that shows it is shown', async () => {
    const draft = await sessionAt(people, 'draft')
    const come = gate()
    const thoa = await enter(browser, server.origin, 'thoa')
    await thoa.route('**/assets/comments-side-*', async (route) => {
      await come.shut
      await route.continue()
    })
    const answered = thoa.waitForResponse((one) => one.url().endsWith('/threads'))
    const told = thoa
      .waitForEvent('websocket', (line) => line.url().includes('/live/'))
      .then(commentOn)
    await thoa.goto(`/sessions/${draft.id}/draft`)
    await answered
    const body = 'Thêm mục kinh phí'
    await people.truc.post(`/api/documents/${draft.documents.draft}/threads`, {
      kind: 'remark',
      body,
    })
    await told
    come.open()
    await thoa.getByText(body).waitFor()
  })

  it('[L7] what happened while one was at another paper is shown when one comes back at once', async () => {
    const { id, documents } = await sessionAt(people, 'draft')
    const thoa = await enter(browser, server.origin, 'thoa')
    const answered = (paper: 'outline' | 'draft') =>
      thoa.waitForResponse((one) => one.url().endsWith(`/${documents[paper]}/threads`))
    const line = thoa.waitForEvent('websocket', (one) => one.url().includes('/live/'))
    const draft = answered('draft')
    await thoa.goto(`/sessions/${id}/draft`)
    await draft
    const outline = answered('outline')
    await thoa.getByRole('link', { name: 'Đề cương' }).first().click()
    await outline
    const told = commentOn(await line)
    const body = 'Thêm mục người thực hiện'
    await people.truc.post(`/api/documents/${documents.draft}/threads`, { kind: 'remark', body })
    await told
    await thoa.getByRole('link', { name: 'Dự thảo' }).first().click()
    await thoa.getByText(body).waitFor()
  })
})
