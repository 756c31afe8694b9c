// Random hands in real pages: two write, a reader comments; every page shows one text and the same comments, the reader's writes nothing.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { enter, openBrowser } from '../kit/browser'
import { Commenter } from '../kit/commenter'
import { linesOf } from '../kit/page-lines'
import { type Dice, diceOf } from '../kit/paper-editor'
import { seed } from '../kit/seeded'
import { must, type People, sessionAt, signInAll } from '../kit/session-maker'
import { type RunningServer, startServer } from '../kit/start-server'

const rounds = Number(process.env.ROUNDS ?? 4)
const stepsARound = 25
const commentsARound = 8

let server: RunningServer
let browser: Browser
let people: People

beforeAll(async () => {
  server = await startServer({ demo: true })
  people = await signInAll(server.origin)
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
  server?.forget()
})

const words = ['đồng chí ', 'nghị quyết ', 'a', 'ê', '. ', 'số liệu ', 'Đảng uỷ ', '2. ', '- ']

interface SeenThread {
  readonly id: string
  readonly quote: string
  readonly body: string
  readonly detached: boolean
  readonly replies: readonly { readonly body: string }[]
}

/** prosemirror-view 1.42.9: an arrow or Backspace while the node in which the page's caret stood is gone. */
const knownThrow = /reading 'pmViewDesc'/

type Act = () => Promise<void>
const often = (times: number, act: Act) => Array<Act>(times).fill(act)

/** One pair of hands. Nothing is awaited between keys: the colleague's come in between. */
class Hands {
  readonly #page: Page
  readonly #dice: Dice

  constructor(page: Page, dice: Dice) {
    this.#page = page
    this.#dice = dice
  }

  async #press(key: string, times = 1): Promise<void> {
    for (let i = 0; i < times; i++) await this.#page.keyboard.press(key)
  }

  async #goSomewhere(): Promise<void> {
    await this.#page.locator('.paper-text').focus()
    await this.#press('Control+Home')
    await this.#press('ArrowDown', this.#dice(8))
    await this.#press('ArrowRight', this.#dice(10))
  }

  /** Typing is most of a day. */
  readonly #acts: readonly Act[] = [
    ...often(9, () => this.#page.keyboard.type(words[this.#dice(words.length)] as string)),
    ...often(3, () => this.#press('Enter')),
    ...often(3, () => this.#press('Backspace', 1 + this.#dice(6))),
    ...often(3, () => this.#mark()),
    () => this.#press('Delete', 1 + this.#dice(4)),
    () => this.#press('Control+z'),
    () => this.#press('Control+z', 3),
    () => this.#press('Control+y'),
    () => this.#press('Control+Shift+8'),
    () => this.#press('Control+Shift+7'),
    () => this.#press('Tab'),
    () => this.#insertTable(),
    () => this.#move(),
    () => this.#takeAllAway(),
  ]

  async #mark(): Promise<void> {
    await this.#press('Shift+ArrowRight', 1 + this.#dice(9))
    await this.#press(['Control+b', 'Control+i', 'Control+u'][this.#dice(3)] as string)
  }

  async #move(): Promise<void> {
    await this.#press('Shift+ArrowRight', 1 + this.#dice(20))
    await this.#press('Control+x')
    await this.#goSomewhere()
    await this.#press('Control+v')
  }

  async #takeAllAway(): Promise<void> {
    await this.#press('Control+a')
    await this.#press('Backspace')
  }

  /** Where there is such a button: not everywhere may be a table. */
  #insertTable = () =>
    this.#page
      .getByRole('button', { name: 'Chèn bảng' })
      .evaluateAll(([button]) => (button as HTMLElement | undefined)?.click())

  async act(): Promise<void> {
    await this.#goSomewhere()
    await this.#acts[this.#dice(this.#acts.length)]?.()
  }
}

it(`[T6][S19] ${rounds} rounds of random hands, SEED=${seed}`, async () => {
  const session = await sessionAt(people, 'draft', { seats: { coAuthors: ['bao'] } })
  const thrown: string[] = []
  const open = async (name: string) => {
    const page = await enter(browser, server.origin, name)
    page.on('pageerror', (error) => {
      if (!knownThrow.test(error.message)) thrown.push(`${name}: ${error.stack}`)
    })
    const lines = linesOf(page)
    await page.goto(`/sessions/${session.id}/draft`)
    await page.locator('.paper-text').waitFor()
    return { page, lines }
  }
  const [hanh, bao, reader] = [await open('hanh'), await open('bao'), await open('thoa')]
  const pages = [hanh.page, bao.page, reader.page]
  const writers = [hanh, bao].map(({ page }, i) => new Hands(page, diceOf(seed + i)))
  const commenter = new Commenter(reader.page, diceOf(seed + 2))
  /** The order of comments on the same words is each page's own. */
  const textOf = (page: Page) =>
    page.locator('.paper-text').evaluate((element) => {
      const { editor } = element as unknown as { editor: { getJSON: () => unknown } }
      const inOrder = (marks: object[]) => marks.map((mark) => JSON.stringify(mark)).sort()
      return JSON.stringify(editor.getJSON(), (name, value) =>
        name === 'marks' ? inOrder(value) : value,
      )
    })
  const commentsOf = (page: Page) =>
    page.evaluate(() => {
      const ids = (of: string, name: 'card' | 'thread') => {
        const found = [...document.querySelectorAll<HTMLElement>(of)]
        return [...new Set(found.map(({ dataset }) => dataset[name]))].sort()
      }
      return {
        standing: ids('.paper-text [data-thread]', 'thread'),
        gone: ids('.comment-group [data-card]', 'card'),
      }
    })
  const threads = async (): Promise<SeenThread[]> =>
    (await must(people.nga.get(`/api/documents/${session.documents.draft}/threads`))).threads
  const commentsOnServer = async () => {
    const idsOf = (found: { id: string }[]) => found.map(({ id }) => id).sort()
    const all = await threads()
    return {
      standing: idsOf(all.filter((one) => one.quote !== '' && !one.detached)),
      gone: idsOf(all.filter((one) => one.quote === '' || one.detached)),
    }
  }
  for (let round = 0; round < rounds; round++) {
    await Promise.all([
      ...writers.map(async (hands) => {
        for (let step = 0; step < stepsARound; step++) await hands.act()
      }),
      (async () => {
        for (let step = 0; step < commentsARound; step++) await commenter.act()
      })(),
    ])
    // Where they differ, all of them are told.
    const texts = async () => [...new Set(await Promise.all(pages.map(textOf)))]
    await expect.poll(texts, { message: `round ${round}` }).toEqual([expect.any(String)])
    // A card in which one types stays where it was.
    await reader.page.locator('.paper-text').focus()
    for (const page of pages) {
      const both = async () => JSON.stringify([await commentsOf(page), await commentsOnServer()])
      await expect.poll(both, { message: `round ${round}` }).toMatch(/^\[(.*),\1\]$/)
    }
    const said = (await threads()).flatMap((one) => [one.body, ...one.replies.map((r) => r.body)])
    expect(said.sort()).toEqual(commenter.said.toSorted())
  }
  expect(thrown).toEqual([])
  expect(reader.lines.written).toBe(0)
})
