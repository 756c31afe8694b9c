// Whether the notes of a paper or a version are unfolded: closed, they take no room beside the text.
import { useCallback, useSyncExternalStore } from 'react'

const shown = new Set<string>()
const listeners = new Set<() => void>()
const subscribe = (tell: () => void) => {
  listeners.add(tell)
  return () => void listeners.delete(tell)
}

export function useNotesShown(place: string): [boolean, (isShown: boolean) => void] {
  const isShown = useSyncExternalStore(subscribe, () => shown.has(place))
  const set = useCallback(
    (next: boolean) => {
      if (next) shown.add(place)
      else shown.delete(place)
      for (const tell of listeners) tell()
    },
    [place],
  )
  return [isShown, set]
}
