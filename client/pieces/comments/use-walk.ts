// Going to a comment: its card in hand and in sight, its words too, the keyboard on the card.
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { Margin, MarginText } from './margin'
import { reveal } from './reveal'
import { stepTo } from './thread-filter'
import { type Step, useStepKeys } from './walker'

interface Walk {
  readonly text: MarginText | null
  readonly margin: Margin
  /** All that are shown, in the order of the page. */
  readonly inOrder: readonly string[]
  readonly focused: string | null
  readonly onFocus: (thread: string | null) => void
}

/** The first comment whose words are not above the window: where one reads now. */
function firstInSight(root: HTMLElement, inOrder: readonly string[]): number {
  const top = root.ownerDocument.documentElement.clientHeight / 6
  for (const words of root.querySelectorAll<HTMLElement>('[data-thread]')) {
    if (words.getBoundingClientRect().top < top) continue
    const at = inOrder.indexOf(words.dataset.thread ?? '')
    if (at >= 0) return at
  }
  return 0
}

export function useWalk({ text, margin, inOrder, focused, onFocus }: Walk) {
  const [panel, setPanel] = useState<HTMLElement | null>(null)
  /** The card that gets the keyboard when it is there, and where that was when a key asked for it. */
  const wanted = useRef<{ readonly thread: string; readonly from: Element | null } | null>(null)
  const isFound = focused !== null && margin.order?.includes(focused) === true
  const revealed = useRef<string | null>(null)
  const latest = useRef({ text, inOrder, focused, onFocus })
  latest.current = { text, inOrder, focused, onFocus }

  const cardOf = useCallback(
    (thread: string) => panel?.querySelector<HTMLElement>(`[data-card="${CSS.escape(thread)}"]`),
    [panel],
  )
  const takeKeyboard = useCallback(() => {
    if (!wanted.current) return
    const { thread, from } = wanted.current
    const card = cardOf(thread)?.querySelector<HTMLElement>('article')
    const { activeElement: now } = document
    // Whoever went elsewhere meanwhile is typing there.
    const isElsewhere = now !== from && now !== document.body
    if (!card && !isElsewhere) return
    wanted.current = null
    if (!isElsewhere) card?.focus({ preventScroll: true })
  }, [cardOf])

  const go = useCallback((thread: string) => {
    latest.current.onFocus(thread)
    const { text } = latest.current
    if (text && reveal(text.root, thread)) revealed.current = thread
  }, [])
  const step = useCallback(
    (by: Step) => {
      const { text, inOrder, focused } = latest.current
      const known = focused !== null && inOrder.includes(focused)
      const start = text && !known ? firstInSight(text.root, inOrder) : 0
      const next = stepTo(inOrder, focused, by, start)
      if (next === null) return
      wanted.current = { thread: next, from: document.activeElement }
      go(next)
      // Where it leads nowhere nothing is drawn anew.
      if (next === focused) takeKeyboard()
    },
    [go, takeKeyboard],
  )
  useStepKeys(step)

  // Also when the words come later than the wish to see them.
  useEffect(() => {
    if (focused === null) revealed.current = null
    if (!text || focused === null || !isFound || revealed.current === focused) return
    revealed.current = focused
    reveal(text.root, focused)
  }, [text, focused, isFound])

  const { isBeside } = margin
  // In a list, the one in hand is brought into sight; beside the text it stands where its words are.
  useEffect(() => {
    if (focused === null || (isBeside && isFound)) return
    cardOf(focused)?.scrollIntoView({ block: isBeside ? 'nearest' : 'start' })
  }, [focused, isBeside, isFound, cardOf])
  // biome-ignore lint/correctness/useExhaustiveDependencies: with each change the card may have come
  useLayoutEffect(takeKeyboard, [focused, margin, takeKeyboard])
  return { setPanel, step, go }
}
