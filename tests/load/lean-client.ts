// A client as light as can be, so that the figures are the server's: it speaks /sync and keeps times.
import { once } from 'node:events'
import * as decoding from 'lib0/decoding'
import type WebSocket from 'ws'
import * as Y from 'yjs'
import { step1Frame, step2Frame, updateFrame } from '../../server/rooms/frames'
import { messageType, rootName, syncType } from '../../shared/protocol'
import type { Visitor } from '../kit/visitor'

const emptyVector = Uint8Array.of(0)

/** Client and clock of the first struct: names an update wherever it arrives. */
function nameOf(update: decoding.Decoder): string | null {
  const sections = decoding.readVarUint(update)
  if (sections === 0) return null
  decoding.readVarUint(update)
  return `${decoding.readVarUint(update)}:${decoding.readVarUint(update)}`
}

export class LeanClient {
  readonly socket: WebSocket
  /** Only writers keep a copy of the text. */
  readonly doc: Y.Doc | null
  /** Bytes of the server's state, once it came. */
  state: Uint8Array | null = null
  /** When each update of others arrived, by its name. */
  heard: ((name: string, at: number) => void) | null = null
  /** `at` is when the server's word came that the first `n` writing frames are on disk. */
  acknowledged: ((n: number, at: number) => void) | null = null
  sent = 0
  saved = 0
  #wake: (() => void)[] = []

  constructor(visitor: Visitor, documentId: string, { writes = false } = {}) {
    this.doc = writes ? new Y.Doc() : null
    this.socket = visitor.socket(`/sync/${documentId}`)
    this.socket.binaryType = 'nodebuffer'
    this.socket.on('open', () => this.socket.send(step1Frame(emptyVector)))
    this.socket.on('message', (data: Buffer) => this.#read(data))
  }

  #read(data: Buffer): void {
    const at = performance.now()
    if (data[0] === messageType.saved) {
      const decoder = decoding.createDecoder(data.subarray(1))
      this.saved = decoding.readVarUint(decoder)
      this.acknowledged?.(this.saved, at)
      this.#stir()
    } else if (data[0] === messageType.sync && data[1] === syncType.update) {
      const decoder = decoding.createDecoder(data.subarray(2))
      decoding.readVarUint(decoder)
      const name = nameOf(decoder)
      if (name) this.heard?.(name, at)
      if (this.doc) {
        const whole = decoding.createDecoder(data.subarray(2))
        Y.applyUpdate(this.doc, decoding.readVarUint8Array(whole), this)
      }
    } else if (data[0] === messageType.sync && data[1] === syncType.step2) {
      this.state = decoding.readVarUint8Array(decoding.createDecoder(data.subarray(2)))
      if (this.doc) Y.applyUpdate(this.doc, this.state, this)
      this.#stir()
    } else if (data[0] === messageType.sync && data[1] === syncType.step1 && this.doc) {
      this.#write(step2Frame(Y.encodeStateAsUpdate(this.doc)))
    }
  }

  #write(frame: Uint8Array): void {
    this.sent += 1
    this.socket.send(frame)
  }

  #stir(): void {
    const waiting = this.#wake
    this.#wake = []
    for (const wake of waiting) wake()
  }

  async until(holds: () => boolean): Promise<void> {
    while (!holds()) {
      if (this.socket.readyState > 1) throw new Error('the socket was closed')
      await new Promise<void>((resolve) => this.#wake.push(resolve))
    }
  }

  /** Resolves when the server's state has come. */
  opened = () => this.until(() => this.state !== null)
  /** Resolves when all that was sent is on the server's disk. */
  settled = () => this.until(() => this.sent > 0 && this.saved >= this.sent)

  /** Where this writer writes: a paragraph of its own at the end. */
  paragraph(): Y.XmlText {
    const element = new Y.XmlElement('paragraph')
    const text = new Y.XmlText()
    element.insert(0, [text])
    const fragment = (this.doc as Y.Doc).getXmlFragment(rootName)
    this.edit(() => fragment.insert(fragment.length, [element]))
    return text
  }

  /** Changes the text and sends each resulting update as a frame of its own; returns their names. */
  edit(change: () => void): string[] {
    const doc = this.doc as Y.Doc
    const names: string[] = []
    const send = (update: Uint8Array, origin: unknown) => {
      if (origin === this) return
      const name = nameOf(decoding.createDecoder(update))
      if (name) names.push(name)
      this.#write(updateFrame(update))
    }
    doc.on('update', send)
    change()
    doc.off('update', send)
    return names
  }

  async leave(): Promise<void> {
    if (this.socket.readyState === this.socket.CLOSED) return
    const gone = once(this.socket, 'close')
    this.socket.close()
    await gone
  }
}
