// What is made by hand to harm another person or to carry something in: refused at the real door.
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { awarenessFrame, step2Frame, tryFrames, updateFrame } from '../kit/frames'
import { RawLine } from '../kit/raw-line'
import { attribute, collected, format, type Id, letters, rawUpdate, sent } from '../kit/raw-update'
import { act, newSession, type People, signInAll } from '../kit/session-maker'
import { type RunningServer, startServer } from '../kit/start-server'
import type { StockClient } from '../kit/visitor'

let server: RunningServer
let people: People
let documentId: string
let victim: StockClient

beforeAll(async () => {
  server = await startServer({ demo: true })
  people = await signInAll(server.origin)
  const session = await act(people.nga, await newSession(people), 'assign')
  documentId = session.documents.outline
  victim = await people.hanh.open(documentId).synced()
  victim.write('lời của người bị hại')
  await victim.allSaved()
})

afterAll(async () => {
  victim.leave()
  await server.stop()
  server.forget()
})

const bao = () => people.bao.socket(`/sync/${documentId}`)
const newcomer = async () => {
  const client = await people.thoa.open(documentId).synced()
  client.leave()
  return client.doc
}
const picture = (doc: Y.Doc) => ({
  vector: Y.decodeStateVector(Y.encodeStateVector(doc)),
  text: doc.getXmlFragment('default').toString(),
  pending: [doc.store.pendingStructs, doc.store.pendingDs],
})
/** The victim's paragraph (clock 0), its text (1) and the last of its letters. */
const own = () => {
  const { clientID, store } = victim.doc
  const next = Y.getState(store, clientID)
  return { clientID, next, lastLetter: [clientID, 21] as Id }
}

/** Sends, expects the code, and that neither the paper nor the victim's next word suffers. */
async function refusedWith(code: number, frame: Uint8Array, word: string): Promise<void> {
  const before = picture(await newcomer())
  expect(await tryFrames(bao(), [frame])).toBe(code)
  expect(picture(await newcomer())).toEqual(before)
  victim.write(word)
  await victim.allSaved()
  const after = picture(await newcomer())
  expect(after.text).toContain(word)
  expect(after).toEqual(picture(victim.doc))
}

describe("another person's client ID", () => {
  type Make = (mine: ReturnType<typeof own>) => Uint8Array
  const forgeries: [string, Make][] = [
    ['a clock that jumps', ({ clientID, next }) => sent(clientID, next, collected(2 ** 30))],
    ['a clock past its limit', ({ clientID, next }) => sent(clientID, next, collected(2 ** 31))],
    [
      'the next clock, before they write it',
      ({ clientID, next, lastLetter }) =>
        sent(clientID, next, letters({ origin: lastLetter }, 'giả mạo')),
    ],
    [
      'their words, with other words joined to them',
      ({ clientID, next, lastLetter }) =>
        sent(clientID, next - 1, letters({ origin: lastLetter }, 'mx')),
    ],
  ]
  it.each(forgeries)('[G4] %s: refused as an update and as a step 2', async (name, make) => {
    await refusedWith(4400, updateFrame(make(own())), `${name}, một`)
    await refusedWith(4400, step2Frame(make(own())), `${name}, hai`)
  })

  it('[G4][A1] seen in a caret only is theirs before they have written a word', async () => {
    const reader = await people.hanh.open(documentId).synced()
    const { clientID } = reader.doc
    reader.provider.awareness.setLocalState({ cursor: null })
    const seen = victim.provider.awareness
    while (!seen.getStates().has(clientID)) {
      await new Promise<void>((resolve) => seen.once('change', () => resolve()))
    }
    const { lastLetter } = own()
    const race = sent(clientID, 0, letters({ origin: lastLetter }, 'giành trước'))
    expect(await tryFrames(bao(), [awarenessFrame(clientID, 99, {}), updateFrame(race)])).toBe(4400)
    reader.write('chữ đầu tiên của chính chủ')
    await reader.allSaved()
    reader.leave()
    await victim.until((text) => text.includes('chữ đầu tiên của chính chủ'))
  })
})

describe('what would run or confuse in a browser', () => {
  const mark = (value: string) => {
    const { lastLetter } = own()
    return sent(4711, 0, format({ origin: lastLetter }, 'link', value))
  }
  const set = (sub: string, ...values: unknown[]) =>
    sent(4711, 0, attribute({ parent: [own().clientID, 0], sub }, ...values))
  it.each([
    ['a link that runs a script', () => mark('{"href":"javascript:alert(1)"}')],
    ['a link to data', () => mark('{"href":"data:text/html,<script>alert(1)</script>"}')],
    ['a link without a scheme', () => mark('{"href":"//evil.example"}')],
    ['a link that is a list', () => mark('{"href":[]}')],
    ['a mark with __proto__', () => mark('{"href":"https://a.vn","__proto__":{"role":"admin"}}')],
    ['an attribute onclick', () => set('onclick', 'alert(1)')],
    ['an attribute __proto__', () => set('__proto__', 'admin')],
    ['an attribute that is an object', () => set('textAlign', JSON.parse('{"__proto__":{"a":1}}'))],
  ])('[G11][G12] %s is refused', async (name, make) => {
    await refusedWith(4400, updateFrame(make()), name)
  })
})

it('[S6] a deletion of everything by a reader is refused; by a writer it is the same for all', async () => {
  const { clientID, next } = own()
  const frame = updateFrame(rawUpdate([], [[clientID, 0, next]]))
  const before = picture(await newcomer())
  expect(await tryFrames(people.thoa.socket(`/sync/${documentId}`), [frame])).toBe(4403)
  expect(picture(await newcomer())).toEqual(before)
  expect(await tryFrames(bao(), [frame])).toBe('saved')
  await victim.until((text) => !text.includes('lời của người bị hại'))
  expect(picture(victim.doc)).toEqual(picture(await newcomer()))
})

describe('a path', () => {
  const secrets = () => [
    readFileSync(`${server.dataDir}/records.json`, 'utf8').slice(0, 40),
    '"devDependencies"',
    'root:x:0',
  ]
  it.each([
    '//etc/passwd',
    '/../package.json',
    '/..%2Fpackage.json',
    '/..%5Cpackage.json',
    '/%2e%2e/%2e%2e/package.json',
    '/assets/../../../package.json',
    '/assets/%2e%2e%2f%2e%2e%2f%2e%2e%2fpackage.json',
    '/assets/..%5C..%5C..%5Cpackage.json',
    '/data/records.json',
    '/%00',
    '/%E0%A4%A',
    '//api/me',
    '/api%2Fme',
    '/api/../api/me',
    'http://evil.example/api/me',
  ])('%s leads to nothing but the pages', async (path) => {
    const line = new RawLine(server.origin)
    let answer = ''
    line.socket.on('data', (data) => {
      answer += data
    })
    await once(line.socket, 'connect')
    line.write(
      `GET ${path} HTTP/1.1\r\nHost: ${new URL(server.origin).host}\r\nConnection: close\r\n\r\n`,
    )
    await line.ended
    line.destroy()
    expect([200, 400, 401, 404]).toContain(line.status)
    for (const secret of secrets()) expect(answer).not.toContain(secret)
    expect((await people.nga.get('/healthz')).status).toBe(200)
  })
})
