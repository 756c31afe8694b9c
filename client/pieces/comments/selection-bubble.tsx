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

function endOfSelection(root: HTMLElement): { left: number; top: number } | null {
  const selection = document.getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  if (!root.contains(range.commonAncestorContainer)) return null
  if (selection.toString().trim() === '') return null
  const box = [...range.getClientRects()].filter(({ width }) => width > 0).at(-1)
  if (!box || box.bottom < 0 || box.top > window.innerHeight) return null
  const left = Math.min(Math.max(8, box.right - 20), window.innerWidth - 124)
  return { left, top: Math.min(box.bottom + 10, window.innerHeight - 56) }
}

/** Where the words selected in `root` end, in the window, and a way to forget it. */
export function useSelectionEnd(root: HTMLElement | null) {
  const [at, setAt] = useState<{ left: number; top: number } | null>(null)
  useEffect(() => {
    if (!root) return
    let timer = 0
    const look = () => {
      window.clearTimeout(timer)
      timer = window.setTimeout(() => setAt(endOfSelection(root)), restMs)
    }
    const hide = () => {
      setAt(null)
      look()
    }
    document.addEventListener('selectionchange', look)
    document.addEventListener('scroll', hide, { capture: true, passive: true })
    window.addEventListener('resize', hide)
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
      className="comment-bubble"
      style={at}
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
