// What a page did on its lines to papers: how often one was opened, closed, and written to.
import type { Page } from 'playwright-core'
import { isWritingFrame } from '../../shared/protocol'

/** Of a page that opens one line, keeps it, and writes nothing. */
export const onlyRead = { opened: 1, closed: 0, written: 0 }

/** Counts from now on. */
export function linesOf(page: Page): typeof onlyRead {
  const lines = { opened: 0, closed: 0, written: 0 }
  page.on('websocket', (line) => {
    if (!line.url().includes('/sync/')) return
    lines.opened++
    line.on('close', () => lines.closed++)
    line.on('framesent', ({ payload }) => {
      if (typeof payload !== 'string' && isWritingFrame(payload)) lines.written++
    })
  })
  return lines
}
