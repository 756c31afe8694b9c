// The margin for colleagues: filters, the walk by keys, links, whole paragraphs, suggestions, and time that runs out.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BoundEditor } from '../kit/bound-editor'
import { enter, openBrowser } from '../kit/browser'
import {
  closedWindow,
  must,
  openWindow,
  type People,
  type SeenSession,
  sessionAt,
  signInAll,
} from '../kit/session-maker'
import { type RunningServer, startServer } from '../kit/start-server'
import { Cast } from './cast'

const paragraphs = 24
const sentence = (n: number) => `Câu ${n} của dự thảo, viết cho đủ dài để trang phải cuộn xuống.`
const body = (n: number) => `Ý kiến về câu ${n}.`
const suggested = 'câu mười, gọn hơn'

interface Seen {
  readonly id: string
  readonly body: string
}

describe('the margin', () => {
  let server: RunningServer
  let browser: Browser
  let people: People
  let session: SeenSession
  let cast: Cast<'thoa' | 'truc' | 'dinh' | 'hanh' | 'nga'>
  let path = ''
  let editor: BoundEditor

  const threads = async (): Promise<Seen[]> =>
    (await must(people.nga.get(`/api/documents/${session.documents.draft}/threads`))).threads
  const idOf = async (words: string) =>
    (await threads()).find((thread) => thread.body === words)?.id ?? ''
  const commentOn = (who: 'thoa' | 'truc', n: number, more = {}) =>
    must(
      people[who].post(`/api/documents/${session.documents.draft}/threads`, {
        kind: n % 2 ? 'remark' : 'proposal',
        body: body(n),
        ...editor.quote(`Câu ${n} của`),
        ...more,
      }),
    )
  const windows = (draft: typeof openWindow) =>
    must(people.nga.patch(`/api/sessions/${session.id}`, { windows: { draft } }))

  beforeAll(async () => {
    server = await startServer({ demo: true })
    people = await signInAll(server.origin)
    session = await sessionAt(people, 'draft')
    path = `/sessions/${session.id}/draft`
    editor = new BoundEditor(await people.hanh.open(session.documents.draft).synced())
    for (let n = 1; n <= paragraphs; n++) editor.append(sentence(n))
    await editor.client.allSaved()
    for (const n of [2, 4, 6]) await commentOn('thoa', n)
    await commentOn('truc', 8)
    await commentOn('truc', 10, { replacement: suggested })
    await commentOn('truc', 24)
    browser = await openBrowser()
    cast = new Cast(browser, server.origin)
  })
  afterAll(async () => {
    editor?.leave()
    await browser?.close()
    await server?.stop()
    server?.forget()
  })

  const card = (who: keyof typeof cast.pages, n: number) =>
    cast.pages[who].getByRole('article').filter({ hasText: body(n) })
  /** How far a card stands from its words, and from the card above it. */
  const distances = (who: keyof typeof cast.pages) =>
    cast.pages[who].evaluate(() => {
      const cards = [...document.querySelectorAll<HTMLElement>('.is-margin > [data-card]')]
        .map((one) => ({ id: one.dataset.card, box: one.getBoundingClientRect() }))
        .sort((a, b) => a.box.top - b.box.top)
      return cards.map(({ id, box }, index) => {
        const words = document.querySelector(`.paper-text [data-thread="${id}"]`)
        const above = cards[index - 1]?.box.bottom ?? Number.NEGATIVE_INFINITY
        return {
          fromWords: Math.abs(box.top - (words?.getBoundingClientRect().top ?? Number.NaN)),
          fromAbove: box.top - above,
        }
      })
    })

  it('filters hold together, and say in words when nothing passes', async () => {
    await cast.open('dinh', path)
    const { dinh } = cast.pages
    await card('dinh', 2).waitFor()
    await dinh.getByRole('button', { name: 'Lọc thêm' }).click()
    await dinh.getByLabel('Người góp ý').selectOption('truc')
    await card('dinh', 8).waitFor()
    await card('dinh', 2).waitFor({ state: 'detached' })
    await dinh.getByLabel('Loại ý kiến').selectOption('understanding')
    await dinh.getByText('Không có góp ý nào: của Hồ Thanh Trúc · loại “Nhận thức”.').waitFor()
    await dinh.getByRole('button', { name: 'Xem tất cả' }).click()
    await card('dinh', 2).waitFor()
  })

  it('keys lead from comment to comment, to the card and back to the text', async () => {
    const { dinh } = cast.pages
    await cast.paper('dinh').focus()
    const inHand = () => dinh.evaluate(() => document.activeElement?.textContent ?? '')
    await dinh.keyboard.press('F8')
    await expect.poll(inHand).toContain(body(2))
    await dinh.keyboard.press('Alt+ArrowDown')
    await expect.poll(inHand).toContain(body(4))
    await dinh.keyboard.press('Shift+F8')
    await expect.poll(inHand).toContain(body(2))
    await dinh.getByText('1 / 6').waitFor()
    for (let i = 0; i < 5; i++) await dinh.keyboard.press('F8')
    await dinh.getByText('6 / 6').waitFor()
    await expect.poll(inHand).toContain(body(24))
    // The words came into sight with it, and the card stands beside them.
    await expect
      .poll(async () => (await distances('dinh')).some(({ fromWords }) => fromWords < 12))
      .toBe(true)
    await dinh.keyboard.press('Escape')
    await expect
      .poll(() => dinh.evaluate(() => document.activeElement?.classList.contains('paper-text')))
      .toBe(true)
  })

  it('cards stay beside their words while others write above, none over another', async () => {
    const { dinh } = cast.pages
    await dinh.goto(path)
    await card('dinh', 2).waitFor()
    editor.dispatch(editor.tr.insertText('Một câu nữa đứng trước mọi câu khác. '.repeat(12), 1))
    await dinh.getByText('Một câu nữa đứng trước').first().waitFor()
    await expect
      .poll(async () => {
        const all = await distances('dinh')
        const isApart = all.every(({ fromAbove }) => fromAbove >= 11)
        return isApart && all.filter(({ fromWords }) => fromWords < 12).length
      })
      .toBeGreaterThan(0)
  })

  it('a link leads to its comment, and says when it was withdrawn', async () => {
    const { dinh } = cast.pages
    await dinh.goto(`${path}?thread=${await idOf(body(24))}`)
    await card('dinh', 24).and(dinh.locator('[aria-current="true"]')).waitFor()
    await expect
      .poll(() =>
        cast
          .paper('dinh')
          .getByText('Câu 24 của')
          .evaluate((words) => {
            const { top, bottom } = words.getBoundingClientRect()
            return top > 0 && bottom < window.innerHeight
          }),
      )
      .toBe(true)
    const id = await idOf(body(6))
    await must(people.thoa.send('DELETE', `/api/threads/${id}`))
    await dinh.goto(`${path}?thread=${id}`)
    await dinh.getByText('Góp ý này đã được người viết rút lại.').waitFor()
  })

  it('the link is copied from the card, on plain http too', async () => {
    const { dinh } = cast.pages
    await dinh.goto(path)
    await card('dinh', 8).hover()
    await dinh.evaluate(() => {
      Object.defineProperty(navigator, 'clipboard', { value: undefined })
      document.addEventListener('copy', () => {
        document.body.dataset.copied = document.getSelection()?.toString() ?? ''
        const box = document.activeElement
        if (box instanceof HTMLTextAreaElement) document.body.dataset.copied = box.value
      })
    })
    await card('dinh', 8).getByRole('button', { name: 'Việc với góp ý này' }).click()
    await dinh.getByRole('menuitem', { name: 'Chép đường dẫn' }).click()
    await dinh.getByText('Đã chép đường dẫn tới góp ý.').waitFor()
    const copied = await dinh.evaluate(() => document.body.dataset.copied)
    expect(copied).toBe(`${server.origin}${path}?thread=${await idOf(body(8))}`)
  })

  it('suggestions are drawn in the text on demand, and are no part of it', async () => {
    const { dinh } = cast.pages
    const shown = () => cast.paper('dinh').locator('ins').textContent()
    await dinh.getByLabel(/Xem đề nghị sửa trong văn bản/).check()
    await expect.poll(shown).toBe(suggested)
    await dinh.reload()
    await expect.poll(shown).toBe(suggested)
    expect(editor.doc.textContent).not.toContain(suggested)
    await dinh.getByLabel(/Xem đề nghị sửa trong văn bản/).uncheck()
    await expect.poll(() => cast.paper('dinh').locator('ins').count()).toBe(0)
  })

  it('a whole paragraph is commented on from its number', async () => {
    const { dinh } = cast.pages
    await cast.words('dinh', 'Câu 3 của').hover()
    const button = dinh.getByRole('button', { name: /^Góp ý cả đoạn/ })
    await button.click()
    await dinh.getByLabel('Nội dung góp ý').fill('Cả đoạn này nên bỏ.')
    await dinh.getByRole('button', { name: 'Gửi góp ý' }).click()
    await dinh.getByRole('article').getByText('Cả đoạn này nên bỏ.').waitFor()
    const id = await idOf('Cả đoạn này nên bỏ.')
    await editor.untilMarked(id, sentence(3))
  })

  it('on a phone a sheet opens at the comment, leads on, and takes what is written', async () => {
    const page = await enter(browser, server.origin, 'dinh', {
      width: 390,
      height: 844,
      isPhone: true,
    })
    await page.goto(path)
    const paper = page.getByRole('textbox', { name: /^Nội dung/ })
    const isInSight = (words: string) =>
      page
        .getByRole('article')
        .filter({ hasText: words })
        .evaluate((card) => {
          const head = document.querySelector('.comment-filters')?.getBoundingClientRect().bottom
          const { top, bottom } = card.getBoundingClientRect()
          return top >= (head ?? 0) && Math.min(bottom, top + 60) <= window.innerHeight
        })
    await paper.getByText('Câu 10 của').tap()
    await expect.poll(() => isInSight(body(10))).toBe(true)
    await page.getByRole('button', { name: 'Góp ý sau' }).tap()
    await expect.poll(() => isInSight(body(24))).toBe(true)
    await page.getByRole('complementary', { name: 'Góp ý' }).getByLabel('Đóng').tap()

    // A tap on a paragraph brings its number's button under the thumb.
    await paper.getByText('Câu 20 của').tap()
    await page.getByRole('button', { name: /^Góp ý cả đoạn/ }).tap()
    const field = page.getByLabel('Nội dung góp ý')
    await expect.poll(() => field.evaluate((box) => box === document.activeElement)).toBe(true)
    await page.keyboard.type('Viết từ điện thoại.')
    // Where it opened it stays: a tap that is on its way finds it.
    const send = page.getByRole('button', { name: 'Gửi góp ý' })
    const moved = await send.evaluate(async (button) => {
      const tops = new Set<number>()
      for (let i = 0; i < 40; i++) {
        tops.add(button.getBoundingClientRect().top)
        await new Promise(requestAnimationFrame)
      }
      return tops.size - 1
    })
    expect(moved).toBe(0)
    await send.tap()
    await page.getByRole('article').getByText('Viết từ điện thoại.').waitFor()
    await page.context().close()
  })

  it('what is being written when the time ends is kept, and sent when there is more time', async () => {
    await cast.open('thoa', path)
    const { thoa } = cast.pages
    await cast.words('thoa', 'Câu 12 của').scrollIntoViewIfNeeded()
    await cast.select('thoa', 'Câu 12 của')
    await thoa.locator('.comment-bubble').click()
    const field = thoa.getByLabel('Nội dung góp ý')
    await field.pressSequentially('Câu này còn thiếu số liệu')
    await windows(closedWindow)
    const told = thoa.getByText('Đã hết hạn góp ý khi bạn đang viết.')
    await told.waitFor()
    await field.pressSequentially(', xin bổ sung.')
    const send = thoa.getByRole('button', { name: 'Gửi góp ý' })
    expect(await send.isDisabled()).toBe(true)

    await thoa.reload()
    await told.waitFor()
    expect(await field.inputValue()).toBe('Câu này còn thiếu số liệu, xin bổ sung.')
    expect(await thoa.getByRole('button', { name: 'Gia hạn góp ý…' }).count()).toBe(0)

    await cast.open('nga', path)
    await cast.pages.nga.getByRole('button', { name: 'Gia hạn góp ý…' }).click()
    await cast.pages.nga.getByRole('dialog').waitFor()

    await windows(openWindow)
    await told.waitFor({ state: 'detached' })
    // By key: the card settles elsewhere now that it is shorter.
    await field.press('Control+Enter')
    await thoa.getByRole('article').getByText('Câu này còn thiếu số liệu, xin bổ sung.').waitFor()
    expect(cast.complaints).toEqual([])
  })
})
