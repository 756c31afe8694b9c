// Who has the paper open, one entry a person however many windows.
import { useEffect, useState } from 'react'
import type { LiveDocument } from '../../pieces/live/live-document'

export interface Present {
  readonly id: string
  readonly name: string
}

function read(live: LiveDocument): Present[] {
  const people = new Map<string, Present>()
  for (const state of live.awareness.getStates().values()) {
    const user = (state as { user?: { username?: unknown; name?: unknown } }).user
    if (typeof user?.username === 'string' && typeof user.name === 'string') {
      people.set(user.username, { id: user.username, name: user.name })
    }
  }
  return [...people.values()].sort((a, b) => a.name.localeCompare(b.name, 'vi'))
}

export function useWhoIsHere(live: LiveDocument | null): Present[] {
  const [people, setPeople] = useState<Present[]>([])
  useEffect(() => {
    if (!live) return
    const look = () =>
      setPeople((before) => {
        const now = read(live)
        // Carets move all the time; the list changes when someone comes or goes.
        const isSame =
          now.length === before.length && now.every(({ id }, i) => id === before[i]?.id)
        return isSame ? before : now
      })
    look()
    live.awareness.on('change', look)
    return () => live.awareness.off('change', look)
  }, [live])
  return people
}
