// What a form changed, so that what others changed meanwhile stays.

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

/** The fields of `after` that differ from `before`. */
export function changesOf<T extends object>(before: T, after: T): Partial<T> {
  const changed = Object.entries(after).filter(
    ([key, value]) => !isSame(value, before[key as keyof T]),
  )
  return Object.fromEntries(changed) as Partial<T>
}
