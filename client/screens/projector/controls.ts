// Keys, clickers and fingers, as what they ask for.
import { type RefObject, useEffect, useRef } from 'react'

export type Wish =
  | 'next'
  | 'previous'
  | 'first'
  | 'last'
  | 'nextSection'
  | 'previousSection'
  | 'qr'
  | 'black'
  | 'full'
  | 'close'

/** Clickers send PageDown and PageUp or arrows, B or a full stop for black, F5 and Escape to start. */
const wishes: Record<string, Wish> = {
  ArrowRight: 'next',
  ArrowDown: 'next',
  PageDown: 'next',
  ' ': 'next',
  Enter: 'next',
  ArrowLeft: 'previous',
  ArrowUp: 'previous',
  PageUp: 'previous',
  Backspace: 'previous',
  Home: 'first',
  End: 'last',
  ']': 'nextSection',
  '[': 'previousSection',
  q: 'qr',
  b: 'black',
  '.': 'black',
  f: 'full',
  F5: 'full',
  Escape: 'close',
}
/** With the shift key. */
const bigSteps: Record<string, Wish> = { PageDown: 'nextSection', PageUp: 'previousSection' }

const press = new Set([' ', 'Enter'])

/** A dialog, a menu or a field has the keys to itself; a focused button has Space and Enter. */
function isTaken({ target, key }: KeyboardEvent): boolean {
  if (!(target instanceof Element)) return false
  if (target.closest('[role=dialog], [role=menu], input, select, textarea')) return true
  return press.has(key) && target.closest('button, a, summary') !== null
}

export function useKeys(onWish: (wish: Wish) => void): void {
  const latest = useRef(onWish)
  latest.current = onWish
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTaken(event)) return
      const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
      const wish = (event.shiftKey && bigSteps[key]) || wishes[key]
      if (!wish) return
      event.preventDefault()
      latest.current(wish)
    }
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  }, [])
}

const swipePixels = 50

/** A swipe goes on; a tap at an edge too, elsewhere it takes a paragraph in hand. */
export function useFingers(
  body: RefObject<HTMLElement | null>,
  /** `null` where fingers scroll. */
  onWish: ((wish: Wish) => void) | null,
  onParagraph: (paragraph: number) => void,
): void {
  const latest = useRef({ onWish, onParagraph })
  latest.current = { onWish, onParagraph }
  useEffect(() => {
    const element = body.current
    if (!element) return
    let from: { x: number; y: number } | null = null
    let hasSwiped = false
    const down = ({ changedTouches }: TouchEvent) => {
      const touch = changedTouches[0]
      from = touch ? { x: touch.clientX, y: touch.clientY } : null
      hasSwiped = false
    }
    const up = ({ changedTouches }: TouchEvent) => {
      const touch = changedTouches[0]
      if (!from || !touch) return
      const [dx, dy] = [touch.clientX - from.x, touch.clientY - from.y]
      if (Math.abs(dx) < swipePixels || Math.abs(dx) < Math.abs(dy)) return
      hasSwiped = true
      latest.current.onWish?.(dx < 0 ? 'next' : 'previous')
    }
    const tapped = ({ clientX, target }: MouseEvent) => {
      const isMark = target instanceof Element && target.closest('a, button')
      if (hasSwiped || isMark || !document.getSelection()?.isCollapsed) return
      const step = latest.current.onWish
      const at = clientX / window.innerWidth
      if (step && at < 0.12) return step('previous')
      if (step && at > 0.88) return step('next')
      const words = target instanceof Element ? target.closest<HTMLElement>('[data-number]') : null
      if (words) latest.current.onParagraph(Number(words.dataset.number))
    }
    element.addEventListener('touchstart', down, { passive: true })
    element.addEventListener('touchend', up, { passive: true })
    element.addEventListener('click', tapped)
    return () => {
      element.removeEventListener('touchstart', down)
      element.removeEventListener('touchend', up)
      element.removeEventListener('click', tapped)
    }
  }, [body])
}

/** Whoever scrolls by hand is not taken back by the leader's next step. */
export function useWheelAway(body: RefObject<HTMLElement | null>, onAway: () => unknown): void {
  const latest = useRef(onAway)
  latest.current = onAway
  useEffect(() => {
    const element = body.current
    if (!element) return
    const away = () => void latest.current()
    for (const name of ['wheel', 'touchmove'])
      element.addEventListener(name, away, { passive: true })
    return () => {
      for (const name of ['wheel', 'touchmove']) element.removeEventListener(name, away)
    }
  }, [body])
}
