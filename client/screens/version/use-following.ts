// Reading along: the leader's paragraph is brought into sight until a hand scrolls elsewhere.
import { useEffect, useRef, useState } from 'react'

const byHand = ['wheel', 'touchmove', 'keydown'] as const
const scrollKeys = new Set(['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End', ' '])

/** `led`: the leader's paragraph in this version, `null` where none is led. */
export function useFollowing(root: HTMLElement | null, led: number | null) {
  const [follows, setFollows] = useState(true)
  const hasCome = useRef(false)
  const isOn = led !== null && follows
  useEffect(() => {
    if (!root || led === null || !follows) return
    const isCalm = window.matchMedia('(prefers-reduced-motion: reduce)').matches
    const behavior = isCalm || !hasCome.current ? 'auto' : 'smooth'
    hasCome.current = true
    if (led === 0) window.scrollTo({ top: 0, behavior })
    else root.querySelector(`#p${led}`)?.scrollIntoView({ block: 'center', behavior })
  }, [root, led, follows])
  useEffect(() => {
    if (!root || !isOn) return
    const leave = (event: Event) => {
      const isText = event.target instanceof Element && event.target.closest('input, textarea')
      const isScroll = !(event instanceof KeyboardEvent) || scrollKeys.has(event.key)
      if (isScroll && !isText) setFollows(false)
    }
    for (const name of byHand) window.addEventListener(name, leave, { passive: true })
    return () => {
      for (const name of byHand) window.removeEventListener(name, leave)
    }
  }, [root, isOn])
  return { follows, setFollows }
}

/** The numbered paragraph in the middle of the window, looked for when scrolling rests. */
export function useInSight(root: HTMLElement | null, isWanted: boolean): number | null {
  const [number, setNumber] = useState<number | null>(null)
  useEffect(() => {
    if (!root || !isWanted) return
    let timer = 0
    const look = () => {
      const middle = window.innerHeight * 0.42
      const all = [...root.querySelectorAll<HTMLElement>('[data-number]')]
      const passed = all.filter((one) => one.getBoundingClientRect().top <= middle)
      setNumber(Number((passed.at(-1) ?? all[0])?.dataset.number) || null)
    }
    const soon = () => {
      window.clearTimeout(timer)
      timer = window.setTimeout(look, 120)
    }
    look()
    window.addEventListener('scroll', soon, { passive: true })
    return () => {
      window.clearTimeout(timer)
      window.removeEventListener('scroll', soon)
    }
  }, [root, isWanted])
  return number
}
