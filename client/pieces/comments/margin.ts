// Keeps the cards beside their words: measures the page, places the cards, and reports the words' order.
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { places } from './places'

/** The text beside which the cards stand. */
export interface MarginText {
  readonly root: HTMLElement
  /** The top of the words a new comment is about, in the window. */
  readonly composerTop: () => number | null
  /** Called on every change of the text until the returned function is called. */
  readonly onChange: (tell: () => void) => () => void
}

export const composerId = 'composer'

/** Below every word of any paper. */
const last = Number.MAX_SAFE_INTEGER

/** Each thread's first marked words, in document order. */
function firstWords(root: HTMLElement): Map<string, HTMLElement> {
  const found = new Map<string, HTMLElement>()
  for (const words of root.querySelectorAll<HTMLElement>('[data-thread]')) {
    const { thread } = words.dataset
    if (thread && !found.has(thread)) found.set(thread, words)
  }
  return found
}

function lay(list: HTMLElement, text: MarginText | null, focused: string | null): string[] | null {
  // An empty text has yet to come: its words are not gone.
  const words = text?.root.textContent ? firstWords(text.root) : null
  const isBeside =
    text !== null &&
    list.offsetParent !== null &&
    text.root.getBoundingClientRect().right <= list.getBoundingClientRect().left + 1
  const cards = [...list.querySelectorAll<HTMLElement>(':scope > [data-card]')]
  if (!isBeside) {
    list.classList.remove('is-margin')
    list.style.height = ''
    for (const card of cards) card.style.transform = ''
    return words && [...words.keys()]
  }
  const start = list.getBoundingClientRect().top
  const sizes = cards.map((card) => {
    const id = card.dataset.card ?? ''
    const top = id === composerId ? text.composerTop() : words?.get(id)?.getBoundingClientRect().top
    return { id, want: top == null ? null : top - start - 8, height: card.offsetHeight }
  })
  // Cards without words on the page come last; the sort keeps the order of equals.
  const inOrder = sizes.toSorted((a, b) => (a.want ?? last) - (b.want ?? last))
  const tops = places(inOrder, focused)
  let end = 0
  list.classList.add('is-margin')
  cards.forEach((card, index) => {
    const top = Math.round(tops.get(card.dataset.card ?? '') ?? 0)
    card.style.transform = `translateY(${top}px)`
    end = Math.max(end, top + (sizes[index]?.height ?? 0))
  })
  list.style.height = `${end}px`
  return words && [...words.keys()]
}

/** The ids of the threads found in the text, in order; `null` before the text is there. */
export function useMargin(
  list: HTMLElement | null,
  text: MarginText | null,
  focused: string | null,
): readonly string[] | null {
  const [found, setFound] = useState<readonly string[] | null>(null)
  const frame = useRef(0)
  const latest = useRef({ list, text, focused })
  latest.current = { list, text, focused }
  const schedule = useRef(() => {
    if (frame.current) return
    frame.current = requestAnimationFrame(() => {
      frame.current = 0
      const { list, text, focused } = latest.current
      if (!list) return
      const order = lay(list, text, focused)
      setFound((known) => (known?.join() === order?.join() ? known : order))
    })
  })
  // After every render: a card may have come, gone or grown.
  useLayoutEffect(() => schedule.current())
  useEffect(() => {
    if (!list) return
    const again = () => schedule.current()
    const sizes = new ResizeObserver(again)
    const watch = () => {
      for (const card of list.children) sizes.observe(card)
    }
    sizes.observe(list)
    if (text) sizes.observe(text.root)
    watch()
    const cards = new MutationObserver(() => {
      watch()
      again()
    })
    cards.observe(list, { childList: true })
    const stop = text?.onChange(again)
    document.addEventListener('scroll', again, { capture: true, passive: true })
    window.addEventListener('resize', again)
    return () => {
      sizes.disconnect()
      cards.disconnect()
      stop?.()
      document.removeEventListener('scroll', again, { capture: true })
      window.removeEventListener('resize', again)
    }
  }, [list, text])
  useEffect(
    () => () => {
      cancelAnimationFrame(frame.current)
      frame.current = 0
    },
    [],
  )
  return found
}
