// A list that two people change at once: what either did since the same beginning stands in the outcome.

interface Item {
  readonly id: string
}

export interface Woven<T> {
  readonly items: readonly T[]
  /** Kept items of which the same thing was changed here otherwise. */
  readonly contested: readonly T[]
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
const fieldsOf = <T extends object>(...items: T[]) => {
  return new Set(items.flatMap((item) => Object.keys(item) as (keyof T)[]))
}
/** In whichever order their fields stand. */
const isSameItem = <T extends object>(a: T, b: T): boolean =>
  [...fieldsOf(a, b)].every((field) => isSame(a[field], b[field]))
const byId = <T extends Item>(list: readonly T[]) => new Map(list.map((item) => [item.id, item]))

/** Field by field: a change of mine, else what is kept. */
function wovenItem<T extends Item>(seen: Partial<T>, mine: T, kept: T) {
  const item = { ...kept }
  let isContested = false
  for (const field of fieldsOf(kept, mine)) {
    if (isSame(mine[field], seen[field])) continue
    item[field] = mine[field]
    if (!isSame(kept[field], seen[field]) && !isSame(kept[field], mine[field])) isContested = true
  }
  return { item, isContested }
}

/** In the order of `mine`; what another added stands after what it was put after. */
function ordered<T extends Item>(items: readonly T[], mine: readonly T[]): T[] {
  const woven = byId(items)
  const own = new Set(mine.map(({ id }) => id))
  const inOrder = mine.flatMap(({ id }) => woven.get(id) ?? [])
  let before: T | null = null
  for (const item of items) {
    if (!own.has(item.id)) inOrder.splice(before ? inOrder.indexOf(before) + 1 : 0, 0, item)
    before = item
  }
  return inOrder
}

/**
 * `seen`: the list that `mine` was made of; `kept`: as it stands now. Of a contested field `mine`
 * is in the outcome, of an item that either took away while the other changed it, the changed one.
 * Kept items come first and in their order, unless `mine` moved some or put new ones among them.
 */
export function weaveItems<T extends Item>(
  seen: readonly T[],
  mine: readonly T[],
  kept: readonly T[],
): Woven<T> {
  const [seenById, mineById, keptById] = [byId(seen), byId(mine), byId(kept)]
  const items: T[] = []
  const contested: T[] = []
  for (const item of kept) {
    const before = seenById.get(item.id)
    const own = mineById.get(item.id)
    if (own) {
      const woven = wovenItem<T>(before ?? {}, own, item)
      items.push(woven.item)
      if (woven.isContested) contested.push(item)
    } else if (!before) items.push(item)
    else if (!isSameItem(before, item)) {
      items.push(item)
      contested.push(item)
    }
  }
  for (const item of mine) {
    if (keptById.has(item.id)) continue
    const before = seenById.get(item.id)
    if (!before || !isSameItem(before, item)) items.push(item)
  }
  const asSeen = seen.filter(({ id }) => mineById.has(id))
  const isMoved = asSeen.some(({ id }, i) => mine[i]?.id !== id)
  return { items: isMoved ? ordered(items, mine) : items, contested }
}
