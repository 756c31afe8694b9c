// Undo of one's own changes only, which outlives the editor's rebuilding and an item that cannot be undone.
import { defaultDeleteFilter, defaultProtectedNodes, ySyncPluginKey } from 'y-prosemirror'
import { type Transaction, UndoManager, XmlElement, type XmlFragment } from 'yjs'

type Step = ReturnType<UndoManager['undo']>

/** The editor rebuilds its plugins' views on the way up, and each would end the undo with it. */
export class LastingUndoManager extends UndoManager {
  override undo(): Step {
    return this.#guarded(() => super.undo())
  }
  override redo(): Step {
    return this.#guarded(() => super.redo())
  }

  override destroy(): void {
    // Ended by `end` alone.
  }
  end(): void {
    super.destroy()
  }

  /**
   * Yjs 13.6.33 throws a TypeError over a step whose words others deleted and Yjs collected. The
   * step is off the stack by then and the document is sound: the next press takes the next step.
   */
  #guarded(act: () => Step): Step {
    try {
      return act()
    } catch (cause) {
      if (!(cause instanceof TypeError)) throw cause
      console.warn('undo', cause)
      this.currStackItem = null
      return null
    }
  }
}

/** An editor shows an empty paper as one empty paragraph, and writes it down at the next chance. */
const onlyOpensPaper = (fragment: XmlFragment, { changed, deleteSet }: Transaction) => {
  const first = fragment.get(0)
  return (
    fragment.length === 1 &&
    first instanceof XmlElement &&
    first.length === 0 &&
    changed.size === 1 &&
    deleteSet.clients.size === 0
  )
}

export const ownChanges = (fragment: XmlFragment) =>
  new LastingUndoManager(fragment, {
    trackedOrigins: new Set([ySyncPluginKey]),
    deleteFilter: (item) => defaultDeleteFilter(item, defaultProtectedNodes),
    captureTransaction: (transaction) =>
      transaction.meta.get('addToHistory') !== false && !onlyOpensPaper(fragment, transaction),
  })
