// A list that two people may write at once, as a request changes it.
import type { z } from 'zod'
import { weaveItems } from '../../shared/facts/weave-items'
import { Refusal } from '../../shared/refusals'

/**
 * What is to be kept. Without `seen`, the items that `wish` was made of, the wish replaces what is
 * `kept`. Throws `changed-meanwhile` where another changed the same thing, and
 * `unreadable-request` where both together are more than `list` takes.
 */
export function woven<T extends { readonly id: string }>(
  list: z.ZodType<T[]>,
  { seen, wish, kept }: { seen: readonly T[] | undefined; wish: T[]; kept: readonly T[] },
): T[] {
  if (!seen) return wish
  const { items, contested } = weaveItems(seen, wish, kept)
  if (contested.length > 0) throw new Refusal('changed-meanwhile')
  const both = list.safeParse(items)
  if (!both.success) throw new Refusal('unreadable-request')
  return both.data
}
