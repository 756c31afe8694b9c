// "Private note" at selected words, beside the bubble for a comment where there is one.
import { createPortal } from 'react-dom'
import { useSelectionEnd } from '../comments/selection-bubble'
import { Icon } from '../ui/icon'
import { useWords } from '../words/words'
import './notes.css'

interface NoteBubbleProps {
  root: HTMLElement | null
  /** The comment's bubble stands at the same words. */
  isBeside: boolean
  onStart: () => void
}

const width = 160
const commentWidth = 118

/** To the right of the comment's bubble, else to its left, else above it. */
function beside({ left, top }: { left: number; top: number }) {
  if (left + commentWidth + width < window.innerWidth) return { left: left + commentWidth, top }
  return left > width + 8
    ? { left: left - width, top }
    : { left: Math.max(8, left - 40), top: top - 44 }
}

export function NoteBubble({ root, isBeside, onStart }: NoteBubbleProps) {
  const { t } = useWords()
  const [at, hide] = useSelectionEnd(root)
  if (!at) return null
  return createPortal(
    <button
      type="button"
      className="note-bubble"
      style={isBeside ? beside(at) : { ...at, left: Math.min(at.left, window.innerWidth - width) }}
      // The selection stays while the button is pressed.
      onPointerDown={(event) => event.preventDefault()}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => {
        onStart()
        hide()
      }}
    >
      <Icon name="lock" size={17} />
      {t('notes.start')}
    </button>,
    document.body,
  )
}
