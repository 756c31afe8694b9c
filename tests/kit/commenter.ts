// A colleague in a real page who comments on words at random, and replies at random, while others write there.
import type { Page } from 'playwright-core'
import type { Dice } from './paper-editor'

export class Commenter {
  /** What was sent, word by word: each is there once, or this is not true. */
  readonly said: string[] = []
  readonly #page: Page
  readonly #dice: Dice

  constructor(page: Page, dice: Dice) {
    this.#page = page
    this.#dice = dice
  }

  #next = () => `Ý kiến ${this.said.length + 1}${'.'.repeat(this.#dice(3))}`

  /** Whether there are any words to select. */
  #select(): Promise<boolean> {
    const wish = { at: this.#dice(100_000), length: 1 + this.#dice(30) }
    return this.#page.locator('.paper-text').evaluate((element, { at, length }) => {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
      const texts: Text[] = []
      while (walker.nextNode()) texts.push(walker.currentNode as Text)
      const words = texts.filter(({ data }) => data.trim() !== '')
      const first = words[at % words.length]
      if (!first) return false
      const last = words[Math.min(words.length - 1, (at % words.length) + (length % 3))] as Text
      const range = document.createRange()
      range.setStart(first, 0)
      range.setEnd(last, last.length)
      ;(element as HTMLElement).focus()
      document.getSelection()?.removeAllRanges()
      document.getSelection()?.addRange(range)
      return true
    }, wish)
  }

  async #comment(): Promise<void> {
    const page = this.#page
    if (!(await this.#select())) return
    await page.keyboard.press('Control+Alt+m')
    const box = page.getByLabel('Nội dung góp ý')
    const lost = page.getByRole('button', { name: 'Lấy đoạn đang chọn' })
    const words = this.#next()
    await box.fill(words)
    const isSent = async () => {
      await box.press('Control+Enter')
      const sent = box.waitFor({ state: 'detached' }).then(() => true)
      return Promise.any([sent, lost.waitFor().then(() => false)])
    }
    while (!(await isSent())) {
      // What was chosen may be nothing, or be gone again: then it is still asked for.
      while (await lost.isVisible()) {
        if (!(await this.#select())) return this.#giveUp()
        await lost.click()
      }
    }
    this.said.push(words)
  }

  async #giveUp(): Promise<void> {
    await this.#page.getByLabel('Nội dung góp ý').press('Escape')
    const drop = this.#page.getByRole('button', { name: 'Bỏ', exact: true })
    await drop.click()
    await drop.click()
  }

  async #reply(): Promise<void> {
    const page = this.#page
    await page.locator('.paper-text').focus()
    for (let i = this.#dice(6); i >= 0; i--) await page.keyboard.press('F8')
    const box = page.locator('[aria-current=true] .comment-reply-box')
    if (!(await box.isVisible())) return
    const words = this.#next()
    await box.fill(words)
    const answered = page.waitForResponse('**/replies')
    await box.press('Control+Enter')
    await answered
    this.said.push(words)
  }

  act = () => (this.#dice(3) === 0 ? this.#reply() : this.#comment())
}
