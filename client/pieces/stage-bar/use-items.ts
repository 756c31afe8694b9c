// The conclusion's items under one's hands, with what others save meanwhile woven in; unsaved, they outlive the dialog.
import { useState } from 'react'
import { weaveItems } from '../../../shared/facts/weave-items'
import type { ConclusionItem } from '../../../shared/records/conclusion'
import { keep, readKept } from '../comments/kept-text'
import { type WrittenItem, writeItem } from './written-items'

interface Hand {
  readonly items: readonly WrittenItem[]
  /** What the server has, as this dialog last heard it. */
  readonly seen: readonly ConclusionItem[]
  /** Of items that another changed otherwise: the other's, by id. */
  readonly contested: ReadonlyMap<string, WrittenItem>
}

const begun = (kept: readonly ConclusionItem[]): Hand => ({
  items: kept.map(writeItem),
  seen: kept,
  contested: new Map(),
})

function heard(hand: Hand, kept: readonly ConclusionItem[]): Hand {
  const { items, contested } = weaveItems(hand.seen.map(writeItem), hand.items, kept.map(writeItem))
  const others = [...hand.contested, ...contested.map((item) => [item.id, item] as const)]
  return { items, seen: kept, contested: new Map(others) }
}

function unsaved(place: string): Hand | null {
  const words = readKept(place)
  if (!words) return null
  const { items, seen } = JSON.parse(words) as Pick<Hand, 'items' | 'seen'>
  return { items, seen, contested: new Map() }
}

export function useItems(sessionId: string, kept: readonly ConclusionItem[]) {
  const place = `conclusion.${sessionId}`
  const [found, setFound] = useState(() => unsaved(place))
  const [hand, setHand] = useState(() => found ?? begun(kept))
  if (hand.seen !== kept) setHand(heard(hand, kept))
  const change = (next: Hand) => {
    setHand(next)
    const { items, seen } = next
    keep(place, JSON.stringify({ items, seen }))
  }
  const forget = () => keep(place, null)
  return {
    ...hand,
    /** They were not saved when the dialog was last closed. */
    isFound: found !== null,
    setItems: (items: readonly WrittenItem[]) => change({ ...hand, items }),
    /** Takes the other's item in the place of one's own. */
    settle: (id: string) => {
      const contested = new Map(hand.contested)
      const theirs = contested.get(id)
      contested.delete(id)
      const items = hand.items.map((item) => (item.id === id && theirs ? theirs : item))
      change({ ...hand, items, contested })
    },
    /** Saved: nothing is left to be found. */
    forget,
    /** Back to what the server has. */
    giveUp: () => {
      forget()
      setFound(null)
      setHand(begun(kept))
    },
  }
}
