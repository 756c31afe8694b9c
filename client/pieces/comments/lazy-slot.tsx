// A card's place in a list below one another: the card itself is made when its place comes near the window.
import { type ReactNode, useEffect, useState } from 'react'

/** About the height of a card, so that the list's length is about right. */
const guess = 118

/** What scrolls the list; `null` when it is the window. */
function scrollerOf(element: HTMLElement): HTMLElement | null {
  for (let box = element.parentElement; box; box = box.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(box).overflowY)) return box
  }
  return null
}

interface LazySlotProps {
  id: string
  /** Made at once: the one in hand. */
  isNow: boolean
  children: () => ReactNode
}

export function LazySlot({ id, isNow, children }: LazySlotProps) {
  const [slot, setSlot] = useState<HTMLElement | null>(null)
  const [isMade, setMade] = useState(isNow)
  useEffect(() => {
    if (!slot || isMade) return
    const watch = new IntersectionObserver(
      (seen) => seen.some(({ isIntersecting }) => isIntersecting) && setMade(true),
      { root: scrollerOf(slot), rootMargin: '100% 0px' },
    )
    watch.observe(slot)
    return () => watch.disconnect()
  }, [slot, isMade])
  const isThere = isMade || isNow
  return (
    <div
      ref={setSlot}
      data-card={id}
      className="comment-slot"
      style={isThere ? undefined : { minHeight: guess }}
    >
      {isThere && children()}
    </div>
  )
}
