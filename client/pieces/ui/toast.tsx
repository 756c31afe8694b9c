// Short news that goes away by itself.
import { useSyncExternalStore } from 'react'
import type { Tone } from './badge'
import { addToast, onToasts, toastNews } from './toast-list'
import './toast.css'

/** Says something short; `red` for a refusal. */
export function toast(words: string, tone: Tone = 'plain'): void {
  addToast(words, tone)
}

/** Stands once in every signed-in screen's frame: the top bar holds it. */
export function Toasts() {
  const news = useSyncExternalStore(onToasts, toastNews)
  return (
    <div className="ui-toasts" role="status" aria-live="polite">
      {news.map(({ id, words, tone }) => (
        <div key={id} className={`ui-toast is-${tone}`}>
          {words}
        </div>
      ))}
    </div>
  )
}
