// Where cards stand in the margin: beside their words, none over another, the one in hand exactly.

export interface CardSize {
  readonly id: string
  /** The height of its words; `null` when they are nowhere on the page. */
  readonly want: number | null
  readonly height: number
}

const gap = 12

/** The top of each card, in the order given; the order is that of the words. */
export function places(cards: readonly CardSize[], focused: string | null): Map<string, number> {
  const tops = new Map<string, number>()
  const down = (from: number, floor: number) => {
    let least = floor
    for (const { id, want, height } of cards.slice(from)) {
      const top = Math.max(want ?? least, least)
      tops.set(id, top)
      least = top + height + gap
    }
  }
  const at = cards.findIndex(({ id }) => id === focused)
  const inHand = cards[at]
  if (!inHand || inHand.want === null) {
    down(0, 0)
    return tops
  }
  down(at, inHand.want)
  // Those above give way upwards, past the start of the margin if need be: it comes back
  // when the card is laid down.
  let ceiling = inHand.want
  for (const { id, want, height } of cards.slice(0, at).reverse()) {
    const top = Math.min(want ?? ceiling, ceiling - gap - height)
    tops.set(id, top)
    ceiling = top
  }
  return tops
}
