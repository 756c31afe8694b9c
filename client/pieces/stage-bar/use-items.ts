// The conclusion's items under one's hands, with what others save meanwhile woven in.
import { useState } from 'react'
import { weaveItems } from '../../../shared/facts/weave-items'
import type { ConclusionItem } from '../../../shared/records/conclusion'
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

export function useItems(kept: readonly ConclusionItem[]) {
  const [hand, setHand] = useState(() => begun(kept))
  if (hand.seen !== kept) setHand(heard(hand, kept))
  const setItems = (items: readonly WrittenItem[]) => setHand({ ...hand, items })
  /** Takes the other's item in the place of one's own. */
  const settle = (id: string) => {
    const contested = new Map(hand.contested)
    const theirs = contested.get(id)
    contested.delete(id)
    const items = hand.items.map((item) => (item.id === id && theirs ? theirs : item))
    setHand({ ...hand, items, contested })
  }
  return { ...hand, setItems, settle }
}
