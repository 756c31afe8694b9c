// A real browser for the stories: the system's Chrome or Chromium, else the one from npm.
import { existsSync } from 'node:fs'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterEach } from 'vitest'
import { demoPassword } from './start-server'

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
const places = [
  process.env.CHROME_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

async function fromNpm(): Promise<string> {
  const { default: packed } = await import('@sparticuz/chromium')
  return packed.executablePath()
}

const mostHappenings = 40
const opened = new Set<Browser>()
const happenings: string[] = []

function note(page: Page, what: string): void {
  happenings.push(`${new Date().toISOString()} ${page.url()} ${what}`)
  if (happenings.length > mostHappenings) happenings.shift()
}

function watch(context: BrowserContext): BrowserContext {
  context.on('page', (page) => {
    page.on('pageerror', (error) => note(page, `threw ${error.stack ?? error.message}`))
    page.on('crash', () => note(page, 'crashed'))
    page.on('requestfailed', (request) =>
      note(page, `${request.method()} ${request.url()}: ${request.failure()?.errorText}`),
    )
    page.on('response', (response) => {
      const method = response.request().method()
      const isTold = response.status() >= 400 || method !== 'GET'
      if (isTold) note(page, `${method} ${response.url()}: ${response.status()}`)
    })
    page.on('framenavigated', (frame) => note(page, `is at ${frame.url()}`))
  })
  return context
}

export async function openBrowser(): Promise<Browser> {
  const found = places.find((place) => place !== undefined && existsSync(place))
  const executablePath = found ?? (await fromNpm())
  const browser = await chromium.launch({ executablePath, args: flags })
  const newContext = browser.newContext.bind(browser)
  browser.newContext = async (options) => watch(await newContext(options))
  opened.add(browser)
  browser.once('disconnected', () => opened.delete(browser))
  return browser
}

/** What a reader of a failed run would have wanted to see: the last happenings, and every page's words. */
async function tellHappenings(): Promise<void> {
  const pages = [...opened].flatMap((browser) => browser.contexts()).flatMap((one) => one.pages())
  const words = pages.map(async (page) => {
    const shown = await page.innerText('body', { timeout: 5000 }).catch(String)
    return `--- ${page.url()}\n${shown.slice(0, 600)}`
  })
  console.error(['what the pages showed', ...happenings, ...(await Promise.all(words))].join('\n'))
}

// The bench opens browsers too, outside of any test.
if (process.env.VITEST) {
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await tellHappenings()
  })
}

/** One person in a window of their own, signed in through the screen. */
export async function enter(
  browser: Browser,
  origin: string,
  username: string,
  { path = '/', width = 1366, height = 768, isPhone = false } = {},
): Promise<Page> {
  const context = await browser.newContext({
    baseURL: origin,
    viewport: { width, height },
    hasTouch: isPhone,
    isMobile: isPhone,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
  })
  const page = await context.newPage()
  await page.goto(`/login?to=${encodeURIComponent(path)}`)
  await page.getByLabel('Tên đăng nhập', { exact: true }).fill(username)
  await page.getByLabel('Mật khẩu', { exact: true }).fill(demoPassword)
  await page.getByRole('button', { name: 'Đăng nhập' }).click()
  await page.waitForURL((url) => url.pathname === path)
  return page
}
