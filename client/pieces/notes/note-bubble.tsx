// "Private note" at selected words, beside the bubble for a comment where there is one.
import { createPortal } from 'react-dom'
import { type SelectionEnd, useSelectionEnd } from '../comments/selection-bubble'
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
function beside({ left, top }: NonNullable<SelectionEnd['style']>) {
  if (left + commentWidth + width < window.innerWidth) return { left: left + commentWidth, top }
  return left > width + 8
    ? { left: left - width, top }
    : { left: Math.max(8, left - 40), top: top - 44 }
}

const placed = (end: NonNullable<SelectionEnd['style']>, isBeside: boolean) =>
  isBeside ? beside(end) : { ...end, left: Math.min(end.left, window.innerWidth - width) }

export function NoteBubble({ root, isBeside, onStart }: NoteBubbleProps) {
  const { t } = useWords()
  const [at, hide] = useSelectionEnd(root)
  if (!at) return null
  return createPortal(
    <button
      type="button"
      className={at.dock ? `note-bubble is-docked is-${at.dock}` : 'note-bubble'}
      style={at.style && placed(at.style, isBeside)}
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
