// Words typed and not yet sent: they survive a closed panel and a reload of the tab.
import { useCallback, useState } from 'react'

const keyOf = (name: string) => `banthao.unsent.${name}`

export function readKept(name: string): string | null {
  try {
    return sessionStorage.getItem(keyOf(name))
  } catch {
    // A browser that keeps nothing: the words live as long as the panel.
    return null
  }
}

export function keep(name: string, text: string | null): void {
  try {
    if (text === null || text === '') sessionStorage.removeItem(keyOf(name))
    else sessionStorage.setItem(keyOf(name), text)
  } catch (error) {
    // Full or forbidden: nothing is lost while the page stands.
    console.warn('unsent words are not kept', error)
  }
}

/** As useState, kept under `name` in this tab. */
export function useKeptText(name: string, initial = ''): [string, (text: string) => void] {
  const [text, setText] = useState(() => readKept(name) ?? initial)
  const change = useCallback(
    (next: string) => {
      setText(next)
      keep(name, next)
    },
    [name],
  )
  return [text, change]
}
