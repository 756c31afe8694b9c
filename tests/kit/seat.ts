// One socket on one paper that decodes no text: it counts frames and keeps their times.
import { once } from 'node:events'
import * as decoding from 'lib0/decoding'
import type WebSocket from 'ws'
import { messageType, syncType } from '../../shared/protocol'
import { step1Frame, step2Frame } from './frames'

/** A socket being opened, and how this server's frames differ from y-websocket's. */
export interface Line {
  readonly socket: WebSocket
  /** Stands before every message, both ways: Hocuspocus names the document there. */
  readonly prefix: Uint8Array
  /** Said first of all. */
  readonly hello: readonly Uint8Array[]
}

/** Hocuspocus asks for step 2 in a sync message of its own kind. */
const syncReply = 4
const emptyUpdate = Uint8Array.of(0, 0)

export class Seat {
  readonly socket: WebSocket
  readonly #prefix: Uint8Array
  /** The first step 2, once it came. */
  state: Uint8Array | null = null
  /** Every update of others and every step 2. */
  heard: ((update: Uint8Array, at: number, isState: boolean) => void) | null = null
  /** `at` is when the server's word came that the first `n` writing frames are on disk. */
  acknowledged: ((n: number, at: number) => void) | null = null
  sent = 0
  saved = 0
  #wake: (() => void)[] = []
  #failure = ''

  constructor({ socket, prefix, hello }: Line) {
    this.socket = socket
    this.#prefix = prefix
    socket.binaryType = 'nodebuffer'
    socket.on('open', () => {
      for (const frame of hello) socket.send(frame)
      this.send(step1Frame())
    })
    socket.on('message', (data: Buffer) => this.#read(data))
    socket.on('error', (error) => {
      this.#failure = error.message
    })
    socket.on('close', (code, reason) => {
      this.#failure ||= `${code} ${reason}`
      this.stir()
    })
  }

  #read(data: Buffer): void {
    const at = performance.now()
    const start = this.#prefix.length
    const type = data[start]
    if (type === messageType.saved) {
      this.saved = decoding.readVarUint(decoding.createDecoder(data.subarray(start + 1)))
      this.acknowledged?.(this.saved, at)
      this.stir()
      return
    }
    if (type !== messageType.sync && !(type === syncReply && start > 0)) return
    const kind = data[start + 1]
    if (kind === syncType.step1) return this.answer()
    const decoder = decoding.createDecoder(data.subarray(start + 2))
    const update = decoding.readVarUint8Array(decoder)
    this.take?.(update)
    this.heard?.(update, at, kind === syncType.step2)
    if (kind === syncType.step2) {
      this.state ??= update
      this.stir()
    }
  }

  /** What a client with a text of its own does with others' updates. */
  protected take: ((update: Uint8Array) => void) | null = null

  /** The server asks for what it lacks. */
  protected answer(): void {
    this.write(step2Frame(emptyUpdate))
  }

  send(frame: Uint8Array): void {
    this.socket.send(this.#prefix.length === 0 ? frame : Buffer.concat([this.#prefix, frame]))
  }

  /** Sends a frame that carries an update: step 2 or update. */
  write(frame: Uint8Array): void {
    this.sent += 1
    this.send(frame)
  }

  protected stir(): void {
    const waiting = this.#wake
    this.#wake = []
    for (const wake of waiting) wake()
  }

  async until(holds: () => boolean): Promise<void> {
    while (!holds()) {
      if (this.isClosed) throw new Error(`the socket was closed: ${this.#failure}`)
      await new Promise<void>((resolve) => this.#wake.push(resolve))
    }
  }

  get isClosed(): boolean {
    return this.socket.readyState > 1
  }

  /** Resolves when the server's state has come. */
  opened = () => this.until(() => this.state !== null)
  /** Resolves when all that was sent is on the server's disk. */
  settled = () => this.until(() => this.sent > 0 && this.saved >= this.sent)

  async leave(): Promise<void> {
    if (this.socket.readyState === this.socket.CLOSED) return
    const gone = once(this.socket, 'close')
    this.socket.close()
    await gone
  }
}

export const leaveAll = (seats: readonly Seat[]) => Promise.all(seats.map((seat) => seat.leave()))
export const allOpened = (seats: readonly Seat[]) => Promise.all(seats.map((seat) => seat.opened()))
