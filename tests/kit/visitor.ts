// One person at the program's doors: HTTP with the cookie, stock Yjs clients, raw sockets.
import { once } from 'node:events'
import * as decoding from 'lib0/decoding'
import WebSocket from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { demoPassword } from './start-server'

// biome-ignore lint/suspicious/noExplicitAny: answers are read as a script would read them
type Json = any
export interface Answer {
  readonly status: number
  readonly body: Json
  readonly headers: Headers
}

export class Visitor {
  readonly origin: string
  readonly cookie: string

  constructor(origin: string, cookie = '') {
    this.origin = origin
    this.cookie = cookie
  }

  async send(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const response = await fetch(this.origin + path, {
      method,
      headers: {
        ...(this.cookie && { cookie: this.cookie }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    const text = await response.text()
    const isJson = response.headers.get('content-type')?.includes('json')
    return {
      status: response.status,
      body: isJson ? JSON.parse(text) : text,
      headers: response.headers,
    }
  }

  get = (path: string) => this.send('GET', path)
  post = (path: string, body: unknown = {}) => this.send('POST', path, body)
  put = (path: string, body: unknown) => this.send('PUT', path, body)
  patch = (path: string, body: unknown) => this.send('PATCH', path, body)

  /** A file as it comes, and what the door says of it. */
  async file(path: string) {
    const response = await fetch(this.origin + path, { headers: { cookie: this.cookie } })
    return {
      status: response.status,
      type: response.headers.get('content-type'),
      disposition: response.headers.get('content-disposition') ?? '',
      bytes: new Uint8Array(await response.arrayBuffer()),
    }
  }

  /** The demo session at a stage. */
  async sessionAt(stage: string): Promise<Json> {
    const { body } = await this.get('/api/sessions')
    return body.sessions.find((session: Json) => session.stage === stage)
  }

  /** A raw socket on a door, with the cookie. */
  socket(path: string, headers: Record<string, string> = {}): WebSocket {
    return new WebSocket(this.origin.replace(/^http/, 'ws') + path, {
      headers: { ...(this.cookie && { cookie: this.cookie }), ...headers },
    })
  }

  /** The stock y-websocket client on a paper. */
  open(documentId: string, doc = new Y.Doc()): StockClient {
    return new StockClient(this, documentId, doc)
  }
}

/** What a door said no with: status and code. */
export async function refusal(sent: Promise<Answer>): Promise<[status: number, code: unknown]> {
  const { status, body } = await sent
  return [status, body.refused]
}

/** Signs a demo account in. */
export async function signIn(
  origin: string,
  username: string,
  password = demoPassword,
): Promise<Visitor> {
  const { status, headers } = await new Visitor(origin).post('/api/login', { username, password })
  if (status !== 200) throw new Error(`sign-in of ${username}: ${status}`)
  const cookie = headers.get('set-cookie')?.split(';')[0]
  return new Visitor(origin, cookie)
}

/** y-websocket's provider as it is, plus an ear for type 100. */
export class StockClient {
  readonly doc: Y.Doc
  readonly provider: WebsocketProvider
  /** The highest `saved(n)` heard on the present connection. */
  saved = 0
  /** Writing frames sent on the present connection. */
  sent = 0
  /** Told of every writing frame and of every word of the server about them. */
  noted:
    | ((event: { type: 'sent'; isStep2: boolean } | { type: 'saved'; n: number }) => void)
    | null = null
  readonly #wakes = new Set<() => void>()

  constructor(visitor: Visitor, documentId: string, doc: Y.Doc) {
    this.doc = doc
    const client = this
    class CountingSocket extends WebSocket {
      constructor(address: string) {
        super(address, { headers: { cookie: visitor.cookie } })
        client.sent = 0
        client.saved = 0
      }
      override send(data: Parameters<WebSocket['send']>[0]): void {
        const bytes = data as Uint8Array
        if (bytes[0] === 0 && (bytes[1] === 1 || bytes[1] === 2)) {
          client.sent += 1
          client.noted?.({ type: 'sent', isStep2: bytes[1] === 1 })
        }
        super.send(data)
      }
    }
    this.provider = new WebsocketProvider(
      `${visitor.origin.replace(/^http/, 'ws')}/sync`,
      documentId,
      doc,
      { WebSocketPolyfill: CountingSocket as never, disableBc: true },
    )
    this.provider.messageHandlers = [...this.provider.messageHandlers]
    this.provider.messageHandlers[100] = (_encoder, decoder) => {
      const n = decoding.readVarUint(decoder)
      this.saved = Math.max(this.saved, n)
      this.noted?.({ type: 'saved', n })
      for (const wake of this.#wakes) wake()
    }
  }

  get text(): Y.XmlFragment {
    return this.doc.getXmlFragment('default')
  }

  /** Resolves when the server's state has come. */
  async synced(): Promise<this> {
    if (!this.provider.synced) {
      await new Promise<void>((resolve) => {
        this.provider.on('sync', (isSynced: boolean) => isSynced && resolve())
      })
    }
    return this
  }

  /** Resolves when every writing frame sent so far is on the server's disk. */
  async allSaved(): Promise<void> {
    while (this.sent === 0 || this.saved < this.sent) {
      await new Promise<void>((resolve) => {
        const wake = () => {
          this.#wakes.delete(wake)
          resolve()
        }
        this.#wakes.add(wake)
      })
    }
  }

  /** Resolves with the code of a permanent refusal. */
  refused(): Promise<{ code: number; reason: string }> {
    return new Promise((resolve) => {
      this.provider.on(
        'closed' as never,
        ((event: { code: number; reason: string }) => resolve(event)) as never,
      )
    })
  }

  /** Resolves when the paper's text satisfies `holds`; checked after every update. */
  async until(holds: (text: string) => boolean): Promise<void> {
    while (!holds(this.text.toString())) {
      await new Promise<void>((resolve) => this.doc.once('update', () => resolve()))
    }
  }

  /** Adds a paragraph at the end. */
  write(words: string): Y.XmlText {
    const paragraph = new Y.XmlElement('paragraph')
    const text = new Y.XmlText(words)
    paragraph.insert(0, [text])
    this.text.insert(this.text.length, [paragraph])
    return text
  }

  leave(): void {
    this.provider.destroy()
    // Its timer would keep a process that is done.
    this.provider.awareness.destroy()
  }
}

/** Resolves with a socket's close code and reason. */
export async function closeOf(socket: WebSocket): Promise<{ code: number; reason: string }> {
  const [code, reason] = await once(socket, 'close')
  return { code, reason: String(reason) }
}
