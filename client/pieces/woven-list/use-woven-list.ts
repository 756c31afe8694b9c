// A list under one's hands, with what others save meanwhile woven in; unsaved, it outlives the dialog.
import { useState } from 'react'
import { weaveItems } from '../../../shared/facts/weave-items'
import { keep, readKept } from '../comments/kept-text'

interface Item {
  readonly id: string
}

interface Hand<T> {
  readonly items: readonly T[]
  /** What the server has, as this dialog last heard it. */
  readonly seen: readonly T[]
  /** Of items that another changed otherwise: the other's, by id. */
  readonly contested: ReadonlyMap<string, T>
}

export interface WovenList<T> {
  readonly items: readonly T[]
  readonly seen: readonly T[]
  readonly contested: ReadonlyMap<string, T>
  /** They were not saved when the dialog was last closed. */
  readonly isFound: boolean
  readonly setItems: (items: readonly T[]) => void
  /** Takes the other's item in the place of one's own. */
  readonly settle: (id: string) => void
  /** Saved: nothing is left to be found. */
  readonly forget: () => void
  /** Back to what the server has. */
  readonly giveUp: () => void
}

const begun = <T extends Item>(seen: readonly T[]): Hand<T> => ({
  items: seen,
  seen,
  contested: new Map(),
})

function heard<T extends Item>(hand: Hand<T>, kept: readonly T[]): Hand<T> {
  const { items, contested } = weaveItems(hand.seen, hand.items, kept)
  const others = [...hand.contested, ...contested.map((item) => [item.id, item] as const)]
  return { items, seen: kept, contested: new Map(others) }
}

function unsaved<T extends Item>(place: string): Hand<T> | null {
  const words = readKept(place)
  if (!words) return null
  const { items, seen } = JSON.parse(words) as Pick<Hand<T>, 'items' | 'seen'>
  return { items, seen, contested: new Map() }
}

/** `place`: where this window keeps what is not saved; `kept`: what the server has, the same array while it stays. */
export function useWovenList<T extends Item>(place: string, kept: readonly T[]): WovenList<T> {
  const [found, setFound] = useState(() => unsaved<T>(place))
  const [hand, setHand] = useState(() => found ?? begun(kept))
  if (hand.seen !== kept) setHand(heard(hand, kept))
  const change = (next: Hand<T>) => {
    setHand(next)
    const { items, seen } = next
    keep(place, JSON.stringify({ items, seen }))
  }
  const forget = () => keep(place, null)
  return {
    ...hand,
    isFound: found !== null,
    setItems: (items) => change({ ...hand, items }),
    settle: (id) => {
      const contested = new Map(hand.contested)
      const theirs = contested.get(id)
      contested.delete(id)
      const items = hand.items.map((item) => (item.id === id && theirs ? theirs : item))
      change({ ...hand, items, contested })
    },
    forget,
    giveUp: () => {
      forget()
      setFound(null)
      setHand(begun(kept))
    },
  }
}
