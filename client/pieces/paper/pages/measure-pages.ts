// Where the pages of the printed paper begin: a copy is set as it is printed, out of sight, and cut by its lines.
import type { EditorView } from '@tiptap/pm/view'
import './print-sheet.css'

/** Points and millimetres of the form: A4, 20 mm above and below. */
const pxPerMm = 96 / 25.4
const pageHeight = (297 - 20 - 20) * pxPerMm
const pxPerPt = 96 / 72
/** The heading block, what stands around the title, and the dashes below it. */
const headHeight = (4 * 16.1 + 18 + 16.1 + 12) * pxPerPt
/** A row that is higher is broken where the page ends. */
const tallRow = pageHeight / 2

interface Line {
  readonly top: number
  readonly bottom: number
  readonly block: Element
  readonly isHeading: boolean
}

/** The tops of the lines of a block, as it is set. */
function linesOf(block: Element): Line[] {
  const isHeading = /^H[1-3]$/.test(block.tagName)
  const range = document.createRange()
  range.selectNodeContents(block)
  const lines: { top: number; bottom: number }[] = []
  for (const { top, bottom, height } of range.getClientRects()) {
    if (height === 0) continue
    const last = lines.at(-1)
    // Letters of one line stand at heights that differ by a hair.
    if (last && top < last.bottom - 3) last.bottom = Math.max(last.bottom, bottom)
    else lines.push({ top, bottom })
  }
  return lines.map((line) => ({ ...line, block, isHeading }))
}

const whole = (block: Element): Line => {
  const { top, bottom } = block.getBoundingClientRect()
  return { top, bottom, block, isHeading: false }
}

function linesIn(sheet: Element): Line[] {
  const lines: Line[] = []
  const visit = (node: Element) => {
    if (/^(?:P|H[1-3])$/.test(node.tagName)) return lines.push(...linesOf(node))
    const isWhole =
      /^(?:FIGURE|HR)$/.test(node.tagName) ||
      (node.tagName === 'TR' && node.getBoundingClientRect().height <= tallRow)
    if (isWhole) return lines.push(whole(node))
    for (const child of node.children) visit(child)
  }
  visit(sheet)
  return lines
}

/** The lines with which pages begin, from the second on. */
export function firstLines(lines: readonly Line[], start: number): Line[] {
  const found: Line[] = []
  let end = start + pageHeight - headHeight
  lines.forEach((line, index) => {
    if (line.bottom <= end) return
    let first = index
    // A heading goes with what it is the heading of.
    while (first > 0 && lines[first - 1]?.isHeading && lines[first - 1] !== found.at(-1)) first--
    const begins = lines[first] ?? line
    found.push(begins)
    end = begins.top + pageHeight
  })
  return found
}

/** The first letter at or below a height, in the text nodes of a block. */
function letterAt(block: Element, top: number): { node: Node; offset: number } {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
  const range = document.createRange()
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node as Text
    const topOf = (at: number) => {
      range.setStart(text, at)
      range.setEnd(text, at + 1)
      return range.getBoundingClientRect().bottom
    }
    if (text.length === 0 || topOf(text.length - 1) <= top + 3) continue
    let [low, high] = [0, text.length - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if (topOf(middle) > top + 3) high = middle
      else low = middle + 1
    }
    return { node: text, offset: low }
  }
  return { node: block, offset: 0 }
}

function pathTo(root: Node, node: Node): number[] {
  const path: number[] = []
  for (let at: Node = node; at !== root && at.parentNode; at = at.parentNode) {
    path.unshift([...at.parentNode.childNodes].indexOf(at as ChildNode))
  }
  return path
}
const follow = (root: Node, path: readonly number[]): Node | undefined =>
  path.reduce<Node | undefined>((node, index) => node?.childNodes[index], root)

/** The positions at which the second page begins, the third, and so on. */
export function measurePages(view: EditorView): number[] {
  const frame = document.createElement('div')
  frame.className = 'print-frame'
  frame.setAttribute('aria-hidden', 'true')
  const sheet = view.dom.cloneNode(true) as HTMLElement
  sheet.className = 'print-sheet'
  sheet.removeAttribute('contenteditable')
  sheet.removeAttribute('role')
  sheet.inert = true
  frame.append(sheet)
  document.body.append(frame)
  try {
    const lines = linesIn(sheet)
    return firstLines(lines, sheet.getBoundingClientRect().top).flatMap(({ block, top }) => {
      const isText = /^(?:P|H[1-3])$/.test(block.tagName)
      const { node, offset } = isText ? letterAt(block, top) : { node: block, offset: 0 }
      const own = follow(view.dom, pathTo(sheet, node))
      return own ? [view.posAtDOM(own, offset)] : []
    })
  } finally {
    frame.remove()
  }
}
