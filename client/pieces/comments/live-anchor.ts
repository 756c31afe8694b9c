// The words selected in a live paper, as positions that others' edits do not shift.
import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import {
  absolutePositionToRelativePosition,
  relativePositionToAbsolutePosition,
  ySyncPluginKey,
} from 'y-prosemirror'
import { createRelativePositionFromJSON, relativePositionToJSON } from 'yjs'
import type { Anchor } from './comment-draft'

/** The range without blanks at its ends; `null` when nothing but blanks is selected. */
function trimmed(doc: Node, from: number, to: number): { from: number; to: number } | null {
  let first: number | null = null
  let last: number | null = null
  doc.nodesBetween(from, to, (node, position) => {
    const text = node.text
    if (text === undefined) return
    for (let at = Math.max(from, position); at < Math.min(to, position + text.length); at++) {
      if (/\s/.test(text[at - position] ?? ' ')) continue
      first ??= at
      last = at + 1
    }
  })
  return first !== null && last !== null ? { from: first, to: last } : null
}

function anchorOf({ state }: Editor, from: number, to: number): Anchor | null {
  const sync = ySyncPluginKey.getState(state)
  const range = trimmed(state.doc, from, to)
  if (!sync?.binding || !range) return null
  const relative = (position: number) =>
    relativePositionToJSON(
      absolutePositionToRelativePosition(position, sync.type, sync.binding.mapping),
    )
  return {
    from: relative(range.from),
    to: relative(range.to),
    quote: state.doc.textBetween(range.from, range.to, '\n', '\n'),
  }
}

export function anchorOfSelection(editor: Editor): Anchor | null {
  const { from, to, empty } = editor.state.selection
  return empty ? null : anchorOf(editor, from, to)
}

/** All words of a paragraph, by its element in the text. */
export function anchorOfParagraph(editor: Editor, paragraph: HTMLElement): Anchor | null {
  const at = editor.state.doc.resolve(editor.view.posAtDOM(paragraph, 0))
  return at.parent.isTextblock ? anchorOf(editor, at.start(), at.end()) : null
}

/** Where an anchor stands in the text as it is now; `null` when its words are gone. */
export function rangeOfAnchor(
  { state }: Editor,
  anchor: Anchor,
): { from: number; to: number } | null {
  const sync = ySyncPluginKey.getState(state)
  if (!sync?.binding) return null
  const absolute = (position: unknown) =>
    relativePositionToAbsolutePosition(
      sync.doc,
      sync.type,
      createRelativePositionFromJSON(position),
      sync.binding.mapping,
    )
  const [from, to] = [absolute(anchor.from), absolute(anchor.to)]
  return from !== null && to !== null && from < to ? { from, to } : null
}
