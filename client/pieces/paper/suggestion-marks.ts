// Suggested wordings shown in the text on demand: what would go is struck, what would come stands behind it.

import { type Editor, Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import { afterWord } from './after-word'
import { isFromDocument } from './collaboration'
import { changedBlocks, markedRuns } from './marked-words'
import { readCaret } from './read-caret'

/** The words to come, by thread; empty ones mean that the marked words would only go. */
export type Suggestions = ReadonlyMap<string, string>

interface Drawn {
  readonly wanted: Suggestions
  readonly set: DecorationSet
}

const key = new PluginKey<Drawn>('suggestionMarks')

/** Where each thread's last marked word ends. */
function ends(doc: Node, wanted: Suggestions): Map<string, number> {
  const found = new Map<string, number>()
  doc.forEach((block, position) => {
    for (const { offset, size, threads } of markedRuns(block)) {
      for (const thread of threads) {
        if (wanted.has(thread)) found.set(thread, position + offset + size)
      }
    }
  })
  return found
}

const inserted = (words: string) => () => {
  const box = document.createElement('ins')
  box.className = 'paper-inserted'
  box.textContent = words
  return box
}

function drawn(doc: Node, wanted: Suggestions, from: number, to: number): Decoration[] {
  const found: Decoration[] = []
  if (wanted.size === 0) return found
  doc.forEach((block, position) => {
    if (position < from || position >= to) return
    for (const { offset, size, threads } of markedRuns(block)) {
      if (!threads.some((thread) => wanted.has(thread))) continue
      const at = position + offset
      found.push(Decoration.inline(at, at + size, { class: 'paper-struck' }))
    }
  })
  for (const [thread, end] of ends(doc, wanted)) {
    const words = wanted.get(thread)
    if (!words || end <= from || end > to) continue
    // The key keeps the element where it stands while others write.
    const spec = { side: 1, key: `${thread} ${words}`, ignoreSelection: true, marks: [] }
    found.push(Decoration.widget(end, inserted(words), spec))
  }
  return found
}

/** Never part of the document, and nothing is drawn anew under a word that is being composed. */
export const SuggestionMarks = Extension.create({
  name: 'suggestionMarks',
  addProseMirrorPlugins() {
    let shown: EditorView | null = null
    return [
      new Plugin<Drawn>({
        key,
        view: (view) => {
          shown = view
          return {}
        },
        state: {
          init: () => ({ wanted: new Map(), set: DecorationSet.empty }),
          apply: (transaction, before) => {
            const { doc, mapping, docChanged } = transaction
            const wanted: Suggestions = transaction.getMeta(key) ?? before.wanted
            if (wanted === before.wanted && !docChanged) return before
            if (wanted.size === 0) return { wanted, set: DecorationSet.empty }
            if (wanted !== before.wanted || isFromDocument(transaction)) {
              const all = drawn(doc, wanted, 0, doc.content.size)
              return { wanted, set: DecorationSet.create(doc, all) }
            }
            const moved = before.set.map(mapping, doc)
            if (shown?.composing) return { wanted, set: moved }
            const { from, to } = changedBlocks(transaction.before, doc)
            const [old, now] = [moved.find(from, to), drawn(doc, wanted, from, to)]
            const isPlain = old.length + now.length === 0
            return { wanted, set: isPlain ? moved : moved.remove(old).add(doc, now) }
          },
        },
        props: { decorations: (state) => key.getState(state)?.set },
      }),
    ]
  },
})

/** Shows these; a word being composed is finished first. Returns what stops the wait. */
export const showSuggestions = (editor: Editor, wanted: Suggestions): (() => void) =>
  afterWord(editor.view, () => {
    const known = key.getState(editor.state)?.wanted
    if (known?.size === 0 && wanted.size === 0) return
    readCaret(editor.view)
    editor.view.dispatch(editor.state.tr.setMeta(key, wanted).setMeta('addToHistory', false))
  })
