// Writes nested lists out of items that only say how deep they stand, as Word has them.
import type { ListForm } from './word-list'

interface OpenList {
  readonly form: ListForm
  readonly items: string[]
}

export const listTag = ({ tag, type, start }: ListForm) => {
  if (tag === 'ul') return '<ul>'
  return `<ol${start > 1 ? ` start="${start}"` : ''}${type !== '1' ? ` type="${type}"` : ''}>`
}
const written = ({ form, items }: OpenList) =>
  `${listTag(form)}${items.map((item) => `<li>${item}</li>`).join('')}</${form.tag}>`

export class ListWriter {
  readonly #open: OpenList[] = []

  /** Begins an item `level` deep; its blocks are added next. Returns what was closed before it, if anything. */
  wordItem(level: number, form: ListForm): string {
    let before = ''
    while (this.#open.length > level) this.#end()
    const last = this.#open.at(-1)
    const isSame = last?.form.tag === form.tag && last.form.type === form.type
    if (last && this.#open.length === level && !isSame) {
      if (this.#open.length === 1) before = this.close()
      else this.#end()
    }
    // A level that is skipped is not made up: no item would stand in it.
    if (this.#open.length < level) this.#open.push({ form, items: [] })
    this.#open.at(-1)?.items.push('')
    return before
  }

  /** To the item that is open. */
  add(block: string): void {
    const items = this.#open.at(-1)?.items
    if (items) items.push(`${items.pop() ?? ''}${block}`)
  }

  /** Ends all that is open. */
  close(): string {
    while (this.#open.length > 1) this.#end()
    const outer = this.#open.pop()
    return outer ? written(outer) : ''
  }

  /** The innermost list becomes part of the item around it. */
  #end(): void {
    const inner = this.#open.pop()
    if (!inner) return
    const around = this.#open.at(-1)
    if (around) this.add(written(inner))
    else this.#open.push(inner)
  }
}
