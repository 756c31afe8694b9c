// Word's lists are paragraphs with a marker in them: what kind of list a marker means.
import { attributeOf, type HtmlNode, styleOf, textOf } from './html-node'

export interface ListForm {
  readonly tag: 'ul' | 'ol'
  /** Of an ordered list: `1`, `a`, `A`, `i`, `I`. */
  readonly type: string
  readonly start: number
}

export interface WordItem {
  /** From 1. */
  readonly level: number
  readonly marker: string
  /** `null`: the marker is a word such as `Điều 1.`, and stays one. */
  readonly form: ListForm | null
}

const isIgnored = (node: HtmlNode) =>
  node.nodeType === 1 && /^ignore$/i.test(styleOf(node).get('mso-list') ?? '')

/** The marker that Word wrote for programs that know no lists. */
function markerIn(node: HtmlNode): string {
  for (const child of node.childNodes) {
    if (isIgnored(child)) return textOf(child)
    const inner = markerIn(child)
    if (inner) return inner
  }
  return ''
}
export const isMarker = isIgnored

const romans: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 }
function roman(letters: string): number {
  const values = [...letters.toLowerCase()].map((letter) => romans[letter] ?? 0)
  return values.reduce(
    (sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value),
    0,
  )
}

export function formOf(marker: string): ListForm | null {
  const bare = marker.replace(/[\s\u00a0]+/g, '')
  if (!/[\p{L}\p{N}]/u.test(bare) || /^[o§Øüv]$/.test(bare))
    return { tag: 'ul', type: '', start: 1 }
  const [, number] = /^(?:\d+\.)*(\d+)[.)]?$/.exec(bare) ?? []
  if (number) return { tag: 'ol', type: '1', start: Number(number) }
  const [, letters = ''] = /^\(?([a-zđ]+)[.)]$/i.exec(bare) ?? []
  const isLow = letters === letters.toLowerCase()
  // `i)` begins a Roman list far more often than it stands ninth after `h)`.
  if (/^[ivxlc]+$/i.test(letters) && (letters.length > 1 || /^[ivx]$/i.test(letters))) {
    return { tag: 'ol', type: isLow ? 'i' : 'I', start: roman(letters) }
  }
  if (!/^[a-z]$/i.test(letters)) return null
  const start = letters.toLowerCase().charCodeAt(0) - 96
  return { tag: 'ol', type: isLow ? 'a' : 'A', start }
}

/** `null` for a paragraph that is no item of Word's lists. */
export function wordItem(node: HtmlNode): WordItem | null {
  const [, level] = /\blevel(\d)/.exec(styleOf(node).get('mso-list') ?? '') ?? []
  if (!level || /^ignore$/i.test(attributeOf(node, 'style'))) return null
  const marker = markerIn(node)
  return {
    level: Number(level),
    marker: marker.replace(/[\s\u00a0]+/g, ' ').trim(),
    form: formOf(marker),
  }
}
