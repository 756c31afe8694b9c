// Brings a note's words into sight and lights them up; underlines them where the text is not an editor's.

const shownMs = 2500
const lit = 'note-words'
const underlined = 'own-notes'
let timer = 0

const canHighlight = () => typeof Highlight !== 'undefined'

export function goToWords(words: Range): void {
  const isCalm = window.matchMedia('(prefers-reduced-motion: reduce)').matches
  const { startContainer } = words
  const element = startContainer instanceof Element ? startContainer : startContainer.parentElement
  element?.scrollIntoView({ block: 'center', behavior: isCalm ? 'auto' : 'smooth' })
  if (!canHighlight()) return
  CSS.highlights.set(lit, new Highlight(words))
  window.clearTimeout(timer)
  timer = window.setTimeout(() => CSS.highlights.delete(lit), shownMs)
}

/** Until the returned function is called; older browsers list the notes only. */
export function underlineNotes(words: readonly Range[]): () => void {
  if (!canHighlight()) return () => undefined
  CSS.highlights.set(underlined, new Highlight(...words))
  return () => void CSS.highlights.delete(underlined)
}
