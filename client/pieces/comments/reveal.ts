// Brings the words of a thread into sight, when they are not.

const scrollerOf = (element: Element): Element | null => {
  for (let box = element.parentElement; box; box = box.parentElement) {
    const isScrolled = box.scrollHeight > box.clientHeight
    if (isScrolled && /auto|scroll/.test(getComputedStyle(box).overflowY)) return box
  }
  return null
}

/** A sheet from below hides the lower part of the text. */
function bottomOfSight(): number {
  const sheet = document.querySelector('[data-sheet="open"]')
  const { top } = sheet?.getBoundingClientRect() ?? { top: window.innerHeight }
  const isSheet = sheet !== null && getComputedStyle(sheet).position === 'fixed'
  return isSheet ? top : window.innerHeight
}

/** False when the words are not on the page. */
export function reveal(root: HTMLElement, thread: string): boolean {
  const words = root.querySelector(`[data-thread="${CSS.escape(thread)}"]`)
  if (!words) return false
  const { top, bottom } = words.getBoundingClientRect()
  const scroller = scrollerOf(words)
  const head = Math.max(0, scroller?.getBoundingClientRect().top ?? 0)
  const end = bottomOfSight()
  const edge = Math.min(60, (end - head) / 4)
  if (top > head + edge && bottom < end - edge) return true
  const by = (top + bottom) / 2 - (head + end) / 2
  const isFar = Math.abs(by) > 3 * window.innerHeight
  const isCalm = isFar || window.matchMedia('(prefers-reduced-motion: reduce)').matches
  const how = { top: by, behavior: isCalm ? 'auto' : 'smooth' } as const
  if (scroller) scroller.scrollBy(how)
  else window.scrollBy(how)
  return true
}
