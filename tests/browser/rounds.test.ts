// The rounds of an outline and of a draft, with eight colleagues: every comment gets its answer on the screen.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from '../kit/browser'
import { afterAnswer, type SampleComment, sampleRound } from '../kit/sample-round'
import { act, newSession, type SeenSession, signInAll } from '../kit/session-maker'
import { type RunningServer, startServer } from '../kit/start-server'
import { signIn } from '../kit/visitor'
import { Cast } from './cast'

const verdictNames = { accepted: 'Tiếp thu', partly: 'Một phần', declined: 'Không tiếp thu' }

describe('the rounds of comments and their answers', () => {
  let server: RunningServer
  let browser: Browser
  let session: SeenSession
  let cast: Cast<'hanh' | SampleComment['author']>

  beforeAll(async () => {
    server = await startServer({ demo: true })
    browser = await openBrowser()
    cast = new Cast(browser, server.origin)
    const people = await signInAll(server.origin)
    session = await act(people.nga, await newSession(people), 'assign')
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    server?.forget()
  })

  const card = (account: keyof typeof cast.pages, body: string) =>
    cast.pages[account].getByRole('article').filter({ hasText: body })

  async function commentAll(paper: string) {
    for (const { author, quote, body, replacement } of sampleRound) {
      await cast.open(author, `/sessions/${session.id}/${paper}`)
      await cast.comment(author, quote, body, replacement)
    }
  }

  it('hanh writes the outline, eight colleagues read along', async () => {
    await cast.open('hanh', `/sessions/${session.id}/outline`)
    await cast.paper('hanh').click()
    for (const { paragraph } of sampleRound) {
      await cast.pages.hanh.keyboard.insertText(paragraph)
      await cast.pages.hanh.keyboard.press('Enter')
    }
    await cast.saved('hanh').waitFor()
    const last = sampleRound.at(-1)?.paragraph ?? ''
    await Promise.all(
      sampleRound.map(async ({ author }) => {
        await cast.open(author, `/sessions/${session.id}/outline`)
        await cast.words(author, last).waitFor()
      }),
    )
  }, 240_000)

  it('eight colleagues comment on the outline', async () => {
    await commentAll('outline')
    await cast.pages.hanh.getByText('Đã giải trình 0/8').waitFor()
  }, 240_000)

  it('hanh answers one after the other in the order of the text, and the tally says so', async () => {
    const { hanh } = cast.pages
    await hanh.getByRole('button', { name: 'Giải trình lần lượt' }).click()
    for (const [i, { body }] of sampleRound.entries()) {
      const inHand = hanh.locator('.comment-card.is-focused')
      await inHand.filter({ hasText: body }).waitFor()
      await inHand.getByRole('button', { name: 'Tiếp thu', exact: true }).click()
      const apply = inHand.getByRole('checkbox', { name: 'Thay ngay vào văn bản' })
      if (await apply.isVisible()) await apply.uncheck()
      await inHand.getByRole('button', { name: 'Ghi tiếp thu' }).click()
      await hanh.getByText(`Đã giải trình ${i + 1}/8`).waitFor()
    }
    await hanh.getByText('Đã giải trình hết các ý kiến ở văn bản này.').waitFor()
    // The author hears of it at once.
    await card('lam', sampleRound[0]?.body ?? '')
      .getByText('Tiếp thu.')
      .waitFor()
  })

  it('[M2] the draft begins with the same words and none of the comments', async () => {
    await cast.move('hanh', 'Bắt đầu dự thảo')
    await cast.open('hanh', `/sessions/${session.id}/draft`)
    await cast.words('hanh', '17/31 giáo viên').waitFor()
    expect(await cast.paper('hanh').locator('[data-thread]').count()).toBe(0)
  })

  it('eight colleagues comment on the draft; one says the same as another', async () => {
    await commentAll('draft')
    const same = card('lam', sampleRound[2]?.body ?? '')
    await same.click()
    await same.getByRole('button', { name: 'Cùng ý kiến' }).click()
    await card('hanh', sampleRound[2]?.body ?? '')
      .getByText('Cùng ý kiến: Nguyễn Văn Lâm')
      .waitFor()
  })

  it.each(sampleRound.map((one) => [one.author, one] as const))(
    '[T8] the comment of %s gets its answer',
    async (author, one) => {
      const { verdict, reason, wording, replacement, body } = one
      const mine = card('hanh', body)
      await mine.getByText(body).click()
      if (replacement !== undefined) {
        await mine.getByRole('button', { name: 'Tiếp thu, thay vào văn bản' }).click()
      } else {
        await mine.getByRole('button', { name: verdictNames[verdict], exact: true }).click()
        await mine.getByRole('textbox', { name: /^Giải trình/ }).fill(reason)
        if (wording !== undefined) {
          await mine.getByRole('textbox', { name: /^Câu chữ sau khi sửa/ }).fill(wording)
        }
        await mine.getByRole('button', { name: /^Ghi / }).click()
      }
      await card(author, body).locator(`.comment-answer.is-${verdict}`).waitFor()
      await cast.words(author, afterAnswer(one)).waitFor()
    },
  )

  it('the answers end as six accepted, one partly, one declined, and survive kill -9', async () => {
    const { port } = new URL(server.origin)
    await server.kill()
    const { dataDir } = server
    server = await startServer({ demo: true, dataDir, port: Number(port) })
    const thoa = await signIn(server.origin, 'thoa')
    const { body } = await thoa.get(`/api/documents/${session.documents.draft}/threads`)
    const verdicts = body.threads.map(
      ({ answers }: { answers: { verdict: string }[] }) => answers.at(-1)?.verdict,
    )
    const count = (wanted: string) => verdicts.filter((one: string) => one === wanted).length
    expect([count('accepted'), count('partly'), count('declined')]).toEqual([6, 1, 1])
    expect(body.threads.every(({ detached }: { detached: boolean }) => !detached)).toBe(true)
    await cast.open('thoa', `/sessions/${session.id}/draft`)
    for (const one of sampleRound) await cast.words('thoa', afterAnswer(one)).waitFor()
    // The table says it in one click, on the screen as in the file.
    await cast.pages.thoa.getByRole('link', { name: 'Bảng tổng hợp' }).click()
    await cast.pages.thoa.getByRole('heading', { name: /^Bảng tổng hợp, tiếp thu/ }).waitFor()
    for (const { body: said } of sampleRound) {
      await cast.pages.thoa.getByRole('row').filter({ hasText: said }).waitFor()
    }
    const table = await thoa.get(`/api/documents/${session.documents.draft}/answers`)
    expect(table.body.totals).toMatchObject({
      comments: 8,
      open: 0,
      verdicts: { accepted: 6, partly: 1, declined: 1 },
    })
    expect(cast.complaints).toEqual([])
  })
})
