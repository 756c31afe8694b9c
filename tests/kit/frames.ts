// Frames of /sync written and read by hand, as an attacker or a bare script would.
import { once } from 'node:events'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import type WebSocket from 'ws'
import * as Y from 'yjs'

const build = (write: (encoder: encoding.Encoder) => void): Uint8Array => {
  const encoder = encoding.createEncoder()
  write(encoder)
  return encoding.toUint8Array(encoder)
}
const syncFrame = (type: number, payload: Uint8Array) =>
  build((encoder) => {
    encoding.writeVarUint(encoder, 0)
    encoding.writeVarUint(encoder, type)
    encoding.writeVarUint8Array(encoder, payload)
  })

export const step1Frame = (stateVector = new Uint8Array([0])): Uint8Array =>
  syncFrame(0, stateVector)
export const step2Frame = (update: Uint8Array): Uint8Array => syncFrame(1, update)
export const updateFrame = (update: Uint8Array): Uint8Array => syncFrame(2, update)

/** An update that adds one paragraph with these words, from a document of its own. */
export function paragraphUpdate(words: string): Uint8Array {
  const doc = new Y.Doc()
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText(words)])
  doc.getXmlFragment('default').insert(0, [paragraph])
  return Y.encodeStateAsUpdate(doc)
}

/** An awareness frame that claims to be `clientId`, with any state. */
export const awarenessFrame = (clientId: number, clock: number, state: unknown): Uint8Array =>
  build((encoder) => {
    encoding.writeVarUint(encoder, 1)
    encoding.writeVarUint8Array(
      encoder,
      build((inner) => {
        encoding.writeVarUint(inner, 1)
        encoding.writeVarUint(inner, clientId)
        encoding.writeVarUint(inner, clock)
        encoding.writeVarString(inner, JSON.stringify(state))
      }),
    )
  })

/** True for the frames that `saved(n)` counts. */
export const isWritingFrame = (frame: Uint8Array): boolean =>
  frame[0] === 0 && (frame[1] === 1 || frame[1] === 2)

export interface HeardFrame {
  readonly type: number
  /** Of a sync frame: 0 step 1, 1 step 2, 2 update. */
  readonly syncType: number | null
  readonly payload: Uint8Array
}

/** Takes a frame of the server apart. */
export function readFrame(bytes: Uint8Array): HeardFrame {
  const decoder = decoding.createDecoder(bytes)
  const type = decoding.readVarUint(decoder)
  if (type === 100) return { type, syncType: null, payload: decoder.arr.subarray(decoder.pos) }
  const syncType = type === 0 ? decoding.readVarUint(decoder) : null
  return { type, syncType, payload: decoding.readVarUint8Array(decoder) }
}

/** Resolves with the first frame that `suits`. */
export function frameThat(
  socket: WebSocket,
  suits: (frame: HeardFrame) => boolean,
): Promise<HeardFrame> {
  return new Promise((resolve) => {
    const hear = (data: Buffer) => {
      const frame = readFrame(new Uint8Array(data))
      if (!suits(frame)) return
      socket.off('message', hear)
      resolve(frame)
    }
    socket.on('message', hear)
  })
}

export const opened = (socket: WebSocket): Promise<unknown> => once(socket, 'open')

/** Sends frames on a fresh socket: `saved` once the first was acknowledged, else the close code. */
export async function tryFrames(
  socket: WebSocket,
  frames: readonly Uint8Array[],
): Promise<'saved' | number> {
  const closed = once(socket, 'close').then(([code]) => code as number)
  const acknowledged = frameThat(socket, ({ type }) => type === 100).then(() => 'saved' as const)
  // A refused socket may close before it is opened in the eyes of the client.
  await Promise.race([opened(socket), closed])
  if (socket.readyState === socket.OPEN) for (const frame of frames) socket.send(frame)
  const outcome = await Promise.race([acknowledged, closed])
  socket.terminate()
  return outcome
}
