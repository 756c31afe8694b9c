// A real browser for the stories: the system's Chrome or Chromium, else the one from npm.
import { existsSync } from 'node:fs'
import { type Browser, chromium, type Page } from 'playwright-core'
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

export async function openBrowser(): Promise<Browser> {
  const found = places.find((place) => place !== undefined && existsSync(place))
  return chromium.launch({ executablePath: found ?? (await fromNpm()), args: flags })
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
