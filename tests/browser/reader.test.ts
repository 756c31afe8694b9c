// Whoever only reads a paper writes nothing into it, whatever its writers do to each other.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import * as Y from 'yjs'
import { rootName } from '../../shared/protocol'
import { enter, openBrowser } from '../kit/browser'
import { linesOf, onlyRead } from '../kit/page-lines'
import { type People, sessionAt, signInAll, writeInto } from '../kit/session-maker'
import { type RunningServer, startServer } from '../kit/start-server'
import type { StockClient } from '../kit/visitor'

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

const textIn = (doc: Y.Doc, fromTheEnd = 0) => {
  const fragment = doc.getXmlFragment(rootName)
  return (fragment.get(fragment.length - 1 - fromTheEnd) as Y.XmlElement).get(0) as Y.XmlText
}

/** Two who write as stock clients, and one who reads in a browser. */
async function beginAt(words: string) {
  const session = await sessionAt(people, 'draft', { seats: { coAuthors: ['bao'] } })
  const { draft } = session.documents
  await writeInto(people.hanh, draft, words)
  const [hanh, bao] = await Promise.all([
    people.hanh.open(draft).synced(),
    people.bao.open(draft).synced(),
  ])
  const page = await enter(browser, server.origin, 'thoa')
  const lines = linesOf(page)
  await page.goto(`/sessions/${session.id}/draft`)
  await page.getByText(words).waitFor()
  return { hanh, bao, page, lines }
}

/** Both write, and neither has heard of the other's change. */
async function cross(one: StockClient, other: StockClient, [first, second]: (() => void)[]) {
  other.provider.disconnect()
  first?.()
  await one.allSaved()
  second?.()
  other.provider.connect()
  await other.synced()
}

it('[S6][S19] stays on the line when one makes words bold that another takes away', async () => {
  const { hanh, bao, page, lines } = await beginAt('Giữ chữ này và bỏ chữ kia.')
  await cross(hanh, bao, [
    () => textIn(hanh.doc).format(15, 10, { bold: {} }),
    () => textIn(bao.doc).delete(15, 10),
  ])
  await page.getByText('Giữ chữ này và .').waitFor()
  textIn(hanh.doc).insert(0, 'Sau đó: ')
  await page.getByText('Sau đó: Giữ chữ này và .').waitFor()
  expect(lines).toEqual(onlyRead)
  hanh.leave()
  bao.leave()
})

const row = (...cells: string[]) => {
  const element = (name: string, content: Y.XmlElement[] | Y.XmlText[]) => {
    const made = new Y.XmlElement(name)
    made.insert(0, content)
    return made
  }
  const inCell = (words: string) =>
    element('tableCell', [element('paragraph', [new Y.XmlText(words)])])
  return element('tableRow', cells.map(inCell))
}

it('[S19] shows an uneven table as its writers see it', async () => {
  const { hanh, bao, page, lines } = await beginAt('Một bảng.')
  const writer = await enter(browser, server.origin, 'bao')
  await writer.goto(page.url())
  await writer.getByText('Một bảng.').waitFor()
  const table = new Y.XmlElement('table')
  table.insert(0, [row('một', 'hai'), row('ba')])
  hanh.text.insert(0, [table])
  for (const one of [writer, page]) {
    await one.getByText('ba', { exact: true }).waitFor()
    expect(await one.locator('td').allInnerTexts()).toEqual(['một', 'hai', 'ba'])
  }
  expect(lines).toEqual(onlyRead)
  hanh.leave()
  bao.leave()
})

it('shows what is left when one takes away a line that another has selected', async () => {
  const { hanh, bao, page } = await beginAt('Trên đường kẻ.')
  const writer = await enter(browser, server.origin, 'bao')
  const thrown: string[] = []
  writer.on('pageerror', ({ message }) => thrown.push(message))
  await writer.goto(page.url())
  await writer.getByText('Trên đường kẻ.').waitFor()
  hanh.text.push([new Y.XmlElement('horizontalRule')])
  const line = writer.locator('.paper-text hr')
  await line.click()
  await writer.locator('.paper-text hr.ProseMirror-selectednode').waitFor()
  textIn(hanh.doc, 1).insert(0, 'Ngay ')
  await writer.getByText('Ngay Trên đường kẻ.').waitFor()
  expect(await writer.locator('hr.ProseMirror-selectednode').count()).toBe(1)
  hanh.text.delete(hanh.text.length - 1, 1)
  await line.waitFor({ state: 'detached' })
  expect(thrown).toEqual([])
  hanh.leave()
  bao.leave()
})

it('[S19] shows no table whose rows two took away until one has a row again, and keeps nothing as unsent', async () => {
  const { hanh, bao, page, lines } = await beginAt('Cuối bài.')
  const table = new Y.XmlElement('table')
  table.insert(0, [row('hàng trên'), row('hàng dưới')])
  hanh.text.insert(0, [table])
  await Promise.all([bao.until((xml) => xml.includes('dưới')), page.getByText('dưới').waitFor()])
  const rowsOf = ({ text }: StockClient) => text.get(0) as Y.XmlElement
  await cross(hanh, bao, [() => rowsOf(hanh).delete(0, 1), () => rowsOf(bao).delete(1, 1)])
  await page.locator('table').waitFor({ state: 'detached' })
  rowsOf(hanh).insert(0, [row('hàng trở lại')])
  await page.locator('table').getByText('hàng trở lại').waitFor()
  textIn(hanh.doc).insert(0, 'Sau đó: ')
  await page.getByText('Sau đó: Cuối bài.').waitFor()
  expect(lines).toEqual({ opened: 2, closed: 1, written: 0 })
  expect(await page.getByRole('dialog').count()).toBe(0)
  hanh.leave()
  bao.leave()
})

it('[S19] shows the text as it is when two took all of it away and one began anew', async () => {
  const { hanh, bao, page, lines } = await beginAt('Một đoạn.')
  await cross(hanh, bao, [
    () => hanh.text.delete(0, 1),
    () => bao.text.delete(1, bao.text.length - 1),
  ])
  const blocks = page.locator('.paper-text > *')
  await expect.poll(() => blocks.allInnerTexts().then((all) => all.join('').trim())).toBe('')
  // A caret makes the editor look at its text again.
  await page.locator('.paper-text').click()
  await page.keyboard.press('ArrowRight')
  hanh.write('Bắt đầu lại.')
  await page.getByText('Bắt đầu lại.').waitFor()
  expect(await blocks.count()).toBe(1)
  expect(lines).toEqual(onlyRead)
  hanh.leave()
  bao.leave()
})
