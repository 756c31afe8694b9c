// An editor without a screen: ProseMirror's state bound to a Y.Doc by y-prosemirror's own functions.
import { joinBackward, lift, toggleMark } from '@tiptap/pm/commands'
import type { Node, Schema } from '@tiptap/pm/model'
import { liftListItem, sinkListItem, splitListItem, wrapInList } from '@tiptap/pm/schema-list'
import { type Command, EditorState, TextSelection, type Transaction } from '@tiptap/pm/state'
import {
  addColumnAfter,
  addRowAfter,
  deleteColumn,
  deleteRow,
  toggleHeaderRow,
} from '@tiptap/pm/tables'
import { initProseMirrorDoc, updateYFragment, ySyncPluginKey } from 'y-prosemirror'
import * as Y from 'yjs'
import { paperSchema } from '../../shared/document/schema'
import { seeded } from './seeded'

/** A number from 0 up to, not including, `n`. */
export type Dice = (n: number) => number

/** The same seed gives the same throws. */
export function diceOf(seed: number): Dice {
  const random = seeded(seed)
  return (n) => Math.floor(random() * n)
}

const words = ['đề cương ', 'số', 'a', 'chuyển đổi ', 'x', '👍', 'e\u0301', ' ', 'ủy', 'Điều 1. ']
const { nodes, marks } = paperSchema

/** No editor puts its caret into a surrogate pair, where letters would come apart. */
const whole = (doc: Node, at: number) => {
  const before = doc.textBetween(Math.max(0, at - 1), at)
  return /[\ud800-\udbff]$/.test(before) ? at + 1 : at
}
const pick = <T>(dice: Dice, from: readonly T[]): T => from[dice(from.length)] as T

export class PaperEditor {
  readonly doc: Y.Doc
  readonly undo: Y.UndoManager
  #state: EditorState
  #meta: ReturnType<typeof initProseMirrorDoc>['meta']

  constructor(doc: Y.Doc) {
    this.doc = doc
    this.undo = new Y.UndoManager(this.fragment, {
      trackedOrigins: new Set([ySyncPluginKey]),
      captureTimeout: 0,
    })
    const { state, meta } = this.#read()
    this.#state = state
    this.#meta = meta
  }

  get fragment(): Y.XmlFragment {
    return this.doc.getXmlFragment('default')
  }
  get node(): Node {
    return this.#state.doc
  }

  /** What the binding shows; it deletes from the document what the schema does not allow. */
  #read() {
    const { doc, meta } = initProseMirrorDoc(this.fragment, paperSchema as Schema)
    const filled = doc.childCount > 0 ? doc : (nodes.doc?.createAndFill() as Node)
    return { state: EditorState.create({ doc: filled }), meta }
  }

  /** After anything that did not come from this editor's own typing. */
  refresh(): void {
    const { state, meta } = this.#read()
    this.#state = state
    this.#meta = meta
  }

  /** One act of a person; false when it was not possible there. */
  act(dice: Dice): boolean {
    if (dice(12) === 0) {
      try {
        if (dice(3) > 0) this.undo.undo()
        else this.undo.redo()
      } catch (error) {
        // Yjs 13.6.33 throws when what it undid was deleted by others and collected meanwhile.
        if (!(error instanceof TypeError)) throw error
      }
      this.refresh()
      return true
    }
    const { doc } = this.#state
    const from = dice(doc.content.size + 1)
    const to = dice(4) > 0 ? from + dice(6) : dice(doc.content.size + 1)
    const [a, b] = [from, Math.min(to, doc.content.size)].map((at) => whole(doc, at))
    const selection = TextSelection.between(
      doc.resolve(Math.min(a as number, b as number)),
      doc.resolve(Math.max(a as number, b as number)),
    )
    this.#state = this.#state.apply(this.#state.tr.setSelection(selection))
    try {
      return this.#run(pick(dice, acts)(dice))
    } catch (error) {
      // ProseMirror refuses a step that does not fit where the dice put it.
      if (error instanceof TypeError) throw error
      return false
    }
  }

  #run(command: Command): boolean {
    let next: EditorState | null = null
    command(this.#state, (tr: Transaction) => {
      tr.doc.check()
      next = this.#state.apply(tr)
    })
    if (!next) return false
    this.#state = next
    this.doc.transact(() => {
      updateYFragment(this.doc, this.fragment, this.node, this.#meta)
    }, ySyncPluginKey)
    return true
  }
}

const change =
  (make: (state: EditorState) => Transaction): Command =>
  (state, dispatch) => {
    dispatch?.(make(state))
    return true
  }

const type = (dice: Dice) => change(({ tr }) => tr.insertText(pick(dice, words)))
const erase = () => change(({ tr }) => tr.deleteSelection())
const mark = (dice: Dice) => {
  const kind = pick(dice, [marks.bold, marks.italic, marks.underline, marks.link])
  const isLink = kind === marks.link
  return toggleMark(kind as never, isLink ? { href: `https://example.vn/${dice(3)}` } : null)
}
const split = () => change((state) => state.tr.split(state.selection.from))
const block = (dice: Dice) =>
  change(({ tr, selection: { from, to } }) =>
    dice(2) === 0
      ? tr.setBlockType(from, to, nodes.heading as never, { level: 1 + dice(3) })
      : tr.setBlockType(from, to, nodes.paragraph as never),
  )
const align = (dice: Dice) =>
  change(({ tr, selection: { $from } }) =>
    tr.setNodeAttribute(
      $from.before($from.depth),
      'textAlign',
      pick(dice, ['center', 'right', null, 'justify']),
    ),
  )
const list = (dice: Dice): Command => {
  const item = nodes.listItem as never
  return pick(dice, [
    wrapInList(nodes.bulletList as never),
    wrapInList(nodes.orderedList as never, { start: 1 + dice(3) }),
    splitListItem(item),
    sinkListItem(item),
    liftListItem(item),
    lift,
  ])
}
const table = (dice: Dice): Command => {
  if (dice(3) > 0) {
    return pick(dice, [addRowAfter, addColumnAfter, deleteRow, deleteColumn, toggleHeaderRow])
  }
  return change(({ tr }) => {
    const cell = () => nodes.tableCell?.createAndFill() as Node
    const row = () => nodes.tableRow?.create(null, [cell(), cell()]) as Node
    return tr.replaceSelectionWith(nodes.table?.create(null, [row(), row()]) as Node)
  })
}
const leaf = (dice: Dice) =>
  change(({ tr }) =>
    tr.replaceSelectionWith((dice(2) ? nodes.hardBreak : nodes.horizontalRule)?.create() as Node),
  )
/** Cut or copy what is selected, paste it elsewhere: comment marks go along. */
const paste = (dice: Dice) =>
  change(({ tr, selection }) => {
    const slice = selection.content()
    if (dice(2) === 0) tr.deleteSelection()
    const at = whole(tr.doc, dice(tr.doc.content.size + 1))
    return tr.replaceRange(at, at, slice)
  })

const acts: readonly ((dice: Dice) => Command)[] = [
  ...[type, type, type, type, type, type, type, erase, erase, mark, mark, split, split],
  ...[block, align, list, list, table, leaf, paste, () => joinBackward],
]
