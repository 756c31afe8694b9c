// An id for an item of a list that one person keeps.
/** Unique enough within one list, without crypto, which plain http lacks. */
export const newId = (): string =>
  `${Date.now().toString(36)}${Math.random().toString(36).slice(2, 8)}`
