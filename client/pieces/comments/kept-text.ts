// Words typed and not yet sent: they survive a closed panel and a reload of the tab.
import { useCallback, useSyncExternalStore } from 'react'

const keyOf = (name: string) => `banthao.unsent.${name}`

/** Read before the tab's own: a browser may keep nothing, and what was emptied stays empty. */
const texts = new Map<string, string>()
const listeners = new Set<() => void>()
/** Told of every text that changes. */
export const subscribeKept = (tell: () => void) => {
  listeners.add(tell)
  return () => void listeners.delete(tell)
}

export function readKept(name: string): string | null {
  const known = texts.get(name)
  if (known !== undefined) return known
  try {
    return sessionStorage.getItem(keyOf(name))
  } catch {
    return null
  }
}

/** `null`: it was sent, or is given up. */
export function keep(name: string, text: string | null): void {
  if (text === null) texts.delete(name)
  else texts.set(name, text)
  try {
    if (text === null || text === '') sessionStorage.removeItem(keyOf(name))
    else sessionStorage.setItem(keyOf(name), text)
  } catch (error) {
    // Full or forbidden: nothing is lost while the page stands.
    console.warn('unsent words are not kept', error)
  }
  for (const tell of listeners) tell()
}

/** As useState, kept under `name` in this tab: one text, however often its field is drawn anew. */
export function useKeptText(name: string, initial = ''): [string, (text: string | null) => void] {
  const text = useSyncExternalStore(subscribeKept, () => readKept(name)) ?? initial
  const change = useCallback((next: string | null) => keep(name, next), [name])
  return [text, change]
}

/** The same for the fields of a form. */
export function useKeptFields<T>(name: string, initial: T): [T, (fields: T | null) => void] {
  const [text, setText] = useKeptText(name, JSON.stringify(initial))
  return [JSON.parse(text) as T, (fields) => setText(fields && JSON.stringify(fields))]
}
