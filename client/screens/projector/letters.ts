// Letters of a drawn paragraph: from a place in the page to their number, and back. A line break is one.

interface Piece {
  readonly node: Node
  readonly from: number
  readonly to: number
}

function piecesOf(paragraph: HTMLElement): Piece[] {
  const walker = document.createTreeWalker(
    paragraph,
    NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT,
  )
  const pieces: Piece[] = []
  let at = 0
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const isBreak = node.nodeName === 'BR'
    if (node.nodeType !== Node.TEXT_NODE && !isBreak) continue
    const length = isBreak ? 1 : (node.textContent?.length ?? 0)
    pieces.push({ node, from: at, to: at + length })
    at += length
  }
  return pieces
}

/** The number of the letter behind this place of the page. */
export function letterAt(paragraph: HTMLElement, node: Node, offset: number): number {
  const pieces = piecesOf(paragraph)
  const piece = pieces.find((one) => one.node === node)
  if (piece) return piece.from + offset
  // Between elements: before the first piece that comes later.
  const before = document.createRange()
  before.setStart(paragraph, 0)
  before.setEnd(node, offset)
  const inside = pieces.filter((one) => before.comparePoint(one.node, 0) <= 0)
  return inside.at(-1)?.to ?? 0
}

export function rangeOfLetters(paragraph: HTMLElement, from: number, to: number): Range | null {
  const pieces = piecesOf(paragraph).filter(({ node }) => node.nodeType === Node.TEXT_NODE)
  const first = pieces.find((one) => from < one.to)
  const last = pieces.findLast((one) => one.from < to)
  if (!first || !last) return null
  const range = document.createRange()
  range.setStart(first.node, Math.max(0, from - first.from))
  range.setEnd(last.node, Math.min(to - last.from, last.to - last.from))
  return range
}

/** The numbered paragraph and its letter under a point of the window. */
export function letterUnder(x: number, y: number): { paragraph: number; at: number } | null {
  const caret = document.caretPositionFromPoint?.(x, y)
  const range = caret ? null : document.caretRangeFromPoint?.(x, y)
  const node = caret?.offsetNode ?? range?.startContainer
  const words = (node instanceof Element ? node : node?.parentElement)?.closest('[data-number]')
  if (!node || !(words instanceof HTMLElement)) return null
  const offset = caret?.offset ?? range?.startOffset ?? 0
  return { paragraph: Number(words.dataset.number), at: letterAt(words, node, offset) }
}

/** The selected letters of one numbered paragraph inside `root`. */
export function selectedLetters(root: HTMLElement) {
  const selection = document.getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  const paragraphs = [...root.querySelectorAll<HTMLElement>('[data-number]')]
  const words = paragraphs.find((one) => range.intersectsNode(one))
  if (!words) return null
  const isIn = (node: Node) => words.contains(node)
  const { startContainer, startOffset, endContainer, endOffset } = range
  const from = isIn(startContainer) ? letterAt(words, startContainer, startOffset) : 0
  const whole = piecesOf(words).at(-1)?.to ?? 0
  const to = isIn(endContainer) ? letterAt(words, endContainer, endOffset) : whole
  return from < to ? { paragraph: Number(words.dataset.number), from, to } : null
}
