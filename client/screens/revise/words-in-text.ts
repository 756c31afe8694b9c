// Words of an answer in the live text: those that are selected, and finding them again.
import type { Editor } from '@tiptap/core'
import { goToWords } from '../../pieces/notes/go-to-words'

export function selectedWords({ state }: Editor): string {
  const { from, to } = state.selection
  return state.doc.textBetween(from, to, '\n', ' ').trim()
}

/** Brings them into sight; false when no paragraph has their first line any more. */
export function showWords(editor: Editor, words: string): boolean {
  const line = words.split('\n')[0]?.trim() ?? ''
  if (line === '') return false
  let at: number | null = null
  editor.state.doc.descendants((node, position) => {
    if (at !== null || !node.isTextblock) return at === null
    const found = node.textBetween(0, node.content.size, '', ' ').indexOf(line)
    if (found >= 0) at = position + 1 + found
    return false
  })
  if (at === null) return false
  const range = document.createRange()
  const [start, end] = [editor.view.domAtPos(at), editor.view.domAtPos(at + line.length)]
  range.setStart(start.node, start.offset)
  range.setEnd(end.node, end.offset)
  goToWords(range)
  return true
}
