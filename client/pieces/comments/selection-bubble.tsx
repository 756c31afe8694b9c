// The small "comment" button that appears at selected words, under a finger too.
import { useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import { Icon } from '../ui/icon'
import { useWords } from '../words/words'

interface SelectionBubbleProps {
  /** The text whose words may be selected. */
  root: HTMLElement | null
  onStart: () => void
}

/** The selection has come to rest: no flicker while it is drawn. */
const restMs = 180

export interface SelectionEnd {
  /** Beside the words, for a mouse. */
  readonly style?: { readonly left: number; readonly top: number }
  /** Under a finger: at an end of the window, where no handle and no menu of the system lies. */
  readonly dock?: 'top' | 'bottom'
}

/** The room that handles and the system's own menu take below the words. */
const systemMenu = 150

function placeOf(root: HTMLElement): SelectionEnd | null {
  const selection = document.getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  if (!root.contains(range.commonAncestorContainer)) return null
  if (selection.toString().trim() === '') return null
  const boxes = [...range.getClientRects()].filter(({ width }) => width > 0)
  const box = boxes.at(-1)
  if (!box || box.bottom < 0 || box.top > window.innerHeight) return null
  if (window.matchMedia('(pointer: coarse)').matches) {
    const seen = window.visualViewport?.height ?? window.innerHeight
    const isFree = box.bottom < seen - systemMenu
    return { dock: isFree || (boxes[0]?.top ?? 0) < systemMenu ? 'bottom' : 'top' }
  }
  const left = Math.min(Math.max(8, box.right - 20), window.innerWidth - 124)
  return { style: { left, top: Math.min(box.bottom + 10, window.innerHeight - 56) } }
}

/** Where the words selected in `root` end, in the window, and a way to forget it. */
export function useSelectionEnd(root: HTMLElement | null) {
  const [at, setAt] = useState<SelectionEnd | null>(null)
  useEffect(() => {
    if (!root) return
    let timer = 0
    const look = () => {
      window.clearTimeout(timer)
      timer = window.setTimeout(() => setAt(placeOf(root)), restMs)
    }
    const hide = () => {
      setAt(null)
      look()
    }
    document.addEventListener('selectionchange', look)
    document.addEventListener('scroll', hide, { capture: true, passive: true })
    window.addEventListener('resize', hide)
    // Words may have been selected before this was fetched.
    look()
    return () => {
      window.clearTimeout(timer)
      document.removeEventListener('selectionchange', look)
      document.removeEventListener('scroll', hide, { capture: true })
      window.removeEventListener('resize', hide)
    }
  }, [root])
  return [at, () => setAt(null)] as const
}

export function SelectionBubble({ root, onStart }: SelectionBubbleProps) {
  const { t } = useWords()
  const [at, hide] = useSelectionEnd(root)
  if (!at) return null
  return createPortal(
    <button
      type="button"
      className={at.dock ? `comment-bubble is-docked is-${at.dock}` : 'comment-bubble'}
      style={at.style}
      // The selection stays while the button is pressed.
      onPointerDown={(event) => event.preventDefault()}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => {
        onStart()
        hide()
      }}
    >
      <Icon name="comment" />
      {t('comments.start')}
    </button>,
    document.body,
  )
}
