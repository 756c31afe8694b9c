// A TCP line to the program on which every byte is one's own: requests and WebSocket frames by hand.
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import type { Visitor } from './visitor'

export interface FrameForm {
  /** 0 continuation, 1 text, 2 binary, 8 close, 9 ping, 10 pong. */
  opcode?: number
  fin?: boolean
  /** Says that the payload is deflated. */
  rsv1?: boolean
  /** The length that the header announces. */
  announced?: number
}

/** One WebSocket frame as a client sends it, under a mask of zeros. */
export function wsFrame(payload: Uint8Array, form: FrameForm = {}): Buffer {
  const { opcode = 2, fin = true, rsv1 = false, announced = payload.length } = form
  const first = (fin ? 0x80 : 0) | (rsv1 ? 0x40 : 0) | opcode
  const head = Buffer.alloc(announced < 126 ? 6 : announced < 65_536 ? 8 : 14)
  head[0] = first
  if (announced < 126) head[1] = 0x80 | announced
  else if (announced < 65_536) {
    head[1] = 0xfe
    head.writeUInt16BE(announced, 2)
  } else {
    head[1] = 0xff
    head.writeBigUInt64BE(BigInt(announced), 2)
  }
  return Buffer.concat([head, payload])
}

/** The request that asks for a WebSocket. */
export const upgradeRequest = (path: string, host: string, cookie = '') =>
  [
    `GET ${path} HTTP/1.1`,
    `Host: ${host}`,
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
    ...(cookie ? [`Cookie: ${cookie}`] : []),
    '\r\n',
  ].join('\r\n')

export class RawLine {
  readonly socket: Socket
  /** The status of the answer to a request; `null` while there is none. */
  status: number | null = null
  /** The code of the server's close frame. */
  closeCode: number | null = null
  /** Frames of the server: opcode and payload. */
  heard: ((opcode: number, payload: Buffer) => void) | null = null
  /** Resolves when the server has ended the line, whether or not we end ours. */
  readonly ended: Promise<void>
  /** Resolves with the server's close frame, or when the line has ended without one. */
  readonly refused: Promise<void>
  #refuse: () => void = () => undefined
  #bytes = Buffer.alloc(0)

  /** `allowHalfOpen`: the peer that never closes its side. */
  constructor(origin: string) {
    const { hostname, port } = new URL(origin)
    this.socket = connect({ host: hostname, port: Number(port), allowHalfOpen: true })
    this.socket.setNoDelay(true)
    this.socket.on('data', (data) => this.#read(data))
    this.ended = new Promise((resolve) => {
      this.socket.once('end', () => resolve())
      this.socket.once('close', () => resolve())
      // The server may drop a line that still has something to say.
      this.socket.on('error', () => resolve())
    })
    const closing = new Promise<void>((resolve) => {
      this.#refuse = resolve
    })
    this.refused = Promise.race([closing, this.ended])
  }

  /** A socket on a door; `also` goes out with the request itself. Resolves with the answer. */
  static async open(visitor: Visitor, path: string, also: Uint8Array = Buffer.alloc(0)) {
    const line = new RawLine(visitor.origin)
    await once(line.socket, 'connect')
    const request = upgradeRequest(path, new URL(visitor.origin).host, visitor.cookie)
    line.write(Buffer.concat([Buffer.from(request), also]))
    await line.answered()
    return line
  }

  write(bytes: Uint8Array | string): boolean {
    return !this.socket.destroyed && this.socket.writable && this.socket.write(bytes)
  }

  /** Waits for the peer's kernel when it takes no more; false when the line is gone. */
  async push(bytes: Uint8Array): Promise<boolean> {
    if (!this.write(bytes) && !this.socket.destroyed) {
      await Promise.race([once(this.socket, 'drain').catch(() => undefined), this.ended])
    }
    return !this.socket.destroyed && this.socket.writable
  }

  async answered(): Promise<void> {
    while (this.status === null && !this.socket.destroyed) {
      await Promise.race([once(this.socket, 'data').catch(() => undefined), this.ended])
    }
  }

  destroy(): void {
    this.socket.destroy()
  }

  #read(data: Buffer): void {
    this.#bytes = Buffer.concat([this.#bytes, data])
    if (this.status === null) {
      const end = this.#bytes.indexOf('\r\n\r\n')
      if (end < 0) return
      this.status = Number(this.#bytes.subarray(9, 12).toString())
      this.#bytes = this.#bytes.subarray(end + 4)
    }
    if (this.status === 101) while (this.#readFrame());
  }

  #readFrame(): boolean {
    const bytes = this.#bytes
    if (bytes.length < 2) return false
    const short = (bytes[1] as number) & 0x7f
    const head = short < 126 ? 2 : short === 126 ? 4 : 10
    if (bytes.length < head) return false
    const length =
      short < 126 ? short : short === 126 ? bytes.readUInt16BE(2) : Number(bytes.readBigUInt64BE(2))
    if (bytes.length < head + length) return false
    const opcode = (bytes[0] as number) & 0x0f
    const payload = bytes.subarray(head, head + length)
    this.#bytes = bytes.subarray(head + length)
    if (opcode === 8) {
      this.closeCode = payload.length >= 2 ? payload.readUInt16BE(0) : 1005
      this.#refuse()
    }
    this.heard?.(opcode, payload)
    return true
  }
}
