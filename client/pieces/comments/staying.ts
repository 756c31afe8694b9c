// A card in which something is typed stays where it is when its words are deleted, until it is laid down.

/** Something is being typed in it: it stays where it is, though its words go. */
export const isTypedIn = (card: HTMLElement) =>
  [...card.querySelectorAll('textarea')].some(
    (area) => area.value !== '' || area === document.activeElement,
  )

/** `found`, and what stays in its place of `before` though it is not found any more. */
export function withStaying(
  found: readonly string[],
  before: readonly string[],
  staying: ReadonlySet<string>,
): readonly string[] {
  const order = [...found]
  before.forEach((id, index) => {
    if (!staying.has(id)) return
    const above = before.slice(0, index).findLast((one) => order.includes(one))
    order.splice(above === undefined ? 0 : order.indexOf(above) + 1, 0, id)
  })
  return order
}
