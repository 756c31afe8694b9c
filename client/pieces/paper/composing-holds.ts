// While a word is being composed, what others write waits; where the hands rest, only in the word's own paragraph.
import { Plugin } from '@tiptap/pm/state'
import { absolutePositionToRelativePosition, ySyncPluginKey } from 'y-prosemirror'
import * as Y from 'yjs'
import { clearNothing } from '../../../shared/document/clear-nothing'
import { rootName } from '../../../shared/protocol'
import type { LiveDocument } from '../live/live-document'
import { readCaret } from './read-caret'

/** The block of the paper, as the root holds it, in which an index of a type stands. */
function topBlock(type: Y.AbstractType<unknown>, root: Y.XmlFragment): Y.Item | null {
  let item = type._item
  while (item && item.parent !== root) item = (item.parent as Y.AbstractType<unknown>)._item
  return item
}

const written = (doc: Y.Doc, { client, clock }: Y.ID): string | null => {
  const item = Y.getItem(doc.store, Y.createID(client, clock))
  const type = item instanceof Y.Item && item.content instanceof Y.ContentType && item.content.type
  return type && !item.deleted ? type.toJSON() : null
}

/** How many updates, one after the other, leave a block as it is: tried on a copy of the paper. */
export function harmlessTo(doc: Y.Doc, block: Y.ID, updates: readonly Uint8Array[]): number {
  const trial = new Y.Doc()
  clearNothing(trial)
  trial.getXmlFragment(rootName)
  Y.applyUpdate(trial, Y.encodeStateAsUpdate(doc))
  const before = written(trial, block)
  let count = 0
  for (const update of updates) {
    Y.applyUpdate(trial, update)
    if (written(trial, block) !== before) break
    count++
  }
  trial.destroy()
  return count
}

/** The key code of every key that an input method takes. */
const composingKey = 229

export const composingHolds = (live: LiveDocument) =>
  new Plugin({
    view: (view) => {
      const isComposing = () => view.composing
      const harmless = (updates: readonly Uint8Array[]) => {
        const { binding, type } = ySyncPluginKey.getState(view.state)
        const { head } = view.state.selection
        const caret = absolutePositionToRelativePosition(head, type, binding.mapping)
        const at = Y.createAbsolutePositionFromRelativePosition(caret, live.doc)
        const block = at && topBlock(at.type, live.fragment)
        return block ? harmlessTo(live.doc, block.id, updates) : 0
      }
      const settle = () => readCaret(view)
      Object.assign(live.held, { isComposing, harmless, settle })
      return {
        destroy: () => {
          // Another view may have taken over before this one goes.
          if (live.held.isComposing === isComposing) {
            Object.assign(live.held, { isComposing: () => false, settle: () => undefined })
          }
          live.held.flush()
        },
      }
    },
    props: {
      handleDOMEvents: {
        // A key is meant for where the caret is, not for where it was when the editor last looked.
        keydown: (view, event) => {
          if (!view.composing && event.keyCode !== composingKey) readCaret(view)
          return false
        },
        compositionupdate: () => {
          live.held.touched()
          return false
        },
        compositionend: () => {
          live.held.released()
          return false
        },
      },
    },
  })
