// From one comment to the next: two buttons, two keys, and where one is.
import { useEffect, useRef } from 'react'
import { Icon } from '../ui/icon'
import { Tooltip } from '../ui/tooltip'
import { useWords } from '../words/words'

export type Step = 1 | -1

/** F8 and Alt with an arrow: none of them means anything to UniKey or to a browser's text. */
export function stepOf(event: KeyboardEvent): Step | null {
  const { key, altKey, ctrlKey, metaKey, shiftKey, target } = event
  if (event.isComposing || ctrlKey || metaKey) return null
  if (key === 'F8' && !altKey) return shiftKey ? -1 : 1
  // There the arrows open and choose.
  if (target instanceof HTMLSelectElement || /Mac/.test(navigator.platform)) return null
  if (!altKey || shiftKey) return null
  return key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : null
}

export function useStepKeys(onStep: (step: Step) => void): void {
  const latest = useRef(onStep)
  latest.current = onStep
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const step = event.defaultPrevented ? null : stepOf(event)
      if (step === null || document.querySelector('[role="dialog"], [role="menu"]')) return
      event.preventDefault()
      latest.current(step)
    }
    document.addEventListener('keydown', pressed)
    return () => document.removeEventListener('keydown', pressed)
  }, [])
}

interface WalkerProps {
  /** From 1; 0 while none is in hand. */
  at: number
  count: number
  onStep: (step: Step) => void
}

export function Walker({ at, count, onStep }: WalkerProps) {
  const { t } = useWords()
  if (count === 0) return <span className="comment-walker" />
  return (
    <fieldset className="comment-walker">
      <legend className="visually-hidden">{t('comments.walk')}</legend>
      <Tooltip label={`${t('comments.previous')} (Alt+↑, Shift+F8)`}>
        <button
          type="button"
          className="comment-step"
          aria-label={t('comments.previous')}
          aria-keyshortcuts="Alt+ArrowUp Shift+F8"
          aria-disabled={at === 1}
          onClick={() => onStep(-1)}
        >
          <span className="comment-step-up">
            <Icon name="chevron-down" size={18} />
          </span>
        </button>
      </Tooltip>
      <span className="comment-walk-at">{at === 0 ? `– / ${count}` : `${at} / ${count}`}</span>
      <Tooltip label={`${t('comments.next')} (Alt+↓, F8)`}>
        <button
          type="button"
          className="comment-step"
          aria-label={t('comments.next')}
          aria-keyshortcuts="Alt+ArrowDown F8"
          aria-disabled={at === count}
          onClick={() => onStep(1)}
        >
          <Icon name="chevron-down" size={18} />
        </button>
      </Tooltip>
    </fieldset>
  )
}
