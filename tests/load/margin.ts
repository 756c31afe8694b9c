// Figures of the margin in a real browser: a long paper with hundreds of comments against the same paper without.
import type { Browser, Page } from 'playwright-core'
import { BoundEditor } from '../kit/bound-editor'
import { enter, openBrowser } from '../kit/browser'
import { must, type People, sessionAt, signInAll } from '../kit/session-maker'
import { startServer } from '../kit/start-server'
import { median, quantile, type Row, round } from './figures'

const characters = 100_000
const comments = 500
const keys = 150
const authors = ['thoa', 'truc', 'dinh', 'bao', 'lam', 'phuong'] as const
const kinds = ['remark', 'understanding', 'proposal'] as const
const pickLength = 560
const perSection = 9

const filler =
  'Chi bộ thống nhất chuyển đổi số là việc của từng đảng viên, làm từng bước, có người kèm cặp, có kiểm tra và có điều chỉnh theo thực tế của từng tổ chuyên môn trong nhà trường. '

/** Paragraph `n`, with a phrase of its own for each comment on it. */
function paragraph(n: number, marks: number): string {
  let words = ''
  for (let i = 0; i < marks; i++) words += `ý số ${n}.${i} nói về ${filler.slice(0, 90)}; `
  return (words + filler.repeat(5)).slice(0, pickLength)
}

export async function writePaper(people: People, documentId: string, count: number): Promise<void> {
  const editor = new BoundEditor(await people.hanh.open(documentId).synced())
  const paragraphs = Math.ceil(characters / pickLength)
  const { schema } = editor.doc.type
  for (let n = 0; n < paragraphs; n++) {
    if (n % perSection === 0) {
      const words = schema.text(`${n / perSection + 1}. PHẦN VIỆC THỨ ${n / perSection + 1}`)
      const title = schema.node('heading', { level: 1 }, [words])
      editor.dispatch(editor.tr.insert(editor.doc.content.size, title))
    }
    editor.append(paragraph(n, 3))
  }
  await editor.client.allSaved()
  for (let i = 0; i < count; i++) {
    const n = Math.floor((i * paragraphs) / count)
    const place = i - Math.ceil((n * count) / paragraphs)
    const quote = editor.quote(`ý số ${n}.${place} nói về`)
    const author = people[authors[i % authors.length] as (typeof authors)[number]]
    const body = `Góp ý ${i}: nên viết rõ hơn, có số liệu kèm theo.`
    const kind = kinds[i % kinds.length]
    await must(author.post(`/api/documents/${documentId}/threads`, { kind, body, ...quote }))
  }
  await editor.client.allSaved()
  editor.leave()
}

interface Seen {
  text: number
  margin: number
}

/** Watches, frame by frame, when the text came and when the cards in sight stood beside it. */
const watch = () => {
  const seen: Partial<Seen> = {}
  Object.assign(window, { seen })
  const isBeside = () => {
    const cards = [...document.querySelectorAll<HTMLElement>('.is-margin > [data-card]')]
    return cards.some((card) => {
      const words = document.querySelector(`.paper-text [data-thread="${card.dataset.card}"]`)
      const at = words?.getBoundingClientRect().top ?? -1
      if (!words || at < 0 || at > window.innerHeight) return false
      return Math.abs(card.getBoundingClientRect().top - at) < 16
    })
  }
  const look = () => {
    const text = document.querySelector('.paper-text')
    if (!seen.text && (text?.childElementCount ?? 0) > 50) seen.text = performance.now()
    if (seen.text && !seen.margin && isBeside()) seen.margin = performance.now()
    if (!seen.margin) requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}

/** From the key's own time to after the frame in which it is painted. */
const timeKeys = () => {
  const painted: number[] = []
  Object.assign(window, { painted })
  window.addEventListener(
    'keydown',
    (event) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => painted.push(performance.now() - event.timeStamp)
        port2.postMessage(null)
      })
    },
    { capture: true },
  )
}
const paintedIn = (page: Page) =>
  page.evaluate(() => (window as unknown as { painted: number[] }).painted)

interface Measured {
  latency: number[]
  /** What the page's thread worked for one key, in milliseconds. */
  busy: number
  /** From the text to the cards beside it; not there without comments. */
  opening: number
  text: number
}

/** How long the page's thread has worked so far, in milliseconds. */
async function workOf(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable')
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000
  }
}

export async function measurePage(page: Page, path: string, marked: boolean): Promise<Measured> {
  // The runner names functions by a helper of its own, which a page does not have.
  await page.addInitScript('globalThis.__name = (named) => named')
  await page.addInitScript(watch)
  await page.goto(path)
  await page.waitForFunction(
    (isMarked) => {
      const { seen } = window as unknown as { seen: Partial<Seen> }
      return isMarked ? seen.margin : seen.text
    },
    marked,
    { timeout: 60_000 },
  )
  const seen = await page.evaluate(() => (window as unknown as { seen: Seen }).seen)
  await page.getByText('Đã lưu', { exact: true }).waitFor()
  // In the middle of the paper, among its comments.
  const words = page.locator('.paper-text > p').nth(90)
  await words.scrollIntoViewIfNeeded()
  await words.click()
  await page.keyboard.press('End')
  await page.keyboard.type('mot hai ba ', { delay: 60 })
  await page.evaluate(timeKeys)
  const work = await workOf(page)
  const before = await work()
  for (let i = 0; i < keys; i++)
    await page.keyboard.press('abcdeghik '[i % 10] ?? 'a', { delay: 40 })
  await page.waitForFunction(
    (count) => (window as unknown as { painted: number[] }).painted.length >= count,
    keys,
  )
  const busy = ((await work()) - before) / keys
  return {
    latency: await paintedIn(page),
    busy,
    opening: (seen.margin ?? Number.NaN) - seen.text,
    text: seen.text,
  }
}

async function during<T>(work: (browser: Browser, origin: string) => Promise<T>): Promise<T> {
  const server = await startServer({ demo: true })
  const browser = await openBrowser()
  try {
    return await work(browser, server.origin)
  } finally {
    await browser.close()
    await server.stop()
    server.forget()
  }
}

export async function marginRows(rounds = 3): Promise<Row[]> {
  return during(async (browser, origin) => {
    const people = await signInAll(origin)
    const found: Record<'bare' | 'marked', Measured[]> = { bare: [], marked: [] }
    const papers = { bare: '', marked: '' }
    for (const [name, count] of [
      ['bare', 0],
      ['marked', comments],
    ] as const) {
      const session = await sessionAt(people, 'draft')
      await writePaper(people, session.documents.draft, count)
      papers[name] = `/sessions/${session.id}/draft`
    }
    for (let i = 0; i < rounds; i++) {
      for (const name of ['bare', 'marked'] as const) {
        const page = await enter(browser, origin, 'hanh')
        found[name].push(await measurePage(page, papers[name], name === 'marked'))
        await page.context().close()
      }
    }
    const of = (name: 'bare' | 'marked', pick: (one: Measured) => number) =>
      median(found[name].map(pick))
    const keysOf = (name: 'bare' | 'marked') => found[name].flatMap(({ latency }) => latency)
    const [bare, marked] = [keysOf('bare'), keysOf('marked')]
    const share = {
      p50: median(marked) / median(bare),
      p95: quantile(marked, 0.95) / quantile(bare, 0.95),
    }
    const opening = of('marked', (one) => one.opening)
    const latency = (all: number[]) =>
      `p50 ${round(median(all))} ms, p95 ${round(quantile(all, 0.95))} ms`
    return [
      { what: 'key to painted frame, 100,000 characters', figure: latency(bare) },
      {
        what: `the same with ${comments} comments`,
        figure: `${latency(marked)} (× ${round(share.p50, 2)}, × ${round(share.p95, 2)})`,
        aim: { words: '≤ × 1.25', isReached: share.p50 <= 1.25 && share.p95 <= 1.25 },
      },
      {
        what: 'work of the page for one key, without and with comments',
        figure: `${round(of('bare', ({ busy }) => busy))} and ${round(of('marked', ({ busy }) => busy))} ms`,
      },
      {
        what: `from the text to its cards beside it, ${comments} comments`,
        figure: `${round(opening, 0)} ms`,
        aim: { words: '≤ 500 ms', isReached: opening <= 500 },
      },
      {
        what: 'from the address to the text, without and with comments',
        figure: `${round(
          of('bare', ({ text }) => text),
          0,
        )} and ${round(
          of('marked', ({ text }) => text),
          0,
        )} ms`,
      },
    ]
  })
}
