// The real y-prosemirror plugins on a stock client, with a view that has no screen.
import { Fragment, type Node, Slice } from '@tiptap/pm/model'
import { type Command, EditorState, TextSelection, type Transaction } from '@tiptap/pm/state'
import {
  absolutePositionToRelativePosition,
  ySyncPlugin,
  ySyncPluginKey,
  yUndoPlugin,
  yUndoPluginKey,
} from 'y-prosemirror'
import * as Y from 'yjs'
import { paperSchema } from '../../shared/document/schema'
import type { StockClient } from './visitor'

interface PluginView {
  update?(view: unknown): void
  destroy?(): void
}

export class BoundEditor {
  readonly client: StockClient
  #state: EditorState
  readonly #views: PluginView[] = []

  /** The client has to be synced. */
  constructor(client: StockClient) {
    this.client = client
    const plugins = [ySyncPlugin(client.text), yUndoPlugin()]
    this.#state = EditorState.create({ schema: paperSchema, plugins })
    const editor = this
    const view = {
      get state() {
        return editor.#state
      },
      dispatch: (tr: Transaction) => this.dispatch(tr),
      hasFocus: () => false,
    }
    for (const plugin of plugins) {
      const made = plugin.spec.view?.(view as never)
      if (made) this.#views.push(made as PluginView)
    }
  }

  get doc(): Node {
    return this.#state.doc
  }
  get tr(): Transaction {
    return this.#state.tr
  }

  dispatch(tr: Transaction): void {
    this.#state = this.#state.apply(tr)
    for (const view of this.#views) view.update?.(this)
  }
  get state(): EditorState {
    return this.#state
  }

  /** Runs an editor command, as a key would; it has to apply. */
  run(command: Command): void {
    const isDone = command(this.#state, (tr) => this.dispatch(tr))
    if (!isDone) throw new Error('the command does not apply here')
  }

  select(from: number, to = from): void {
    this.dispatch(this.tr.setSelection(TextSelection.create(this.doc, from, to)))
  }

  /** What is done from here on is one step of undo. */
  startUndoStep(): void {
    yUndoPluginKey.getState(this.#state)?.undoManager.stopCapturing()
  }
  undo(): void {
    yUndoPluginKey.getState(this.#state)?.undoManager.undo()
  }

  redo(): void {
    yUndoPluginKey.getState(this.#state)?.undoManager.redo()
  }

  /** Writes paragraphs at the end, as one transaction. */
  append(...texts: string[]): void {
    const paragraphs = texts.map((text) =>
      paperSchema.node('paragraph', null, [paperSchema.text(text)]),
    )
    this.dispatch(this.tr.insert(this.doc.content.size, paragraphs))
  }

  /** Takes a block out and gives it back, as the clipboard holds it. */
  cutBlock(words: string): Slice {
    const block = this.doc.resolve(find(this.doc, words)[0])
    const [from, to] = [block.before(1), block.after(1)]
    const slice = new Slice(Fragment.from(this.doc.slice(from, to).content), 0, 0)
    this.dispatch(this.tr.delete(from, to))
    return slice
  }
  pasteAtEnd(slice: Slice): void {
    this.dispatch(this.tr.insert(this.doc.content.size, slice.content))
  }

  /** The words as the body of a new comment, by relative positions. */
  quote(words: string) {
    const [from, to] = find(this.doc, words)
    const { binding, type } = ySyncPluginKey.getState(this.#state)
    const relative = (at: number) =>
      Y.relativePositionToJSON(absolutePositionToRelativePosition(at, type, binding.mapping))
    return { from: relative(from), to: relative(to), quote: words }
  }

  /** The words that bear a thread's mark. */
  marked(thread: string): string {
    return markedIn(this.doc, thread)
  }
  /** Resolves when the thread's marked words are these. */
  async untilMarked(thread: string, words: string): Promise<void> {
    while (this.marked(thread) !== words) {
      await new Promise<void>((resolve) => this.client.doc.once('update', () => resolve()))
    }
  }

  leave(): void {
    for (const view of this.#views) view.destroy?.()
    this.client.leave()
  }
}

export function markedIn(doc: Node, thread: string): string {
  let words = ''
  doc.descendants((node) => {
    if (node.marks.some(({ type, attrs }) => type.name === 'comment' && attrs.thread === thread)) {
      words += node.text ?? ''
    }
  })
  return words
}

/** The ProseMirror positions of words that stand in one block. */
export function find(doc: Node, words: string): [from: number, to: number] {
  let found: [number, number] | null = null
  doc.descendants((node, pos) => {
    if (!node.isTextblock || found) return
    const at = node.textContent.indexOf(words)
    if (at >= 0) found = [pos + 1 + at, pos + 1 + at + words.length]
  })
  if (!found) throw new Error(`not in the paper: ${words}`)
  return found
}
