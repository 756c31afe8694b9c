// What people do to a text in an editor, at places that numbers choose: type, cut, paste, undo, put an older text back.
import { joinBackward, setBlockType, splitBlock, toggleMark } from '@tiptap/pm/commands'
import { Fragment, type Node, type NodeType, Slice } from '@tiptap/pm/model'
import { liftListItem, sinkListItem, splitListItem, wrapInList } from '@tiptap/pm/schema-list'
import { type Command, TextSelection } from '@tiptap/pm/state'
import { paperSchema } from '../../shared/document/schema'
import type { BoundEditor } from './bound-editor'

const { nodes, marks } = paperSchema
const typeOf = (name: string) => nodes[name] as NodeType

/** Where a move begins, how much it takes, where it ends, and what is written. */
export interface Move {
  readonly kind: MoveKind
  readonly at: number
  readonly length: number
  readonly to: number
  readonly words: string
}
export const moveKinds = [
  'type',
  'erase',
  'replace',
  'split',
  'join',
  'heading',
  'paragraph',
  'list',
  'splitItem',
  'sink',
  'lift',
  'bold',
  'cutAndPaste',
  'cutBlockAndPaste',
  'cutAndPastePlain',
  'intoCell',
  'restorePlain',
  'restoreMarked',
  'undo',
  'redo',
] as const
export type MoveKind = (typeof moveKinds)[number]

/** No editor puts its caret into a surrogate pair. */
const whole = (doc: Node, at: number) =>
  /[\ud800-\udbff]$/.test(doc.textBetween(Math.max(0, at - 1), at)) ? at + 1 : at

/** The nearest place for a caret. */
function caret(doc: Node, at: number): number {
  const asked = Math.min(at, doc.content.size)
  return TextSelection.near(doc.resolve(whole(doc, asked))).from
}

const plainOf = (doc: Node, from: number, to: number) => doc.textBetween(from, to, '\n', '\n')

/** Lines of plain text as paragraphs, open at both ends, as an editor pastes them. */
const plainSlice = (words: string) =>
  new Slice(
    Fragment.from(
      words
        .split('\n')
        .map((line) => typeOf('paragraph').create(null, line ? paperSchema.text(line) : null)),
    ),
    1,
    1,
  )

/** The same text, without the comments. */
const withoutComments = (node: Node): Node => {
  const content = Fragment.from(node.children.map(withoutComments))
  const kept = node.marks.filter(({ type }) => type.name !== 'comment')
  return node.isText ? node.mark(kept) : node.copy(content)
}

const cellWith = (block: Node): Node =>
  typeOf('table').create(null, [
    typeOf('tableRow').create(null, [
      typeOf('tableCell').create(null, block),
      typeOf('tableCell').create(null, typeOf('paragraph').create()),
    ]),
  ])

/** Does one move; one that is not possible there changes nothing. `older` is a text that was there once. */
export function move(
  editor: BoundEditor,
  { kind, at, length, to, words }: Move,
  older: Node,
): void {
  const { doc } = editor
  const size = doc.content.size
  const from = caret(doc, at % (size + 1))
  const end = caret(doc, Math.min(size, from + length))
  const target = caret(doc, to % (size + 1))
  const run = (command: Command, anchor = from, head = from) => {
    editor.select(Math.min(anchor, head), Math.max(anchor, head))
    command(editor.state, (tr) => editor.dispatch(tr))
  }
  const moved = (slice: Slice) => {
    const tr = editor.tr.delete(from, end)
    const place = caret(tr.doc, tr.mapping.map(target))
    editor.dispatch(tr.replaceRange(place, place, slice))
  }
  const $from = doc.resolve(from)
  const block = $from.depth > 0 ? ([$from.before(1), $from.after(1)] as const) : null
  switch (kind) {
    case 'type':
      return editor.dispatch(editor.tr.insertText(words, from))
    case 'erase':
      return editor.dispatch(editor.tr.deleteRange(from, end))
    case 'replace':
      return editor.dispatch(editor.tr.insertText(words, from, end))
    case 'split':
      return run(splitBlock)
    case 'join':
      return run(joinBackward, $from.start(), $from.start())
    case 'heading':
      return run(setBlockType(typeOf('heading'), { level: 1 + (to % 3) }), from, end)
    case 'paragraph':
      return run(setBlockType(typeOf('paragraph')), from, end)
    case 'list':
      return run(wrapInList(typeOf(to % 2 ? 'bulletList' : 'orderedList')), from, end)
    case 'splitItem':
      return run(splitListItem(typeOf('listItem')))
    case 'sink':
      return run(sinkListItem(typeOf('listItem')))
    case 'lift':
      return run(liftListItem(typeOf('listItem')))
    case 'bold':
      return run(toggleMark(marks.bold as never), from, end)
    case 'cutAndPaste':
      return moved(doc.slice(from, end))
    case 'cutAndPastePlain':
      return moved(plainSlice(plainOf(doc, from, end)))
    case 'cutBlockAndPaste': {
      if (!block) return
      const cut = doc.slice(...block).content
      const tr = editor.tr.delete(...block)
      const gap = tr.doc.resolve(tr.mapping.map(target))
      return editor.dispatch(tr.insert(gap.depth > 0 ? gap.before(1) : gap.pos, cut))
    }
    case 'intoCell': {
      const only = $from.depth === 1 && block && doc.nodeAt(block[0])
      if (!block || !only || only.type.name !== 'paragraph') return
      return editor.dispatch(editor.tr.replaceRangeWith(...block, cellWith(only)))
    }
    case 'restorePlain':
      return editor.dispatch(editor.tr.replaceWith(0, size, withoutComments(older).content))
    case 'restoreMarked':
      return editor.dispatch(editor.tr.replaceWith(0, size, older.content))
    case 'undo':
      return editor.undo()
    case 'redo':
      return editor.redo()
  }
}
