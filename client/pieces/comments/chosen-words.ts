// Keeps the words of a new comment visible while the comment is typed, without touching the text.
import { useEffect } from 'react'

const name = 'comment-chosen'

/** Paints a range by the browser's highlight registry; older browsers show the quote in the card. */
export function useChosenWords(rangeOf: () => Range | null, isOn: boolean): void {
  useEffect(() => {
    if (!isOn || typeof Highlight === 'undefined') return
    const range = rangeOf()
    if (range) CSS.highlights.set(name, new Highlight(range))
    return () => void CSS.highlights.delete(name)
  }, [rangeOf, isOn])
}
