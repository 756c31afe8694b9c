// Which keys and input events our own part of the editor takes: Backspace is never among them.
import type { Editor } from '@tiptap/core'
import type { Plugin } from '@tiptap/pm/state'
import { expect, it } from 'vitest'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import type { LiveDocument } from '../../client/pieces/live/live-document'
import { editorExtensions } from '../../client/pieces/paper/paper-extensions'
import { paperExtensions } from '../../shared/document/nodes'

/** What an extension adds, whatever it is. */
interface Adds {
  addKeyboardShortcuts?: (this: { editor: Editor }) => Record<string, unknown>
  addProseMirrorPlugins?: (this: { editor: Editor }) => Plugin[]
}

it('our extensions take the keys of undo, and see a composition go on and end; nothing else', () => {
  const doc = new Y.Doc()
  const live = { doc, fragment: doc.getXmlFragment('default'), awareness: new Awareness(doc) }
  const nothing = () => undefined
  const shared = new Set(paperExtensions.map(({ name }) => name))
  const own = editorExtensions(live as unknown as LiveDocument, {
    picked: nothing,
    stamped: nothing,
    leftOut: nothing,
    pictureDesk: {
      documentId: 'x',
      words: () => ({ lost: '', edit: '' }),
      edit: nothing,
      sending: nothing,
      failed: nothing,
    },
  })
    .filter(({ name }) => !shared.has(name))
    .map(({ config }) => config as Adds)
  const context = { editor: { isEditable: true } as Editor }
  const keys = own.flatMap((one) => Object.keys(one.addKeyboardShortcuts?.call(context) ?? {}))
  expect(keys.sort()).toEqual(['Mod-y', 'Mod-z', 'Shift-Mod-z'])
  const props = own
    .flatMap((one) => one.addProseMirrorPlugins?.call(context) ?? [])
    .map((plugin) => plugin.props)
  expect(props.length).toBeGreaterThan(5)
  for (const { handleKeyDown, handleKeyPress, handleTextInput } of props) {
    expect([handleKeyDown, handleKeyPress, handleTextInput]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
  }
  const events = props.flatMap(({ handleDOMEvents }) => Object.keys(handleDOMEvents ?? {}))
  // At a key the caret is read, and the key goes on to the editor: no `handleKeyDown` above.
  expect(events.sort()).toEqual(['compositionend', 'compositionupdate', 'keydown'])
  live.awareness.destroy()
})
