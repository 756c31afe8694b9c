// What a page asks for and what it is told come on different lines: whichever is late, the newest stands.
import type { Browser, Locator, Page, WebSocket, WebSocketRoute } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BoundEditor } from '../kit/bound-editor'
import { enter, openBrowser } from '../kit/browser'
import { gate } from '../kit/gate'
import {
  act,
  must,
  type People,
  type SeenSession,
  sessionAt,
  signInAll,
} from '../kit/session-maker'
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

  it('a comment whose words were gone before its mark came stands among those without words', async () => {
    const { id, documents } = await sessionAt(people, 'draft')
    const editor = new BoundEditor(await people.hanh.open(documents.draft).synced())
    editor.append('Giữ câu này. Bỏ câu này.')
    await editor.client.allSaved()
    const come = gate()
    const lines: WebSocketRoute[] = []
    const thoa = await enter(browser, server.origin, 'thoa')
    await thoa.routeWebSocket(/\/sync\//, async (page) => {
      if (lines.push(page) > 1) await come.shut
      page.connectToServer()
    })
    await thoa.goto(`/sessions/${id}/draft`)
    await thoa.getByText('Bỏ câu này.').waitFor()
    await lines[0]?.close({ code: 3001 })
    const body = 'Câu này nên bỏ'
    await must(
      people.truc.post(`/api/documents/${documents.draft}/threads`, {
        kind: 'remark',
        body,
        ...editor.quote('Bỏ câu này.'),
      }),
    )
    await thoa.getByText(body).waitFor()
    editor.dispatch(editor.tr.delete(1, editor.doc.content.size - 1))
    editor.append('Viết lại cả đoạn.')
    await editor.client.allSaved()
    come.open()
    await thoa.getByText('Viết lại cả đoạn.').waitFor()
    await thoa.locator('.comment-group').getByText(body).waitFor()
    editor.leave()
  })
})
