// Short words in the corner that go by themselves.
import { useSyncExternalStore } from 'react'
import type { Tone } from './badge'
import './badge.css'
import './toast.css'

interface Toast {
  id: number
  text: string
  tone: Tone
}

const shownMs = 5000
let toasts: readonly Toast[] = []
let next = 1
const listeners = new Set<() => void>()

function set(changed: readonly Toast[]): void {
  toasts = changed
  for (const listener of listeners) listener()
}

/** Says it politely; never the only place where something important stands. */
export function toast(text: string, tone: Tone = 'plain'): void {
  const id = next++
  set([...toasts, { id, text, tone }])
  setTimeout(() => set(toasts.filter((one) => one.id !== id)), shownMs)
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function Toasts() {
  const shown = useSyncExternalStore(subscribe, () => toasts)
  return (
    <div className="ui-toasts" role="status" aria-live="polite">
      {shown.map(({ id, text, tone }) => (
        <p key={id} className={`ui-toast ui-tone-${tone}`}>
          {text}
        </p>
      ))}
    </div>
  )
}
