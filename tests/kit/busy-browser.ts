// A page as on a busy machine: what is to be drawn soon is drawn when the test says so.
import type { Page } from 'playwright-core'

interface Busy {
  soon: (() => void)[]
  goOn: () => void
}

/** From now on it tells late of a caret that was moved, and draws later what is to be drawn soon. */
export const becomeBusy = (page: Page) =>
  page.evaluate(() => {
    const withhold = (event: Event) => event.isTrusted && event.stopImmediatePropagation()
    window.addEventListener('selectionchange', withhold, true)
    const { setTimeout } = window
    const soon: (() => void)[] = []
    window.setTimeout = ((run: () => void, ms = 0, ...rest: unknown[]) =>
      ms === 0 ? soon.push(run) : setTimeout(run, ms, ...rest)) as typeof setTimeout
    const goOn = () => {
      window.setTimeout = setTimeout
      for (const run of soon) run()
      window.removeEventListener('selectionchange', withhold, true)
    }
    Object.assign(window, { soon, goOn } satisfies Busy)
  })

/** Resolves when something waits to be drawn. */
export const hasToDraw = (page: Page) =>
  page.waitForFunction(() => (window as unknown as Busy).soon.length > 0)

/** Draws it, and is busy no more. */
export const goOn = (page: Page) => page.evaluate(() => (window as unknown as Busy).goOn())
