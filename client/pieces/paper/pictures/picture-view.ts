// A picture in the editor: drawn by hand, so that nothing in it can be typed into; it is chosen as a whole.
import type { Node } from '@tiptap/pm/model'
import type { NodeView } from '@tiptap/pm/view'
import { digestIn, pictureName } from '../../../../shared/document/picture'
import './picture.css'

export interface PictureWords {
  readonly lost: string
  readonly edit: string
}

export interface PictureEvents {
  readonly words: () => PictureWords
  readonly edit: (position: number) => void
  readonly mayEdit: () => boolean
}

export class PictureView implements NodeView {
  readonly dom = document.createElement('figure')
  readonly #image = document.createElement('img')
  readonly #lost = document.createElement('span')
  readonly #caption = document.createElement('figcaption')
  readonly #edit = document.createElement('button')
  #node: Node

  constructor(node: Node, position: () => number | undefined, events: PictureEvents) {
    this.#node = node
    this.dom.className = 'paper-picture is-in-editor'
    this.dom.contentEditable = 'false'
    this.#image.draggable = false
    this.#image.decoding = 'async'
    this.#image.onerror = () => this.#show(false)
    this.#image.onload = () => this.#show(true)
    this.#lost.className = 'paper-picture-lost'
    this.#lost.textContent = events.words().lost
    this.#edit.type = 'button'
    this.#edit.className = 'paper-picture-edit'
    this.#edit.textContent = events.words().edit
    // The picture stays chosen while the mouse presses.
    this.#edit.onmousedown = (event) => event.preventDefault()
    const edit = () => {
      const at = position()
      if (at !== undefined && events.mayEdit()) events.edit(at)
    }
    this.#edit.onclick = edit
    this.#image.ondblclick = edit
    this.dom.append(this.#image, this.#lost, this.#caption, this.#edit)
    this.#draw()
  }

  #show(isThere: boolean): void {
    this.#image.hidden = !isThere
    this.#lost.hidden = isThere
  }

  #draw(): void {
    const { src, alt, caption, width, height } = this.#node.attrs
    const isOurs = digestIn(src) !== null
    this.#show(isOurs)
    this.#image.alt = pictureName({ alt: alt || caption })
    for (const [name, value] of Object.entries({ width, height })) {
      if (typeof value === 'number') this.#image.setAttribute(name, String(value))
      else this.#image.removeAttribute(name)
    }
    if (isOurs && this.#image.getAttribute('src') !== src) this.#image.src = src
    this.#caption.textContent = String(caption ?? '')
    this.#caption.hidden = !caption
  }

  update(node: Node): boolean {
    if (node.type !== this.#node.type) return false
    this.#node = node
    this.#draw()
    return true
  }

  selectNode(): void {
    this.dom.classList.add('ProseMirror-selectednode')
  }
  deselectNode(): void {
    this.dom.classList.remove('ProseMirror-selectednode')
  }

  stopEvent(event: Event): boolean {
    return event.target === this.#edit
  }
  ignoreMutation(): boolean {
    return true
  }
}
