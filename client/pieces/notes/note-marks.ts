// One's own notes drawn in the live text for oneself alone: decorations, no part of the paper.

import { type Editor, Extension } from '@tiptap/core'
import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import {
  absolutePositionToRelativePosition,
  relativePositionToAbsolutePosition,
  ySyncPluginKey,
} from 'y-prosemirror'
import type { RelativePosition } from 'yjs'
import { afterWord } from '../paper/after-word'
import { readCaret } from '../paper/read-caret'
import type { Range } from './find-words'

/** Words by positions that others' edits do not shift. */
export interface Mark {
  readonly from: RelativePosition
  readonly to: RelativePosition
}
interface Marks {
  readonly marks: readonly Mark[]
  readonly set: DecorationSet
}

const key = new PluginKey<Marks>('noteMarks')
const nothing: Marks = { marks: [], set: DecorationSet.empty }

function draw(state: EditorState, marks: readonly Mark[]): DecorationSet {
  const sync = ySyncPluginKey.getState(state)
  if (!sync?.binding || marks.length === 0) return DecorationSet.empty
  const absolute = (position: RelativePosition) =>
    relativePositionToAbsolutePosition(sync.doc, sync.type, position, sync.binding.mapping)
  const drawn = marks.flatMap(({ from, to }) => {
    const [start, end] = [absolute(from), absolute(to)]
    return start !== null && end !== null && start < end && end <= state.doc.content.size
      ? [Decoration.inline(start, end, { class: 'own-note' })]
      : []
  })
  return DecorationSet.create(state.doc, drawn)
}

export const NoteMarks = Extension.create({
  name: 'noteMarks',
  addProseMirrorPlugins: () => [
    new Plugin<Marks>({
      key,
      state: {
        init: () => nothing,
        apply: (transaction, before, _old, state) => {
          const marks: readonly Mark[] = transaction.getMeta(key) ?? before.marks
          if (marks !== before.marks) return { marks, set: draw(state, marks) }
          if (!transaction.docChanged) return before
          // What comes from the document replaces all of it: mapping would lose every place.
          const isFromDocument = transaction.getMeta(ySyncPluginKey)?.isChangeOrigin === true
          const { set } = before
          return {
            marks,
            set: isFromDocument ? draw(state, marks) : set.map(transaction.mapping, state.doc),
          }
        },
      },
      props: { decorations: (state) => key.getState(state)?.set },
    }),
  ],
})

/** Of a range of the text as it is now; `null` while it is not bound. */
export function markOf({ state }: Editor, { from, to }: Range): Mark | null {
  const sync = ySyncPluginKey.getState(state)
  if (!sync?.binding) return null
  const relative = (position: number) =>
    absolutePositionToRelativePosition(position, sync.type, sync.binding.mapping)
  return { from: relative(from), to: relative(to) }
}

/** Shows these words as noted, and nothing else; waits while a word is being composed. */
export const showNotes = (editor: Editor, marks: readonly Mark[]): (() => void) =>
  afterWord(editor.view, () => {
    const { view, state } = editor
    if (marks.length === 0 && key.getState(state)?.marks.length === 0) return
    readCaret(view)
    view.dispatch(view.state.tr.setMeta(key, marks))
  })
