// At a paragraph's number: a comment on the whole paragraph, by the mouse, a finger or the keyboard.
import { useCallback, useEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { Icon } from '../ui/icon'
import { useWords } from '../words/words'

interface ParagraphButtonProps {
  /** The text, with paragraphs that bear `data-number`. */
  root: HTMLElement | null
  onStart: (paragraph: HTMLElement) => void
}

const paragraphAt = (root: HTMLElement, node: EventTarget | null): HTMLElement | null => {
  const element = node instanceof Element ? node : node instanceof Node ? node.parentElement : null
  const found = element?.closest<HTMLElement>('p[data-number]') ?? null
  return found && root.contains(found) ? found : null
}

/** The paragraph under the pointer or, after that, the one with the caret. */
function useParagraph(root: HTMLElement | null) {
  const [paragraph, setParagraph] = useState<HTMLElement | null>(null)
  useEffect(() => {
    if (!root) return
    const over = ({ target }: Event) => {
      const found = paragraphAt(root, target)
      if (found) setParagraph(found)
    }
    const chosen = () => {
      const node = document.getSelection()?.focusNode ?? null
      if (root.contains(document.activeElement)) setParagraph(paragraphAt(root, node))
    }
    root.addEventListener('pointerover', over)
    document.addEventListener('selectionchange', chosen)
    return () => {
      root.removeEventListener('pointerover', over)
      document.removeEventListener('selectionchange', chosen)
    }
  }, [root])
  return [paragraph, setParagraph] as const
}

/** Where a paragraph begins in the box that the button stands in. */
function usePlace(root: HTMLElement | null, paragraph: HTMLElement | null) {
  const [place, setPlace] = useState<{ top: number; number: string } | null>(null)
  const measure = useCallback(() => {
    const host = root?.offsetParent
    const number = paragraph?.dataset.number
    if (!host || !paragraph?.isConnected || !number) return setPlace(null)
    const top = Math.round(paragraph.getBoundingClientRect().top - host.getBoundingClientRect().top)
    setPlace((known) => (known?.top === top && known.number === number ? known : { top, number }))
  }, [root, paragraph])
  useEffect(() => {
    measure()
    if (!root || !paragraph) return
    const watch = new ResizeObserver(measure)
    watch.observe(root)
    return () => watch.disconnect()
  }, [measure, root, paragraph])
  return place
}

export function ParagraphButton({ root, onStart }: ParagraphButtonProps) {
  const { t } = useWords()
  const [paragraph, setParagraph] = useParagraph(root)
  const place = usePlace(root, paragraph)
  const latest = useRef({ paragraph, onStart })
  latest.current = { paragraph, onStart }
  const start = useCallback(() => {
    const { paragraph, onStart } = latest.current
    if (!paragraph?.isConnected || !paragraph.dataset.number) return setParagraph(null)
    onStart(paragraph)
  }, [setParagraph])
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const isMine = event.code === 'KeyM' && event.altKey && event.shiftKey
      if (!isMine || !(event.ctrlKey || event.metaKey)) return
      event.preventDefault()
      // The same keys without Shift begin a comment at the selected words.
      event.stopPropagation()
      start()
    }
    document.addEventListener('keydown', pressed, { capture: true })
    return () => document.removeEventListener('keydown', pressed, { capture: true })
  }, [start])
  const host = root?.offsetParent
  if (!place || !host) return null
  const label = t('comments.onParagraph', { number: place.number })
  return createPortal(
    <button
      type="button"
      className="comment-paragraph"
      style={{ top: place.top }}
      aria-label={label}
      title={`${label} (Ctrl+Alt+Shift+M)`}
      aria-keyshortcuts="Control+Alt+Shift+M"
      // The caret stays where it is.
      onMouseDown={(event) => event.preventDefault()}
      onClick={start}
    >
      <Icon name="comment" size={16} />
      <span aria-hidden="true">{place.number}</span>
    </button>,
    host,
  )
}
