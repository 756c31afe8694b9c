// Brings the words of a thread into sight, when they are not.

export function reveal(root: HTMLElement, thread: string): void {
  const words = root.querySelector(`[data-thread="${CSS.escape(thread)}"]`)
  if (!words) return
  const { top, bottom } = words.getBoundingClientRect()
  const margin = 120
  if (top > margin && bottom < window.innerHeight - margin / 2) return
  const isCalm = window.matchMedia('(prefers-reduced-motion: reduce)').matches
  words.scrollIntoView({ block: 'center', behavior: isCalm ? 'auto' : 'smooth' })
}
