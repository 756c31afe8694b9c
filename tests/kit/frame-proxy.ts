// Stands between clients and the server and mishandles whole WebSocket messages, by a seed.
import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import WebSocket, { WebSocketServer } from 'ws'
import { between } from './seeded'
import { Visitor } from './visitor'

/** Chances from 0 to 1, a message. */
export interface Chances {
  /** It comes twice, the second time a little later. */
  readonly twice?: number
  /** It comes a little later: those behind it overtake it. */
  readonly overtaken?: number
  /** It and all behind it come later: the order stands. */
  readonly late?: number
  /** The line is cut, at both ends, without a word. */
  readonly cut?: number
}

export interface Faults {
  readonly random: () => number
  readonly toServer: Chances
  readonly toClient: Chances
}

const longestMs = 40
type Deliver = (message: Buffer) => void

/** One direction of one line. */
class Way {
  readonly #proxy: FrameProxy
  readonly #direction: 'toServer' | 'toClient'
  readonly #deliver: Deliver
  readonly #cut: () => void
  /** What is late, in order; `null` when nothing is. */
  #queue: Buffer[] | null = null

  constructor(
    proxy: FrameProxy,
    direction: 'toServer' | 'toClient',
    deliver: Deliver,
    cut: () => void,
  ) {
    this.#proxy = proxy
    this.#direction = direction
    this.#deliver = deliver
    this.#cut = cut
  }

  take(message: Buffer): void {
    const { faults, isSwallowing } = this.#proxy
    if (isSwallowing) return
    if (!faults) return this.#pass(message)
    const { random } = faults
    const { twice = 0, overtaken = 0, late = 0, cut = 0 } = faults[this.#direction]
    const soon = (act: () => void) => setTimeout(act, between(random, 1, longestMs))
    if (random() < cut) return this.#cut()
    if (random() < twice) soon(() => this.#deliver(message))
    if (random() < overtaken) soon(() => this.#deliver(message))
    else if (random() < late && !this.#queue) {
      this.#queue = [message]
      soon(() => {
        const queue = this.#queue ?? []
        this.#queue = null
        for (const each of queue) this.#deliver(each)
      })
    } else this.#pass(message)
  }

  #pass(message: Buffer): void {
    if (this.#queue) this.#queue.push(message)
    else this.#deliver(message)
  }
}

export class FrameProxy {
  readonly origin: string
  faults: Faults | null = null
  isSwallowing = false
  /** Lines cut on purpose. */
  cuts = 0
  readonly #server: Server
  readonly #target: string
  readonly #lines = new Set<() => void>()

  private constructor(server: Server, target: string) {
    this.#server = server
    this.#target = target
    this.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const door = new WebSocketServer({ noServer: true, autoPong: true })
    server.on('upgrade', (request, stream, head) => {
      door.handleUpgrade(request, stream, head, (near) => this.#join(near, request))
    })
  }

  static async before(origin: string): Promise<FrameProxy> {
    const server = createServer()
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    return new FrameProxy(server, origin.replace(/^http/, 'ws'))
  }

  /** The same person, whose sockets go this way. */
  visitor = ({ cookie }: Visitor): Visitor => new Visitor(this.origin, cookie)

  /** Everything goes through as it is; what is on its way still comes. */
  calm(): void {
    this.faults = null
    this.isSwallowing = false
  }

  /** From here on nothing goes either way, pings and goodbyes neither; lines stay open. */
  swallow(): void {
    this.isSwallowing = true
  }

  /** Cuts every line. */
  cut(): void {
    for (const end of [...this.#lines]) end()
  }

  async close(): Promise<void> {
    this.cut()
    this.#server.close()
    await once(this.#server, 'close')
  }

  #join(near: WebSocket, { url = '', headers }: IncomingMessage): void {
    const cookie = headers.cookie ?? ''
    const far = new WebSocket(this.#target + url, { headers: { cookie }, autoPong: false })
    const end = () => {
      this.#lines.delete(end)
      near.terminate()
      far.terminate()
    }
    this.#lines.add(end)
    const cut = () => {
      this.cuts += 1
      end()
    }
    const send = (to: WebSocket) => (message: Buffer) => {
      if (to.readyState === to.OPEN) to.send(message)
    }
    const up = new Way(this, 'toServer', send(far), cut)
    const down = new Way(this, 'toClient', send(near), cut)
    // What comes before the far end is open waits in order.
    const opened = once(far, 'open').catch(() => null)
    let isOpen = false
    near.on('message', (data: Buffer) => {
      if (isOpen) up.take(data)
      else void opened.then(() => up.take(data))
    })
    void opened.then(() => {
      isOpen = true
    })
    far.on('message', (data: Buffer) => down.take(data))
    far.on('ping', () => {
      if (!this.isSwallowing) far.pong()
    })
    this.#passEnd(near, far, end)
    this.#passEnd(far, near, end)
  }

  /** An end with a code is passed on, one without is a cut. */
  #passEnd(from: WebSocket, to: WebSocket, end: () => void): void {
    from.on('error', () => from.terminate())
    from.on('close', (code, reason) => {
      if (this.isSwallowing) return
      this.#lines.delete(end)
      const isSaid = code === 1000 || code >= 3000 || code === 1009
      if (isSaid && to.readyState === to.OPEN) to.close(code, reason)
      else to.terminate()
    })
  }
}
