// The faces are there before the first words are: nothing that is read moves because of them.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { enter, openBrowser } from '../kit/browser'
import { gate } from '../kit/gate'
import { newSession, type People, signInAll } from '../kit/session-maker'
import { type RunningServer, startServer } from '../kit/start-server'

let server: RunningServer
let browser: Browser
let people: People

beforeAll(async () => {
  server = await startServer({ demo: true })
  people = await signInAll(server.origin)
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  await server.stop()
  server.forget()
})

it('fetches a paper’s faces while the server still looks for the paper', async () => {
  const session = await newSession(people)
  const page = await enter(browser, server.origin, 'nga')
  const [asked, answered] = [gate(), gate()]
  await page.route(/\/api\/sessions/, async (route) => {
    asked.open()
    await answered.shut
    await route.continue()
  })
  await page.goto(`/sessions/${session.id}/outline`)
  const come = () =>
    page.evaluate(() =>
      [...document.fonts]
        .filter(({ status }) => status === 'loaded')
        .map(({ family, style, weight }) => `${family.replace(/["']/g, '')} ${style} ${weight}`)
        .sort(),
    )
  const twice = (face: string) => [face, face]
  await expect
    .poll(come)
    .toEqual(
      [
        ...['400', '500', '600', '700'].map((weight) => `Be Vietnam Pro normal ${weight}`),
        ...['400', '700'].flatMap((weight) => [`Tinos normal ${weight}`, `Tinos italic ${weight}`]),
      ]
        .flatMap(twice)
        .sort(),
    )
  await asked.shut
  expect(await page.locator('.paper-text').count()).toBe(0)
  answered.open()
  await page.locator('.paper-text').waitFor()
})
