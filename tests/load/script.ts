// What a typist will send, made by Yjs beforehand so that the measured part only sends.
import * as Y from 'yjs'
import { rootName } from '../../shared/protocol'
import { awarenessFrame, updateFrame } from '../kit/frames'

export interface Script {
  readonly clientId: number
  /** Presence as it is before the first key. */
  readonly arrival: Uint8Array
  /** A paragraph of the typist's own. */
  readonly opening: Uint8Array
  /** The clock of the first key's letter; each key is one letter. */
  readonly firstClock: number
  readonly keys: readonly Uint8Array[]
  /** The caret after each key, as y-prosemirror tells it. */
  readonly carets: readonly Uint8Array[]
}

const phrase =
  'Sinh hoạt chuyên đề của chi bộ được chuẩn bị kỹ, thảo luận dân chủ và có kết luận rõ. '

export function scriptOf(keys: number, typist: number): Script {
  const doc = new Y.Doc()
  let last: Uint8Array = new Uint8Array()
  doc.on('update', (update: Uint8Array) => {
    last = update
  })
  const text = new Y.XmlText()
  doc.transact(() => {
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [text])
    doc.getXmlFragment(rootName).insert(0, [paragraph])
  })
  const opening = updateFrame(last)
  const firstClock = Y.getState(doc.store, doc.clientID)
  const user = { name: `Người viết ${typist}`, color: '#30bced' }
  let clock = 0
  const presence = (cursor: unknown) => awarenessFrame(doc.clientID, ++clock, { user, cursor })
  const arrival = presence(null)
  const frames: Uint8Array[] = []
  const carets: Uint8Array[] = []
  for (let key = 0; key < keys; key++) {
    text.insert(text.length, phrase.charAt(key % phrase.length))
    frames.push(updateFrame(last))
    const place = Y.relativePositionToJSON(
      Y.createRelativePositionFromTypeIndex(text, text.length, -1),
    )
    carets.push(presence({ anchor: place, head: place }))
  }
  return { clientId: doc.clientID, arrival, opening, firstClock, keys: frames, carets }
}
