// The margin while others write above: what is pressed stays under the hand, and cards go with their words at once.
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BoundEditor } from '../kit/bound-editor'
import { openBrowser } from '../kit/browser'
import { must, sessionAt, signInAll } from '../kit/session-maker'
import { type RunningServer, startServer } from '../kit/start-server'
import { Cast } from './cast'

const paragraphs = 24
const sentence = (n: number) => `Câu ${n} của dự thảo, viết cho đủ dài để trang phải cuộn xuống.`

describe('the margin while others write above', () => {
  let server: RunningServer
  let browser: Browser
  let editor: BoundEditor
  let cast: Cast<'dinh'>
  let dinh: Page
  let last: Locator
  let commentOn: (n: number) => Promise<unknown>

  beforeAll(async () => {
    server = await startServer({ demo: true })
    const people = await signInAll(server.origin)
    const { id, documents } = await sessionAt(people, 'draft')
    editor = new BoundEditor(await people.hanh.open(documents.draft).synced())
    for (let n = 1; n <= paragraphs; n++) editor.append(sentence(n))
    await editor.client.allSaved()
    commentOn = (n) => {
      const comment = { kind: 'remark', body: `Ý kiến ${n}.`, ...editor.quote(`Câu ${n} của`) }
      return must(people.thoa.post(`/api/documents/${documents.draft}/threads`, comment))
    }
    for (const n of [2, 4, paragraphs]) await commentOn(n)
    browser = await openBrowser()
    cast = new Cast(browser, server.origin)
    await cast.open('dinh', `/sessions/${id}/draft`)
    dinh = cast.pages.dinh
    last = dinh.getByRole('article').filter({ hasText: `Ý kiến ${paragraphs}.` })
    await dinh.getByRole('article').filter({ hasText: 'Ý kiến 2.' }).waitFor()
  })
  afterAll(async () => {
    editor?.leave()
    await browser?.close()
    await server?.stop()
    server?.forget()
  })

  it('a key that leads nowhere takes the keyboard from no reply that is begun after it', async () => {
    const atRest = dinh.evaluate(
      () => new Promise((end) => document.addEventListener('scrollend', end, { capture: true })),
    )
    for (let i = 0; i < 3; i++) await dinh.keyboard.press('F8')
    await dinh.getByText('3 / 3').waitFor()
    await atRest
    await dinh.keyboard.press('F8')
    const box = last.getByRole('textbox', { name: /Trả lời góp ý/ })
    await box.pressSequentially('Hai ')
    await commentOn(6)
    await dinh.getByText('4 / 4').waitFor()
    await dinh.keyboard.type('ba')
    expect(await box.inputValue()).toBe('Hai ba')
    await box.fill('')
    await cast.paper('dinh').focus()
  })

  it('what is pressed stays under the hand until it is let go, whatever others write above', async () => {
    await cast.select('dinh', 'Câu 5 của')
    await dinh.locator('.comment-bubble').click()
    await dinh.getByLabel('Nội dung góp ý').fill('Bấm giữa lúc chữ chạy.')
    const send = dinh.getByRole('button', { name: 'Gửi góp ý' })
    await send.hover()
    await dinh.mouse.down()
    const before = await send.boundingBox()
    editor.dispatch(editor.tr.insertText('Lại thêm một câu ở trên cùng. '.repeat(12), 1))
    await dinh.getByText('Lại thêm một câu').first().waitFor()
    await dinh.evaluate(async () => {
      for (let i = 0; i < 30; i++) await new Promise(requestAnimationFrame)
    })
    expect(await send.boundingBox()).toEqual(before)
    await dinh.mouse.up()
    await dinh.getByRole('article').getByText('Bấm giữa lúc chữ chạy.').waitFor()
  })

  it('cards do not swing when the page moves with words that come in above', async () => {
    await cast.words('dinh', `Câu ${paragraphs} của`).scrollIntoViewIfNeeded()
    await last.evaluate((one) => one.scrollIntoView({ block: 'center' }))
    const gliding = dinh.evaluate(async () => {
      let glides = 0
      document.addEventListener('transitionrun', ({ target, propertyName }) => {
        if (propertyName === 'transform' && (target as Element).matches('[data-card]')) glides++
      })
      const hasCome = () => document.querySelector('.paper-text')?.textContent?.includes('chen vào')
      for (let after = 0; after < 30; after += hasCome() ? 1 : 0) {
        await new Promise(requestAnimationFrame)
      }
      return glides
    })
    editor.dispatch(editor.tr.insertText('Câu chen vào trên cùng của trang. '.repeat(12), 1))
    expect(await gliding).toBe(0)
    // Where they belong: beside their words.
    const top = (one: Locator) => one.evaluate((element) => element.getBoundingClientRect().top)
    const words = cast.words('dinh', `Câu ${paragraphs} của`)
    expect(Math.abs((await top(last)) - (await top(words)))).toBeLessThan(30)
  })
})
