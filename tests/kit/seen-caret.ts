// Where a page draws the caret of its only colleague.
import type { Page } from 'playwright-core'

/** How many letters of its paragraph stand before it. */
export const caretAfter = (page: Page) =>
  page.locator('.paper-caret').evaluate((caret) => {
    const range = document.createRange()
    range.setStart(caret.closest('p') ?? caret, 0)
    range.setEndBefore(caret)
    return range.toString().length
  })
