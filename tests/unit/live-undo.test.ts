// Undo of one's own changes: who listens to the paper, and a step that Yjs cannot take back.
import { describe, expect, it, vi } from 'vitest'
import { ySyncPluginKey } from 'y-prosemirror'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import type { LiveDocument } from '../../client/pieces/live/live-document'
import { collaboration } from '../../client/pieces/paper/collaboration'
import { type LastingUndoManager, ownChanges } from '../../client/pieces/paper/own-undo'

const listeners = (doc: Y.Doc) => doc._observers.get('afterTransaction')?.size ?? 0

/** A paper of one paragraph, and one person's undo on it. */
function paper(): { text: Y.XmlText; undo: LastingUndoManager; write: (words: string) => void } {
  const doc = new Y.Doc()
  const fragment = doc.getXmlFragment('default')
  const text = new Y.XmlText()
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [text])
  fragment.insert(0, [paragraph])
  const undo = ownChanges(fragment)
  const write = (words: string) => {
    undo.stopCapturing()
    doc.transact(() => text.insert(text.length, words), ySyncPluginKey)
  }
  return { text, undo, write }
}

describe('undo', () => {
  it('an extension that no editor takes up listens to nothing', () => {
    // React makes them at every rendering; each would grow with every letter.
    const doc = new Y.Doc()
    const live = { doc, fragment: doc.getXmlFragment('default'), awareness: new Awareness(doc) }
    for (let i = 0; i < 20; i++) collaboration(live as unknown as LiveDocument)
    expect(listeners(doc)).toBe(0)
    live.awareness.destroy()
  })

  it.each(['undo', 'redo'] as const)(
    'a step that cannot be taken: %s goes on with the next',
    (name) => {
      const { text, undo, write } = paper()
      write('một ')
      write('hai ')
      if (name === 'redo') {
        undo.undo()
        undo.undo()
      }
      const stack = name === 'undo' ? undo.undoStack : undo.redoStack
      stack.push({ ...stack[0], insertions: null } as never)
      const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
      expect(undo[name]()).toBeNull()
      expect(warn).toHaveBeenCalledOnce()
      warn.mockRestore()
      expect(undo[name]()).not.toBeNull()
      expect(text.toString()).toBe('một ')
      write('ba')
      undo.undo()
      expect(text.toString()).toBe('một ')
    },
  )
})
