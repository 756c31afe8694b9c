// Other people's carets: one element a client, built once and moved, so that nobody's word is redrawn.

const labelMs = 2500

interface CaretUser {
  readonly name: string
  readonly color: string
}

interface Caret {
  readonly element: HTMLElement
  timer: number | undefined
}

/** The name shows while its owner moves and fades to a small flag. */
export function caretBuilder(): (user: CaretUser, clientId: number) => HTMLElement {
  const carets = new Map<number, Caret>()
  return ({ name, color }, clientId) => {
    let caret = carets.get(clientId)
    if (!caret) {
      caret = { element: document.createElement('span'), timer: undefined }
      caret.element.className = 'paper-caret'
      // The name is drawn by CSS: text inside an editor would be read and copied with it.
      caret.element.setAttribute('aria-hidden', 'true')
      carets.set(clientId, caret)
    }
    const { element } = caret
    element.dataset.name = name
    element.style.setProperty('--caret', color)
    element.classList.add('is-fresh')
    window.clearTimeout(caret.timer)
    caret.timer = window.setTimeout(() => element.classList.remove('is-fresh'), labelMs)
    return element
  }
}

export const selectionOf = ({ color }: CaretUser) => ({
  class: 'paper-selection',
  style: `--caret: ${color}`,
})
