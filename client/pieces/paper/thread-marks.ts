// The marked words of comments: which one is in hand, which are answered, and a click on them.
import { type Editor, Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'

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

/** Where each thread's first marked word stands. */
export function threadPositions(doc: Node): Map<string, number> {
  const found = new Map<string, number>()
  doc.descendants((node, position) => {
    for (const { type, attrs } of node.marks) {
      const thread = String(attrs.thread)
      if (type.name === 'comment' && !found.has(thread)) found.set(thread, position)
    }
  })
  return found
}

function draw(doc: Node, { focused, answered }: ThreadLooks): DecorationSet {
  if (focused === null && answered.size === 0) return DecorationSet.empty
  const drawn: Decoration[] = []
  doc.descendants((node, position) => {
    const threads = node.marks.flatMap(({ type, attrs }) =>
      type.name === 'comment' ? [String(attrs.thread)] : [],
    )
    if (threads.length === 0) return
    const looks = [
      ...(threads.some((thread) => thread === focused) ? ['is-focused'] : []),
      ...(threads.every((thread) => answered.has(thread)) ? ['is-answered'] : []),
    ]
    if (looks.length === 0) return
    const end = position + node.nodeSize
    drawn.push(Decoration.inline(position, end, { class: `paper-thread ${looks.join(' ')}` }))
  })
  return DecorationSet.create(doc, drawn)
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
              return { looks, set: draw(doc, looks) }
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

export function showThreads(editor: Editor, looks: ThreadLooks): void {
  editor.view.dispatch(editor.state.tr.setMeta(key, looks))
}
