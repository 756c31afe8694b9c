// The marked words of comments: which one is in hand, which are answered, and a click on them.

import { type Editor, Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { afterWord } from './after-word'
import { isFromDocument } from './collaboration'
import { changedBlocks, markedRuns } from './marked-words'
import { readCaret } from './read-caret'

/** How threads are shown in the text; an unlisted one is open. */
export interface ThreadLooks {
  readonly focused: string | null
  readonly answered: ReadonlySet<string>
}

interface Marks {
  readonly looks: ThreadLooks
  readonly set: DecorationSet
}

const key = new PluginKey<Marks>('threadMarks')
const afterCaretMs = 30
const plain: ThreadLooks = { focused: null, answered: new Set() }

function drawn(doc: Node, { focused, answered }: ThreadLooks, from: number, to: number) {
  const found: Decoration[] = []
  if (focused === null && answered.size === 0) return found
  doc.forEach((block, position) => {
    if (position < from || position >= to) return
    for (const { offset, size, threads } of markedRuns(block)) {
      const looks = [
        ...(threads.some((thread) => thread === focused) ? ['is-focused'] : []),
        ...(threads.every((thread) => answered.has(thread)) ? ['is-answered'] : []),
      ]
      if (looks.length === 0) continue
      const at = position + offset
      found.push(Decoration.inline(at, at + size, { class: `paper-thread ${looks.join(' ')}` }))
    }
  })
  return found
}

const drawAll = (doc: Node, looks: ThreadLooks) =>
  DecorationSet.create(doc, drawn(doc, looks, 0, doc.content.size))

/** After typing, only what stands in the changed blocks is drawn anew. */
function drawChanged(marks: Marks, transaction: Transaction): DecorationSet {
  const { before, doc, mapping } = transaction
  const { from, to } = changedBlocks(before, doc)
  const moved = marks.set.map(mapping, doc)
  const old = moved.find(from, to)
  const now = drawn(doc, marks.looks, from, to)
  return old.length + now.length === 0 ? moved : moved.remove(old).add(doc, now)
}

/** The thread clicked on; on overlapping words a second click reaches the next one. */
function threadAt(target: EventTarget | null, focused: string | null): string | null {
  const threads: string[] = []
  let element = target instanceof Element ? target.closest<HTMLElement>('[data-thread]') : null
  while (element) {
    if (element.dataset.thread) threads.push(element.dataset.thread)
    element = element.parentElement?.closest<HTMLElement>('[data-thread]') ?? null
  }
  const next = focused === null ? 0 : (threads.indexOf(focused) + 1) % Math.max(1, threads.length)
  return threads[next] ?? null
}

export const threadMarks = (picked: (thread: string) => void) =>
  Extension.create({
    name: 'threadMarks',
    addProseMirrorPlugins() {
      return [
        new Plugin<Marks>({
          key,
          state: {
            init: () => ({ looks: plain, set: DecorationSet.empty }),
            apply: (transaction, marks, _before, { doc }) => {
              const looks: ThreadLooks = transaction.getMeta(key) ?? marks.looks
              if (looks === marks.looks && !transaction.docChanged) return marks
              const isOwn = looks === marks.looks && !isFromDocument(transaction)
              return { looks, set: isOwn ? drawChanged(marks, transaction) : drawAll(doc, looks) }
            },
          },
          props: {
            decorations: (state) => key.getState(state)?.set,
            handleClick: (view, _position, event) => {
              const focused = key.getState(view.state)?.looks.focused ?? null
              const thread = threadAt(event.target, focused)
              // Later: the editor must read where the click put the caret before it is drawn anew.
              if (thread) window.setTimeout(() => picked(thread), afterCaretMs)
              return false
            },
          },
        }),
      ]
    },
  })

/** Shows threads so; a word being composed is finished first. Returns what stops the wait. */
export const showThreads = (editor: Editor, looks: ThreadLooks): (() => void) =>
  afterWord(editor.view, () => {
    readCaret(editor.view)
    editor.view.dispatch(editor.state.tr.setMeta(key, looks))
  })
