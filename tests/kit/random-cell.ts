// A cell at work on one draft, against the real server: what random commands do to it, and what must hold.
import { expect } from 'vitest'
import * as Y from 'yjs'
import { flatten } from '../../shared/document/anchor'
import { rootName } from '../../shared/protocol'
import { AccountedClient } from './accounted-client'
import {
  copyOf,
  expectNothingPending,
  expectVersionsStand,
  type KeptVersion,
  xmlOf,
} from './after-faults'
import {
  act,
  type People,
  type SeenSession,
  sessionAt,
  signInAll,
  threadsOf,
} from './session-maker'
import { type RunningServer, startServer } from './start-server'

const writers = ['hanh', 'bao', 'thoa', 'dinh', 'truc'] as const

/** The server that all runs share; a kill replaces it on the same port and folder. */
export class RandomServer {
  server: RunningServer
  readonly people: People

  private constructor(server: RunningServer, people: People) {
    this.server = server
    this.people = people
  }

  static async start(): Promise<RandomServer> {
    const server = await startServer({ demo: true })
    return new RandomServer(server, await signInAll(server.origin))
  }

  kill = () => this.server.kill()

  async again(): Promise<void> {
    const { dataDir, origin } = this.server
    this.server = await startServer({ demo: true, dataDir, port: Number(new URL(origin).port) })
  }

  async end(): Promise<void> {
    await this.server.stop()
    this.server.forget()
  }
}

export type EditKind = 'insert' | 'delete' | 'format' | 'split'

/** One who writes; after a right that ended, with a new document. */
class Member {
  client: AccountedClient
  readonly #open: () => AccountedClient
  /** What earlier documents of theirs were told is on disk. */
  readonly #safeBefore: Uint8Array[] = []
  readonly refusals: number[] = []

  constructor(open: () => AccountedClient) {
    this.#open = open
    this.client = this.#begin()
  }

  #begin(): AccountedClient {
    const client = this.#open()
    client.refused = (code) => {
      this.refusals.push(code)
      this.#safeBefore.push(...client.safeChanges)
      client.leave()
      this.client = this.#begin()
    }
    return client
  }

  get safe(): readonly Uint8Array[] {
    return [...this.#safeBefore, ...this.client.safeChanges]
  }
}

/** So long may a settling take on a busy machine; what takes longer never ends. */
const settledWithinMs = 40_000

async function within(what: string, work: Promise<unknown>[]): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const tooLong = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} does not end`)), settledWithinMs)
  })
  await Promise.race([Promise.all(work), tooLong]).finally(() => clearTimeout(timer))
}

/** A refusal may give the member a new client on the way. */
async function saved(member: Member): Promise<void> {
  let client: AccountedClient
  do {
    client = member.client
    const refused = client.refusal
    await Promise.race([refused, client.stock.synced().then(() => client.allSafe())])
  } while (member.client !== client)
}

export class RandomCell {
  readonly #host: RandomServer
  readonly #session: SeenSession
  readonly #members: readonly Member[]
  readonly #comments: string[] = []
  #versions: KeptVersion[] = []

  private constructor(host: RandomServer, session: SeenSession, size: number) {
    this.#host = host
    this.#session = session
    this.#members = writers
      .slice(0, size)
      .map(
        (name) =>
          new Member(() => new AccountedClient(host.people[name], session.documents.draft, name)),
      )
  }

  static async open(host: RandomServer, size: number): Promise<RandomCell> {
    const seats = { coAuthors: 'everyone' as const }
    const session = await sessionAt(host.people, 'draft', { seats })
    const cell = new RandomCell(host, session, size)
    await Promise.all(cell.#members.map(({ client }) => client.stock.synced()))
    return cell
  }

  #member = (i: number) => this.#members[i] as Member

  edit(i: number, kind: EditKind, at: number, word: string): void {
    const { doc } = this.#member(i).client
    const fragment = doc.getXmlFragment(rootName)
    const texts = flatten(fragment).spans.map(({ text }) => text)
    const text = texts[at % Math.max(1, texts.length)]
    doc.transact(() => {
      if (!text || kind === 'split') return split(fragment, text, at, word)
      const from = at % (text.length + 1)
      const length = Math.min(1 + (at % 5), text.length - from)
      if (kind === 'insert' || length === 0) text.insert(from, word)
      else if (kind === 'delete') text.delete(from, length)
      else text.format(from, length, { bold: at % 2 === 0 ? {} : null })
    })
  }

  disconnect = (i: number) => this.#member(i).client.stock.provider.disconnect()
  connect = (i: number) => this.#member(i).client.stock.provider.connect()

  /** On some words of a member's copy; the server may not have them, or have others there. */
  async comment(i: number, at: number): Promise<void> {
    const { people } = this.#host
    const flat = flatten(this.#member(i).client.doc.getXmlFragment(rootName))
    const span = flat.spans[at % Math.max(1, flat.spans.length)]
    const length = span ? Math.min(span.length, 1 + (at % 9)) : 0
    const position = (index: number) =>
      span && Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(span.text, index))
    const place =
      span && length > 0
        ? {
            from: position(0),
            to: position(length),
            quote: flat.text.slice(span.start, span.start + length),
          }
        : {}
    const body = `ý kiến ${this.#comments.length}`
    const path = `/api/documents/${this.#session.documents.draft}/threads`
    const { status } = await people.nga.post(path, { kind: 'remark', body, ...place })
    expect([201, 409]).toContain(status)
    if (status === 201) this.#comments.push(body)
  }

  /** True when there was something to freeze. */
  async freeze(): Promise<boolean> {
    const { people } = this.#host
    const moves = `/api/sessions/${this.#session.id}/moves`
    const { status } = await people.phuong.post(moves, { act: 'pass' })
    if (status !== 200) return false
    await act(people.tuan, this.#session, 'freeze')
    this.#versions = await expectVersionsStand(people.nga, this.#session.id, this.#versions)
    return true
  }

  reopen = () => act(this.#host.people.lam, this.#session, 'reopen', 'Bổ sung')

  /** What was called saved is there before anybody is back to bring it again. */
  async kill(): Promise<void> {
    await this.#host.kill()
    const providers = this.#members.map(({ client }) => client.stock.provider)
    const online = providers.filter(({ shouldConnect }) => shouldConnect)
    for (const provider of providers) provider.disconnect()
    await this.#host.again()
    this.#expectHolds(await copyOf(this.#host.people.nga, this.#session.documents.draft))
    for (const provider of online) provider.connect()
  }

  /** Everybody back on the line: all saved, all copies one, and after a kill the same. */
  async settle({ kill = false } = {}): Promise<void> {
    const { people } = this.#host
    const { draft } = this.#session.documents
    for (const { client } of this.#members) client.stock.provider.connect()
    await within('saving', this.#members.map(saved))
    if (kill) await this.kill()
    const copy = await copyOf(people.nga, draft)
    expectNothingPending(copy)
    const text = xmlOf(copy)
    const copies = this.#members.map(({ client }) =>
      client.stock.until(() => xmlOf(client.doc) === text),
    )
    await within('one text', copies).catch((error) => {
      expect(this.#members.map(({ client }) => xmlOf(client.doc))).toEqual(copies.map(() => text))
      throw error
    })
    for (const { client } of this.#members) expectNothingPending(client.doc)
    this.#expectHolds(copy)
    this.#versions = await expectVersionsStand(people.nga, this.#session.id, this.#versions)
    const threads = (await threadsOf(people.nga, this.#session)) as unknown as { body: string }[]
    const bodies = threads.map(({ body }) => body)
    expect(this.#comments.filter((body) => !bodies.includes(body))).toEqual([])
    const refusals = this.#members.flatMap((member) => member.refusals)
    expect(refusals.filter((code) => code !== 4409 && code !== 4403)).toEqual([])
  }

  /**
   * Every change that was called saved is part of it: none brings anything new, or anything that
   * can be seen. Yjs may still note that a format marker around nothing is gone: each copy clears
   * those away by itself, and what is gone already is not written to the log.
   */
  #expectHolds(copy: Y.Doc): void {
    const text = xmlOf(copy)
    const vector = Y.encodeStateVector(copy)
    for (const change of this.#members.flatMap(({ safe }) => safe)) Y.applyUpdate(copy, change)
    expect(Y.decodeStateVector(Y.encodeStateVector(copy))).toEqual(Y.decodeStateVector(vector))
    expect(xmlOf(copy), 'changes that were called saved and are not there').toBe(text)
    expectNothingPending(copy)
  }

  leave(): void {
    for (const { client } of this.#members) client.leave()
  }
}

/** Enter: what stands behind goes into a paragraph of its own. */
function split(fragment: Y.XmlFragment, text: Y.XmlText | undefined, at: number, word: string) {
  const paragraph = new Y.XmlElement('paragraph')
  const rest = text?.toString().replace(/<[^>]*>/g, '') ?? ''
  const from = at % (rest.length + 1)
  paragraph.insert(0, [new Y.XmlText(text ? rest.slice(from) : word)])
  if (text && from < text.length) text.delete(from, text.length - from)
  fragment.insert(at % (fragment.length + 1), [paragraph])
}
