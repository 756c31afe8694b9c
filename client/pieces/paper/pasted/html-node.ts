// What the cleaning of pasted HTML needs of a tree; a browser's own nodes are just that.

export interface HtmlNode {
  /** 1 an element, 3 text, as the DOM has it. */
  readonly nodeType: number
  /** Of an element in small letters, with its prefix. */
  readonly nodeName: string
  readonly nodeValue: string | null
  readonly childNodes: Iterable<HtmlNode>
  getAttribute?(name: string): string | null
}

export const nameOf = ({ nodeName }: HtmlNode): string => nodeName.toLowerCase()
export const attributeOf = (node: HtmlNode, name: string): string => node.getAttribute?.(name) ?? ''

/** `text-align: center; mso-list: l0 level1 lfo1` → a map; names in small letters. */
export function styleOf(node: HtmlNode): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const part of attributeOf(node, 'style').split(';')) {
    const colon = part.indexOf(':')
    if (colon < 0) continue
    found.set(part.slice(0, colon).trim().toLowerCase(), part.slice(colon + 1).trim())
  }
  return found
}

/** All text below a node. */
export const textOf = (node: HtmlNode): string =>
  node.nodeType === 3 ? (node.nodeValue ?? '') : [...node.childNodes].map(textOf).join('')
