// Draws a little later what may be drawn at any time: while a word is being composed, the browser would lose it.
import type { EditorView } from '@tiptap/pm/view'
import { afterCompositionMs } from '../live/held-frames'

/** Draws at once, or when the word that is being composed is finished. Returns what gives it up. */
export function afterWord(view: EditorView, draw: () => void): () => void {
  let timer = 0
  const wait = () => {
    timer = window.setTimeout(attempt, afterCompositionMs)
  }
  const attempt = () => {
    if (view.isDestroyed) return
    if (view.composing) view.dom.addEventListener('compositionend', wait, { once: true })
    else draw()
  }
  attempt()
  return () => {
    window.clearTimeout(timer)
    if (!view.isDestroyed) view.dom.removeEventListener('compositionend', wait)
  }
}
