// Figures of the margin in a real browser: a long paper with hundreds of comments against the same paper without.
import type { Browser, Page } from 'playwright-core'
import { BoundEditor } from '../kit/bound-editor'
import { enter, openBrowser } from '../kit/browser'
import { must, type People, sessionAt, signInAll } from '../kit/session-maker'
import { startServer } from '../kit/start-server'
import { median, quantile, type Row, round } from './figures'

const characters = 100_000
const comments = 500
/** Keys in a batch, and batches in a round. */
const keys = 30
const batches = 5
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

async function writePaper(people: People, documentId: string, count: number): Promise<void> {
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

interface Opened {
  /** From the text to the cards beside it; not there without comments. */
  readonly opening: number
  readonly text: number
  /** Types a batch; what every key took, and what the page's thread worked for one, in milliseconds. */
  type(): Promise<{ latency: number[]; work: number }>
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

async function openPage(page: Page, path: string, isMarked: boolean): Promise<Opened> {
  // The runner names functions by a helper of its own, which a page does not have.
  await page.addInitScript('globalThis.__name = (named) => named')
  await page.addInitScript(watch)
  await page.goto(path)
  await page.waitForFunction(
    (hasMargin) => {
      const { seen } = window as unknown as { seen: Partial<Seen> }
      return hasMargin ? seen.margin : seen.text
    },
    isMarked,
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
  let typed = 0
  return {
    opening: (seen.margin ?? Number.NaN) - seen.text,
    text: seen.text,
    async type() {
      await page.bringToFront()
      const before = await work()
      for (let i = 0; i < keys; i++) {
        await page.keyboard.press('abcdeghik '[i % 10] ?? 'a', { delay: 40 })
      }
      const from = typed
      typed += keys
      await page.waitForFunction(
        (count) => (window as unknown as { painted: number[] }).painted.length >= count,
        typed,
      )
      const latency = (await paintedIn(page)).slice(from)
      return { latency, work: ((await work()) - before) / keys }
    },
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

type Name = 'bare' | 'marked'

/** Both pages stand open and are typed into by turns: what else the machine does hits both. */
export async function marginRows(rounds = 3): Promise<Row[]> {
  return during(async (browser, origin) => {
    const people = await signInAll(origin)
    const paper = async (count: number) => {
      const session = await sessionAt(people, 'draft')
      await writePaper(people, session.documents.draft, count)
      return `/sessions/${session.id}/draft`
    }
    const papers = { bare: await paper(0), marked: await paper(comments) }
    const names = ['bare', 'marked'] as const
    const empty = () => ({ bare: [] as number[], marked: [] as number[] })
    const found = { latency: empty(), work: empty(), opening: empty(), text: empty() }
    for (let round = 0; round < rounds; round++) {
      const pages = {} as Record<Name, Opened>
      const contexts = []
      for (const name of names) {
        const page = await enter(browser, origin, 'hanh')
        contexts.push(page.context())
        pages[name] = await openPage(page, papers[name], name === 'marked')
        found.opening[name].push(pages[name].opening)
        found.text[name].push(pages[name].text)
      }
      for (let batch = 0; batch < batches; batch++) {
        for (const name of names) {
          const { latency, work } = await pages[name].type()
          found.latency[name].push(...latency)
          found.work[name].push(work)
        }
      }
      for (const context of contexts) await context.close()
    }
    return rowsOf(found)
  })
}

type Found = Record<'latency' | 'work' | 'opening' | 'text', Record<Name, number[]>>

function rowsOf({ latency, work, opening, text }: Found): Row[] {
  const of = (share: number, name: Name) => quantile(latency[name], share)
  const times = (share: number) => of(share, 'marked') / of(share, 'bare')
  const written = (name: Name) => `p50 ${round(of(0.5, name))} ms, p95 ${round(of(0.95, name))} ms`
  const both = (values: Record<Name, number[]>, digits: number) =>
    `${round(median(values.bare), digits)} and ${round(median(values.marked), digits)} ms`
  const open = median(opening.marked)
  return [
    { what: 'key to painted frame, 100,000 characters', figure: written('bare') },
    {
      what: `the same with ${comments} comments`,
      figure: `${written('marked')} (× ${round(times(0.5), 2)}, × ${round(times(0.95), 2)})`,
      aim: { words: '≤ × 1.25', isReached: times(0.5) <= 1.25 && times(0.95) <= 1.25 },
    },
    { what: 'work of the page for one key, without and with comments', figure: both(work, 1) },
    {
      what: `from the text to its cards beside it, ${comments} comments`,
      figure: `${round(open, 0)} ms`,
      aim: { words: '≤ 500 ms', isReached: open <= 500 },
    },
    { what: 'from the address to the text, without and with comments', figure: both(text, 0) },
  ]
}
