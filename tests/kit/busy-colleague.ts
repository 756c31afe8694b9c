// A colleague who never rests: types, bolds, splits, joins and adds paragraphs around another's caret.
import { joinBackward, toggleMark } from '@tiptap/pm/commands'
import type { Node } from '@tiptap/pm/model'
import { absolutePositionToRelativePosition, ySyncPluginKey } from 'y-prosemirror'
import { paperSchema } from '../../shared/document/schema'
import { BoundEditor } from './bound-editor'
import type { Dice } from './paper-editor'
import type { StockClient } from './visitor'

/** The colleague writes capitals and digits only, the author never does: so they can be told apart. */
const colleaguesOwn = /[A-Z0-9]/g

/** What the author wrote, without the paragraphs' ends: a colleague may split and join. */
export const authorsWords = (text: string): string => text.replace(colleaguesOwn, '')

interface Block {
  readonly start: number
  readonly text: string
  /** The paragraph that the author writes in now, or one before it. */
  readonly isCurrent: boolean
  readonly isAuthors: boolean
}

const bold = toggleMark(paperSchema.marks.bold as never)

export class BusyColleague {
  readonly editor: BoundEditor
  readonly #dice: Dice
  #count = 0
  /** How often each act was done. */
  readonly done: Record<string, number> = {}

  /** The client has to be synced. */
  constructor(client: StockClient, dice: Dice) {
    this.editor = new BoundEditor(client)
    this.#dice = dice
  }

  get text(): string {
    return this.editor.doc.textContent
  }

  /** Writes a word above everything; gives it. */
  signal(): string {
    const word = `Z${this.#count++}Z`
    this.editor.dispatch(this.editor.tr.insertText(word, 1))
    return word
  }

  /** One act. `mayTouchWord`: also inside the word that the author is at. */
  act(mayTouchWord: boolean): void {
    const acts = [this.#type, this.#type, this.#typeElsewhere, this.#bold, this.#add]
    const act = [...acts, this.#split, this.#join][this.#dice(7)] ?? this.#type
    const name = act.call(this, mayTouchWord)
    if (name) this.done[name] = (this.done[name] ?? 0) + 1
  }

  /** Just where the author's caret is, after the last letter of the paragraph. */
  typeAtEnd(): string {
    const block = this.#authors()
    return this.#typeAt(block.start + block.text.length)
  }

  /** Puts the caret after so many letters of the author's paragraph, and writes nothing. */
  lookAt(letters: number): void {
    const block = this.#authors()
    this.#showCaret(block.start + letters)
  }

  /** Makes the whole of the author's paragraph bold, or plain. */
  embolden(isBold: boolean): void {
    const { start, text } = this.#authors()
    const { tr } = this.editor
    const end = start + text.length
    this.editor.dispatch(
      isBold ? tr.addMark(start, end, paperSchema.mark('bold')) : tr.removeMark(start, end),
    )
  }

  /** Up to three words of the author's paragraph, the one at the caret too, as a comment's body. */
  quote(): ReturnType<BoundEditor['quote']> | null {
    const block = this.#current()
    const words = block?.text.trim().split(' ') ?? []
    const from = Math.max(0, words.length - 1 - this.#dice(8))
    const quote = words.slice(from, from + 1 + this.#dice(3)).join(' ')
    return quote === '' ? null : this.editor.quote(quote)
  }

  #blocks(): Block[] {
    const found: Omit<Block, 'isCurrent'>[] = []
    this.editor.doc.descendants((node: Node, position) => {
      if (!node.isTextblock) return true
      const text = node.textContent
      found.push({ start: position + 1, text, isAuthors: authorsWords(text) !== '' })
      return false
    })
    const last = found.findLastIndex(({ isAuthors }) => isAuthors)
    return found.map((block, at) => ({ ...block, isCurrent: at === last }))
  }
  #current = () => this.#blocks().find(({ isCurrent }) => isCurrent)
  #authors(): Block {
    const block = this.#current()
    if (!block) throw new Error('the author has not begun')
    return block
  }
  #word = () => `${String.fromCharCode(65 + this.#dice(25))}${this.#count++}`

  #typeAt(position: number): string {
    const word = this.#word()
    this.editor.dispatch(this.editor.tr.insertText(word, position))
    this.#showCaret(position + word.length)
    return word
  }

  #showCaret(position: number): void {
    const { binding, type } = ySyncPluginKey.getState(this.editor.state)
    const at = absolutePositionToRelativePosition(position, type, binding.mapping)
    const { awareness } = this.editor.client.provider
    awareness.setLocalStateField('cursor', { anchor: at, head: at })
  }

  #type(mayTouchWord: boolean): string | null {
    const block = this.#current()
    if (!block) return null
    const { start, text } = block
    if (mayTouchWord) {
      this.#typeAt(start + this.#dice(text.length + 1))
      return 'typed anywhere in the paragraph'
    }
    // UniKey takes back as many letters as it has written, whosever they are.
    const hot = text.lastIndexOf(' ', text.lastIndexOf(' ') - 1)
    this.#typeAt(start + (hot > 0 ? this.#dice(hot + 1) : 0))
    return 'typed in the paragraph'
  }

  #typeElsewhere(): string | null {
    const others = this.#blocks().filter(({ isCurrent }) => !isCurrent)
    const block = others[this.#dice(others.length)]
    if (!block) return null
    this.#typeAt(block.start + this.#dice(block.text.length + 1))
    return 'typed elsewhere'
  }

  #bold(): string | null {
    const block = this.#current()
    if (!block || block.text === '') return null
    const from = Math.max(0, block.text.length - 1 - this.#dice(40))
    const to = Math.min(block.text.length, from + 1 + this.#dice(20))
    this.editor.select(block.start + from, block.start + to)
    this.editor.run(bold)
    return 'bolded'
  }

  #add(): string {
    const paragraph = paperSchema.node('paragraph', null, [paperSchema.text(this.#word())])
    this.editor.dispatch(this.editor.tr.insert(0, paragraph))
    return 'added a paragraph above'
  }

  #split(): string | null {
    const others = this.#blocks().filter(({ isCurrent, text }) => !isCurrent && text.length > 3)
    const block = others[others.length - 1 - this.#dice(Math.min(4, others.length))]
    if (!block) return null
    const at = block.start + 1 + this.#dice(block.text.length - 1)
    this.editor.dispatch(this.editor.tr.split(at))
    return 'split'
  }

  #join(): string | null {
    const blocks = this.#blocks()
    const current = blocks.findIndex(({ isCurrent }) => isCurrent)
    // Never into or out of the paragraph under the author's hands: Yjs would take letters away.
    const ends = current < 0 ? blocks.length : current
    if (ends < 6) return null
    const block = blocks[ends - 1 - this.#dice(Math.min(4, ends - 1))]
    if (!block) return null
    this.editor.select(block.start)
    this.editor.run(joinBackward)
    return 'joined'
  }
}
