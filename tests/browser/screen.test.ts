// The screens in a real browser: led from a desk, a phone and a clicker, followed, left alone, cut off and back.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { enter, openBrowser } from '../kit/browser'
import { must, type People, signInAll } from '../kit/session-maker'
import { type RunningServer, startServer } from '../kit/start-server'

describe('the screens', () => {
  let server: RunningServer
  let browser: Browser
  let people: People
  // biome-ignore lint/suspicious/noExplicitAny: answers are read as a script would read them
  let session: any
  let version: string
  const pages: Record<string, Page> = {}
  const at = (name: string) => pages[name] as Page
  const path = (rest: string) => `/api/sessions/${session.id}/${rest}`
  const number = (name: string, n: number) =>
    at(name).locator(`:is(.projector-body, .version-text) p.is-focused[data-number="${n}"]`).first()

  beforeAll(async () => {
    server = await startServer({ demo: true })
    people = await signInAll(server.origin)
    session = await people.nga.sessionAt('inSession')
    version = session.versions.at(-1).id
    const place = { version, paragraph: 2 }
    await must(people.nga.put(path('projection'), place))
    browser = await openBrowser()
    const home = `/sessions/${session.id}`
    const phone = { width: 390, height: 844, isPhone: true }
    const [desk, remote, screen, reader] = await Promise.all([
      enter(browser, server.origin, 'nga', { path: `${home}/lead` }),
      enter(browser, server.origin, 'nga', { path: `${home}/lead`, ...phone }),
      enter(browser, server.origin, 'lam', { path: `${home}/project`, width: 1024 }),
      enter(browser, server.origin, 'thoa', { path: `/versions/${version}`, ...phone }),
    ])
    Object.assign(pages, { desk, remote, screen, reader })
    await Promise.all(['screen', 'reader'].map((name) => number(name, 2).waitFor()))
    // A key pressed before a leader's window knows where the next step goes is nobody's.
    const onward = (name: string) => at(name).getByText('Tiếp theo: đoạn 3').waitFor()
    await Promise.all(['desk', 'remote'].map(onward))
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    server?.forget()
  })

  it('[K1][K2] desk, phone and clicker lead one place; a reader wanders and comes back', async () => {
    await at('desk').keyboard.press('PageDown')
    await Promise.all(['screen', 'reader'].map((name) => number(name, 3).waitFor()))
    await at('remote').getByRole('button', { name: 'Tiếp', exact: true }).click()
    await Promise.all(['screen', 'reader'].map((name) => number(name, 4).waitFor()))
    await at('desk').getByText('Đang chiếu: đoạn 4').waitFor()
    // The step of a slower window is not lost in the haste of another.
    for (let i = 0; i < 6; i++) await at('desk').keyboard.press('ArrowDown')
    await number('screen', 10).waitFor()
    await at('desk').keyboard.press('Shift+PageDown')
    await number('screen', 11).waitFor()
    await at('reader').mouse.wheel(0, -900)
    await at('reader').getByRole('button', { name: 'Quay lại đoạn 11' }).waitFor()
    await at('desk').keyboard.press('PageUp')
    await number('screen', 10).waitFor()
    await at('reader').getByRole('button', { name: 'Quay lại đoạn 10' }).click()
    await number('reader', 10).waitFor()
  })

  /** The contrast of a paragraph's letters with the screen behind them, by WCAG. */
  const contrast = (selector: string) =>
    at('screen')
      .locator(selector)
      .first()
      .evaluate((words) => {
        const light = (colour: string) => {
          const parts = (/[\d., ]+/.exec(colour)?.[0] ?? '').split(',').slice(0, 3).map(Number)
          const [r = 0, g = 0, b = 0] = parts.map((part) => {
            const share = part / 255
            return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
          })
          return 0.2126 * r + 0.7152 * g + 0.0722 * b
        }
        const own = getComputedStyle(words)
        const field = getComputedStyle(words.closest('.projector') as Element)
        const isClear = own.backgroundColor.replaceAll(' ', '') === 'rgba(0,0,0,0)'
        const behind = isClear ? field.backgroundColor : own.backgroundColor
        const [a, b] = [light(own.color), light(behind)].sort((x, y) => y - x)
        return ((a ?? 0) + 0.05) / ((b ?? 0) + 0.05)
      })

  it('[K3][K6] the look is the leader’s, the same for all, and read from the back in every theme', async () => {
    const size = () =>
      at('screen')
        .locator('.projector-body p.is-focused')
        .evaluate((words) => Number.parseFloat(getComputedStyle(words).fontSize))
    const usual = await size()
    expect(usual).toBeGreaterThanOrEqual(28)
    await must(
      people.nga.put(path('screen'), { highlight: { version, paragraph: 10, from: 3, to: 24 } }),
    )
    for (const [name, theme] of [
      ['Tối', 'dark'],
      ['Tương phản', 'contrast'],
      ['Sáng', 'light'],
    ] as const) {
      await at('desk').getByRole('button', { name, exact: true }).click()
      await at('screen').locator(`.projector[data-theme=${theme}]`).waitFor()
      for (const words of ['p.is-focused', 'p[data-number]:not(.is-focused)', '.is-lit']) {
        expect([theme, words, (await contrast(`.projector-body ${words}`)) >= 7]).toEqual([
          theme,
          words,
          true,
        ])
      }
    }
    await at('desk').getByRole('button', { name: 'Chữ to hơn' }).click()
    await expect.poll(size).toBeGreaterThan(usual * 1.1)
    await at('desk').getByRole('button', { name: 'Cuộn' }).click()
    await at('screen').locator('.projector.is-scroll').waitFor()
    await number('screen', 10).waitFor()
    await at('remote').getByRole('button', { name: 'Tắt màn' }).click()
    await at('screen').locator('.projector-blank').waitFor()
    await at('desk').getByRole('button', { name: 'Bật màn' }).waitFor()
    // A press of the clicker lights it again, and does no more.
    await at('desk').keyboard.press('PageDown')
    await at('screen').locator('.projector-blank').waitFor({ state: 'detached' })
    await number('screen', 10).waitFor()
  })

  it('[K4] a comment and a secret vote stand on the screen, the vote in how many have voted', async () => {
    const remark = { kind: 'remark', body: 'Nên bỏ cả sổ báo giảng.' }
    await must(people.bao.post(`/api/versions/${version}/threads`, remark))
    await at('desk').getByRole('button', { name: 'Nên bỏ cả sổ báo giảng.' }).click()
    await at('screen').locator('.shown').getByText('Nên bỏ cả sổ báo giảng.').waitFor()
    const vote = { question: 'Thông qua dự thảo', way: 'secret' }
    const { id } = await must(people.tuan.post(path('votes'), vote))
    await at('desk').getByRole('button', { name: 'Biểu quyết: Thông qua dự thảo' }).click()
    await must(people.dinh.post(`/api/votes/${id}/ballot`, { choice: 'against' }))
    await at('screen').locator('.shown').getByText('1/8').waitFor()
    expect(await at('screen').locator('.shown').innerText()).not.toContain('Không tán thành')
    await must(people.tuan.post(`/api/votes/${id}/close`, { counts: null }))
    await at('screen').locator('.shown').getByText('1 (12,5%)').waitFor()
    // A clicker has no other way back to the text than on.
    await at('desk').keyboard.press('PageDown')
    await at('screen').locator('.shown').waitFor({ state: 'detached' })
    await number('screen', 10).waitFor()
  })

  it('[K7] asking where one reads, being called with one press, releasing one’s words with one', async () => {
    const prepared = 'Tôi đề nghị giữ sổ chủ nhiệm thêm một học kỳ.'
    await must(people.thoa.post(path('notes'), { kind: 'speech', body: prepared }))
    await at('reader').getByRole('button', { name: 'Xin phát biểu về đoạn 10' }).click()
    await at('desk').getByRole('button', { name: 'Mời Võ Thị Kim Thoa phát biểu' }).click()
    await at('screen').locator('.projector-now').getByText('đoạn 10 · từ').waitFor()
    await at('reader').getByText('Mời đồng chí phát biểu về đoạn 10').waitFor()
    await at('reader').getByRole('button', { name: 'Đưa cho mọi người đọc' }).click()
    await at('reader').getByText('Đã đưa cho mọi người đọc').waitFor()
    const { notes } = await must(people.tuan.get(path('notes')))
    expect(notes.map(({ body }: { body: string }) => body)).toEqual([prepared])
    await at('desk').getByLabel('Thời gian mỗi lượt phát biểu').selectOption('5')
    await at('screen').locator('.projector-now').getByText('/ 5 phút').waitFor()
    expect(await at('screen').innerText('main')).not.toContain(prepared)
  })

  it('[K2][K5] after a kill -9 every window is back at the place without a press, and quiet all along', async () => {
    const { port } = new URL(server.origin)
    await server.kill()
    await at('screen').getByText('Đang nối lại').waitFor()
    await at('desk').keyboard.press('PageUp')
    await at('desk').locator('.lead-link.is-cut').waitFor()
    server = await startServer({ demo: true, dataDir: server.dataDir, port: Number(port) })
    await at('screen').getByText('Đang nối lại').waitFor({ state: 'detached' })
    await Promise.all(['screen', 'reader'].map((name) => number(name, 9).waitFor()))
    await at('screen').reload()
    await number('screen', 9).waitFor()
    const loud = '[role=dialog], [role=alertdialog], [class*=toast], audio, video, [class*=note]'
    expect(await at('screen').locator(loud).count()).toBe(0)
    for (const page of Object.values(pages)) {
      const spare = await page.evaluate(
        () => document.documentElement.clientWidth - document.documentElement.scrollWidth,
      )
      expect(spare).toBe(0)
    }
  })
})
