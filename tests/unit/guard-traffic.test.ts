// What honest people do is never refused by the guard: typing, tabs, days offline, resends, undo.
// `SESSION_COUNT=200 OFFLINE_EDITS=10000 npx vitest run tests/unit/guard-traffic.test.ts` is the long run.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ySyncPluginKey } from 'y-prosemirror'
import * as Y from 'yjs'
import { guardUpdate, pendingLeft } from '../../server/rooms/guard-update'
import { commentKey } from '../../shared/document/comment-mark'
import { type Dice, diceOf, PaperEditor } from '../kit/paper-editor'

const serverOwner = '(server)'

/** A room as the server keeps it; every frame goes through the guard. */
class Server {
  readonly doc = new Y.Doc()
  readonly owners = new Map<number, string>()
  readonly tabs = new Set<Tab>()
  readonly log: Uint8Array[] = []
  taken = 0

  constructor() {
    this.doc.getXmlFragment('default')
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      this.log.push(update)
      for (const tab of this.tabs) if (tab !== origin) tab.hear(update)
    })
  }

  receive(update: Uint8Array, from: Tab): void {
    const verdict = guardUpdate(update, from.person, {
      doc: this.doc,
      ownerOf: (clientId) => this.owners.get(clientId),
    })
    expect(verdict).toMatchObject({ ok: true })
    if (!verdict.ok) return
    this.taken += 1
    for (const client of verdict.newClients) this.owners.set(client, from.person)
    const before = verdict.isEmpty ? Y.encodeStateAsUpdate(this.doc) : null
    Y.applyUpdate(this.doc, update, from)
    expect(pendingLeft(this.doc)).toBe(false)
    if (before) expect(Y.encodeStateAsUpdate(this.doc)).toEqual(before)
  }

  /** The server's own hand: a comment on a random run of letters. */
  comment(dice: Dice): void {
    const texts = [...this.doc.getXmlFragment('default').createTreeWalker(() => true)].filter(
      (type) => type instanceof Y.XmlText,
    )
    const text = texts[dice(texts.length)] as Y.XmlText | undefined
    if (!text || text.length === 0) return
    const thread = `thread-${dice(5)}`
    const letters = text
      .toDelta()
      .map(({ insert }: { insert: string }) => insert)
      .join('')
    const index = dice(text.length)
    const length = Math.min(4, text.length - index)
    // Server and client cut at grapheme borders, never inside a surrogate pair.
    if (/^[\udc00-\udfff]|[\ud800-\udbff]$/.test(letters.slice(index, index + length))) return
    this.owners.set(this.doc.clientID, serverOwner)
    text.format(index, length, { [commentKey(thread)]: { thread } })
  }
}

/** One browser tab of one person, on the line or off it. */
class Tab {
  readonly person: string
  readonly #server: Server
  readonly #sent: Uint8Array[] = []
  editor: PaperEditor
  isOnline = false

  constructor(person: string, server: Server) {
    this.person = person
    this.#server = server
    this.editor = this.#open(new Y.Doc())
  }

  #open(doc: Y.Doc): PaperEditor {
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === this || !this.isOnline) return
      this.#sent.push(update)
      this.#server.receive(update, this)
    })
    return new PaperEditor(doc)
  }

  hear(update: Uint8Array): void {
    Y.applyUpdate(this.editor.doc, update, this)
    this.editor.refresh()
  }

  act(dice: Dice): void {
    const what = dice(40)
    if (what === 0) this.leave()
    else if (what < 3) this.join()
    else if (what === 3) this.reload()
    else if (what === 4) this.resend(dice)
    else this.editor.act(dice)
  }

  leave(): void {
    this.isOnline = false
    this.#server.tabs.delete(this)
  }

  /** Both sides' step 1 and step 2. */
  join(): void {
    if (this.isOnline) return
    const { doc } = this.editor
    const vector = Y.encodeStateVector(this.#server.doc)
    this.hear(Y.encodeStateAsUpdate(this.#server.doc, Y.encodeStateVector(doc)))
    this.isOnline = true
    this.#server.tabs.add(this)
    this.#server.receive(Y.encodeStateAsUpdate(doc, vector), this)
  }

  /** A new page: what IndexedDB kept is loaded into a document with a new client ID. */
  reload(): void {
    const kept = Y.encodeStateAsUpdate(this.editor.doc)
    const wasOnline = this.isOnline
    this.leave()
    this.editor = this.#open(new Y.Doc())
    if (wasOnline) this.join()
    // y-websocket sends what y-indexeddb loads, other people's edits included.
    Y.applyUpdate(this.editor.doc, kept, 'indexeddb')
    this.editor.refresh()
  }

  /** Old frames once more, and everything there is. */
  resend(dice: Dice): void {
    const old = this.#sent[dice(this.#sent.length)]
    if (!this.isOnline || !old) return
    this.#server.receive(old, this)
    this.#server.receive(Y.encodeStateAsUpdate(this.editor.doc), this)
  }
}

function session(seed: number, steps: number): number {
  const dice = diceOf(seed)
  const server = new Server()
  const tabs = ['an', 'an', 'bình', 'chi'].map((person) => new Tab(person, server))
  for (const tab of tabs) tab.join()
  for (let i = 0; i < steps; i++) {
    if (dice(60) === 0) server.comment(dice)
    else (tabs[dice(tabs.length)] as Tab).act(dice)
  }
  for (const tab of tabs) tab.join()
  const texts = tabs.map(({ editor }) => editor.fragment.toJSON())
  for (const text of texts) expect(text).toBe(server.doc.getXmlFragment('default').toJSON())
  for (const { editor } of tabs) editor.node.check()
  const rebuilt = new Y.Doc()
  rebuilt.getXmlFragment('default')
  rebuilt.transact(() => {
    for (const update of server.log) Y.applyUpdate(rebuilt, update)
  })
  expect(rebuilt.getXmlFragment('default').toJSON()).toBe(texts[0])
  return server.taken
}

const offline = Number(process.env.OFFLINE_EDITS ?? 2000)
const runs = Number(process.env.SESSION_COUNT ?? 25)

describe('the guard and honest work', () => {
  it(
    '[G15] an honest session of several people, tabs and days offline is never refused',
    () => {
      let taken = 0
      fc.assert(
        fc.property(fc.integer(), (seed) => {
          taken += session(seed, 250)
        }),
        { numRuns: runs, verbose: true },
      )
      console.info(`guard: ${taken} honest updates taken, 0 refused`)
      expect(taken).toBeGreaterThan(runs * 100)
    },
    60_000 + runs * 1000,
  )

  it(
    '[G15] a day offline on both sides is taken, each in one update',
    () => {
      const server = new Y.Doc()
      server.getXmlFragment('default')
      const dice = diceOf(7)
      const sides = [new Y.Doc(), new Y.Doc()]
      const editors = sides.map((doc) => new PaperEditor(doc))
      for (let i = 0; i < offline; i++) for (const editor of editors) editor.act(dice)
      for (const doc of sides) {
        const update = Y.encodeStateAsUpdate(doc, Y.encodeStateVector(server))
        const state = { doc: server, ownerOf: () => undefined }
        expect(guardUpdate(update, 'an', state)).toMatchObject({ ok: true })
        Y.applyUpdate(server, update)
      }
      expect(pendingLeft(server)).toBe(false)
    },
    60_000 + offline * 20,
  )

  it('[G15] attribute values that undo keeps and Yjs merges are taken', () => {
    const server = new Y.Doc()
    const doc = new Y.Doc()
    const root = doc.getXmlFragment('default')
    const undo = new Y.UndoManager(root, { trackedOrigins: new Set([ySyncPluginKey]) })
    doc.transact(() => root.insert(0, [new Y.XmlElement('paragraph')]), ySyncPluginKey)
    const paragraph = root.get(0) as Y.XmlElement
    for (const align of ['left', 'center', 'right', 'justify']) {
      doc.transact(() => paragraph.setAttribute('textAlign', align), ySyncPluginKey)
    }
    expect(undo.canUndo()).toBe(true)
    const update = Y.encodeStateAsUpdate(doc)
    expect(Y.decodeUpdate(update).structs.some(({ length }) => length > 1)).toBe(true)
    const verdict = guardUpdate(update, 'an', { doc: server, ownerOf: () => undefined })
    expect(verdict).toMatchObject({ ok: true, newClients: [doc.clientID], isEmpty: false })
  })

  it('[G15] text typed into a paragraph that others deleted meanwhile is taken', () => {
    const server = new Y.Doc()
    const doc = new Y.Doc()
    const root = doc.getXmlFragment('default')
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [new Y.XmlText('đề cương')])
    root.insert(0, [paragraph])
    const owners = new Map([[doc.clientID, 'an']])
    Y.applyUpdate(server, Y.encodeStateAsUpdate(doc))
    server.getXmlFragment('default').delete(0, 1)
    const vector = Y.encodeStateVector(server)
    ;(paragraph.get(0) as Y.XmlText).insert(3, 'mới')
    paragraph.insert(1, [new Y.XmlText('thêm')])
    const update = Y.encodeStateAsUpdate(doc, vector)
    const state = { doc: server, ownerOf: (client: number) => owners.get(client) }
    expect(guardUpdate(update, 'an', state)).toMatchObject({ ok: true, newClients: [] })
    Y.applyUpdate(server, update)
    expect(pendingLeft(server)).toBe(false)
  })
})
