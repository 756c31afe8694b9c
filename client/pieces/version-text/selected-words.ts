// What is selected in a rendered version, as ProseMirror positions and the quoted words.
import type { PaperNode } from '../../../shared/document/outline'
import { textBetween, trimRange } from './positions'

export interface SelectedWords {
  readonly from: number
  readonly to: number
  readonly quote: string
}

/** Every run of text bears its position in `data-pos`. */
const runsIn = (root: HTMLElement, range: Range) =>
  [...root.querySelectorAll<HTMLElement>('[data-pos]')].filter((run) => range.intersectsNode(run))

const positionOf = (run: HTMLElement) => Number(run.dataset.pos)

/** `null` when nothing but blanks is selected, or not inside `root`. */
export function selectedWords(root: HTMLElement, doc: PaperNode): SelectedWords | null {
  const selection = root.ownerDocument.getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  const runs = runsIn(root, range)
  const [first, last] = [runs[0], runs.at(-1)]
  if (!first || !last) return null
  const { startContainer, startOffset, endContainer, endOffset } = range
  const isInside = (run: HTMLElement, node: Node) => node.nodeType === 3 && run.contains(node)
  const from = positionOf(first) + (isInside(first, startContainer) ? startOffset : 0)
  const length = last.textContent?.length ?? 0
  const to = positionOf(last) + (isInside(last, endContainer) ? endOffset : length)
  const trimmed = trimRange(doc, from, to)
  return trimmed && { ...trimmed, quote: textBetween(doc, trimmed.from, trimmed.to) }
}

/** The place of a position in the rendered text. */
function pointAt(root: HTMLElement, position: number, isEnd: boolean): [Node, number] | null {
  for (const run of root.querySelectorAll<HTMLElement>('[data-pos]')) {
    const text = run.firstChild
    const offset = position - positionOf(run)
    const length = text?.textContent?.length ?? 0
    const isIn = isEnd ? offset > 0 && offset <= length : offset >= 0 && offset < length
    if (text && isIn) return [text, offset]
  }
  return null
}

/** The rendered words between two positions. */
export function renderedRange(root: HTMLElement, from: number, to: number): Range | null {
  const start = pointAt(root, from, false)
  const end = pointAt(root, to, true)
  if (!start || !end) return null
  const range = root.ownerDocument.createRange()
  range.setStart(...start)
  range.setEnd(...end)
  return range
}

/** All words of a rendered paragraph. */
export function wordsOfParagraph(paragraph: HTMLElement, doc: PaperNode): SelectedWords | null {
  const runs = [...paragraph.querySelectorAll<HTMLElement>('[data-pos]')]
  const [first, last] = [runs[0], runs.at(-1)]
  if (!first || !last) return null
  const to = positionOf(last) + (last.textContent?.length ?? 0)
  const trimmed = trimRange(doc, positionOf(first), to)
  return trimmed && { ...trimmed, quote: textBetween(doc, trimmed.from, trimmed.to) }
}
