// A person with a copy of the text at our own server: writes by Yjs, each update a frame of its own.
import * as Y from 'yjs'
import { rootName } from '../../shared/protocol'
import { step2Frame, updateFrame } from './frames'
import { Seat } from './seat'
import type { Visitor } from './visitor'

const nothing = new Uint8Array(0)

export class LeanClient extends Seat {
  /** Only writers keep a copy of the text. */
  readonly doc: Y.Doc | null
  /** False: what others write from now on is not applied; one's own paragraph needs none of it. */
  follows = true

  constructor(visitor: Visitor, documentId: string, { writes = false } = {}) {
    super({ socket: visitor.socket(`/sync/${documentId}`), prefix: nothing, hello: [] })
    const doc = writes ? new Y.Doc() : null
    this.doc = doc
    if (!doc) return
    this.take = (update) => {
      if (this.follows || this.state === null) Y.applyUpdate(doc, update, this)
    }
  }

  protected override answer(): void {
    if (this.doc) this.write(step2Frame(Y.encodeStateAsUpdate(this.doc)))
  }

  /** Where this writer writes: a paragraph of its own at the end. */
  paragraph(): Y.XmlText {
    const element = new Y.XmlElement('paragraph')
    const text = new Y.XmlText()
    element.insert(0, [text])
    const fragment = (this.doc as Y.Doc).getXmlFragment(rootName)
    this.edit(() => fragment.insert(fragment.length, [element]))
    return text
  }

  /** Changes the text and sends each resulting update as a frame of its own. */
  edit(change: () => void): void {
    const doc = this.doc as Y.Doc
    const send = (update: Uint8Array, origin: unknown) => {
      if (origin !== this) this.write(updateFrame(update))
    }
    doc.on('update', send)
    change()
    doc.off('update', send)
  }
}
