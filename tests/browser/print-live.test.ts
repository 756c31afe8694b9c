// [P6] What Ctrl+P makes of a live paper: its text on the form's page, whole, without the screen around it.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { enter, openBrowser } from '../kit/browser'
import { readPrinted } from '../kit/read-printed'
import { type RunningServer, startServer } from '../kit/start-server'
import { signIn } from '../kit/visitor'

let server: RunningServer
let browser: Browser
beforeAll(async () => {
  server = await startServer({ demo: true })
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
  server?.forget()
})

it('[P6] a live paper is printed from its first word to its last, and nothing else is', async () => {
  const { id } = await (await signIn(server.origin, 'thoa')).sessionAt('draft')
  const page = await enter(browser, server.origin, 'thoa', { path: `/sessions/${id}/draft` })
  const text = page.locator('.paper-text')
  await text.getByText('trình chi ủy thông qua').waitFor()
  const words = (await text.innerText()).replace(/\s/g, '').normalize('NFC')
  const bytes = await page.pdf({ preferCSSPageSize: true })
  const pages = readPrinted(bytes)
  expect(pages.length).toBeGreaterThan(1)
  const printed = pages.map(({ letters }) => letters).join('')
  expect(printed).toContain('ĐẢNGCỘNGSẢNVIỆTNAM')
  expect(printed).toContain(words.slice(0, 200))
  expect(printed).toContain(words.slice(-100))
  for (const word of ['Mụclục', 'Bànthảo', 'Đãlưu', 'Ghichúriêng']) {
    expect(printed).not.toContain(word)
  }
})
