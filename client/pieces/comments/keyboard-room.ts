// How much of the window is left above a phone's keyboard, for style sheets to use.
import { useEffect } from 'react'

export function useKeyboardRoom(): void {
  useEffect(() => {
    const seen = window.visualViewport
    if (!seen) return
    const { style } = document.documentElement
    const measure = () => {
      // Pinched closer, the page is larger than what is seen for another reason.
      const isPinched = seen.scale > 1.05
      const under = isPinched ? 0 : Math.max(0, window.innerHeight - seen.height - seen.offsetTop)
      style.setProperty('--under-keys', `${Math.round(under)}px`)
      style.setProperty('--seen-height', isPinched ? '100dvh' : `${Math.round(seen.height)}px`)
    }
    measure()
    seen.addEventListener('resize', measure)
    seen.addEventListener('scroll', measure)
    return () => {
      seen.removeEventListener('resize', measure)
      seen.removeEventListener('scroll', measure)
      style.removeProperty('--under-keys')
      style.removeProperty('--seen-height')
    }
  }, [])
}
