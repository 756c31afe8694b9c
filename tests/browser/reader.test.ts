// Whoever only reads a paper writes nothing into it, whatever its writers do to each other.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type * as Y from 'yjs'
import { isWritingFrame, rootName } from '../../shared/protocol'
import { enter, openBrowser } from '../kit/browser'
import { type People, sessionAt, signInAll, writeInto } from '../kit/session-maker'
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
  await browser?.close()
  await server?.stop()
  server?.forget()
})

const lastParagraph = (doc: Y.Doc) => {
  const fragment = doc.getXmlFragment(rootName)
  return (fragment.get(fragment.length - 1) as Y.XmlElement).get(0) as Y.XmlText
}

it('[S6][S19] stays on the line when one makes words bold that another takes away', async () => {
  const session = await sessionAt(people, 'draft', { seats: { coAuthors: ['bao'] } })
  const { draft } = session.documents
  await writeInto(people.hanh, draft, 'Giữ chữ này và bỏ chữ kia.')
  const [hanh, bao] = await Promise.all([
    people.hanh.open(draft).synced(),
    people.bao.open(draft).synced(),
  ])
  const page = await enter(browser, server.origin, 'thoa')
  const lines = { opened: 0, closed: 0, written: 0 }
  page.on('websocket', (line) => {
    if (!line.url().includes('/sync/')) return
    lines.opened++
    line.on('close', () => lines.closed++)
    line.on('framesent', ({ payload }) => {
      if (typeof payload !== 'string' && isWritingFrame(payload)) lines.written++
    })
  })
  await page.goto(`/sessions/${session.id}/draft`)
  await page.getByText('bỏ chữ kia').waitFor()
  // Neither has heard of the other's change when it writes.
  bao.provider.disconnect()
  lastParagraph(hanh.doc).format(15, 10, { bold: {} })
  await hanh.allSaved()
  lastParagraph(bao.doc).delete(15, 10)
  bao.provider.connect()
  await page.getByText('Giữ chữ này và .').waitFor()
  lastParagraph(hanh.doc).insert(0, 'Sau đó: ')
  await page.getByText('Sau đó: Giữ chữ này và .').waitFor()
  expect(lines).toEqual({ opened: 1, closed: 0, written: 0 })
  hanh.leave()
  bao.leave()
})
