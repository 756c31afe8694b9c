// The people of a story, each in a window of their own, and what they do there again and again.
import type { Browser, Page } from 'playwright-core'
import { enter } from '../kit/browser'

export class Cast<Account extends string> {
  readonly pages = {} as Record<Account, Page>
  /** Errors that the pages themselves threw. */
  readonly complaints: string[] = []
  readonly #browser: Browser
  readonly #origin: string

  constructor(browser: Browser, origin: string) {
    this.#browser = browser
    this.#origin = origin
  }

  /** Opens an address in the person's window, signing in first when it is new. */
  async open(account: Account, to: string): Promise<void> {
    if (!this.pages[account]) {
      const page = await enter(this.#browser, this.#origin, account)
      page.on('pageerror', (error) => this.complaints.push(`${account}: ${error.stack}`))
      this.pages[account] = page
    }
    await this.pages[account].goto(to)
  }

  paper(account: Account) {
    return this.pages[account].getByRole('textbox', { name: /^Nội dung/ })
  }

  words(account: Account, text: string) {
    return this.paper(account).getByText(text, { exact: false }).first()
  }

  /** The mark in the corner that says so. */
  saved(account: Account) {
    return this.pages[account].getByText('Đã lưu', { exact: true })
  }

  /** Opens a dialog from the stage bar, wherever it is offered: a button or the menu. */
  async dialogOf(account: Account, name: string) {
    const page = this.pages[account]
    const button = page.getByRole('button', { name: `${name}…` })
    const menu = page.getByRole('button', { name: 'Việc khác' })
    await button.or(menu).first().waitFor()
    if (await button.isVisible()) await button.click()
    else {
      await menu.click()
      await page.getByRole('menuitem', { name }).click()
    }
    return page.getByRole('dialog')
  }

  /** Makes a move in the dialog of the stage bar. */
  async move(account: Account, name: string, reason?: string): Promise<void> {
    const dialog = await this.dialogOf(account, name)
    if (reason) await dialog.getByLabel('Lý do').fill(reason)
    await dialog.getByRole('button', { name, exact: true }).click()
    await dialog.waitFor({ state: 'hidden' })
  }

  /** Selects words in the paper as a reader does. */
  async select(account: Account, text: string): Promise<void> {
    await this.paper(account).evaluate((root, wanted) => {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.textContent?.indexOf(wanted) ?? -1
        if (at < 0) continue
        const range = document.createRange()
        range.setStart(node, at)
        range.setEnd(node, at + wanted.length)
        ;(root as HTMLElement).focus()
        document.getSelection()?.removeAllRanges()
        document.getSelection()?.addRange(range)
        return
      }
      throw new Error(`not in the paper: ${wanted}`)
    }, text)
  }

  async comment(
    account: Account,
    quote: string,
    body: string,
    replacement?: string,
  ): Promise<void> {
    const page = this.pages[account]
    await this.words(account, quote).waitFor()
    await this.select(account, quote)
    await page.locator('.comment-bubble').click()
    await page.getByLabel('Nội dung góp ý').fill(body)
    if (replacement !== undefined) {
      await page.getByRole('button', { name: '+ Đề nghị sửa thành…' }).click()
      await page.getByLabel('Đề nghị sửa thành').fill(replacement)
    }
    // By key: a page that was opened a moment ago may still move under a mouse.
    await page.getByLabel('Nội dung góp ý').press('Control+Enter')
    await page.getByRole('article').getByText(body).waitFor()
  }
}

/** The words typed without a line are counted, and this browser itself has every letter of them. */
export async function keptOffline(page: Page, words: string): Promise<void> {
  await page.getByText(`Mất kết nối – ${[...words].length} thay đổi chờ gửi`).waitFor()
  await page.locator('.saved-mark.is-kept').waitFor()
}
