// The short news now on screen; `toast` may be called from anywhere.
import type { Tone } from './badge'

export interface ToastNews {
  readonly id: number
  readonly words: string
  readonly tone: Tone
}

/** Long enough to read twice; a refusal stays longer. */
const shownMs = { calm: 4500, red: 8000 }
let news: readonly ToastNews[] = []
let lastId = 0
const listeners = new Set<() => void>()

function put(next: readonly ToastNews[]): void {
  news = next
  for (const listener of listeners) listener()
}

export const toastNews = (): readonly ToastNews[] => news

export function onToasts(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function addToast(words: string, tone: Tone): void {
  lastId += 1
  const id = lastId
  // The same words again do not pile up; three at a time are enough to read.
  put([...news.filter((one) => one.words !== words), { id, words, tone }].slice(-3))
  const until = tone === 'red' ? shownMs.red : shownMs.calm
  setTimeout(() => put(news.filter((one) => one.id !== id)), until)
}
