// HTML as clipboards hold it, read into a tree without a browser: enough for what Word, LibreOffice and Google write.
import type { HtmlNode } from '../../client/pieces/paper/pasted/html-node'

class Element implements HtmlNode {
  readonly nodeType = 1
  readonly nodeValue = null
  readonly childNodes: HtmlNode[] = []
  readonly nodeName: string
  readonly #attributes: ReadonlyMap<string, string>
  constructor(name: string, attributes: ReadonlyMap<string, string>) {
    this.nodeName = name
    this.#attributes = attributes
  }
  getAttribute(name: string): string | null {
    return this.#attributes.get(name) ?? null
  }
}

const voids = new Set('br img hr meta link col input wbr area base'.split(' '))
const raw = new Set(['style', 'script', 'xml'])
/** A tag of the key ends an open one of the value. */
const ends: Readonly<Record<string, readonly string[]>> = {
  p: ['p'],
  li: ['li', 'p'],
  td: ['td', 'th', 'p'],
  th: ['td', 'th', 'p'],
  tr: ['tr', 'td', 'th', 'p'],
}
const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: '\u00a0',
}
const plain = (text: string) =>
  text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name) return named[name] ?? whole
    return String.fromCodePoint(Number.parseInt(hex ?? decimal, hex ? 16 : 10))
  })

function attributesOf(text: string): Map<string, string> {
  const found = new Map<string, string>()
  for (const [, name = '', double, single, bare] of text.matchAll(
    /([^\s=/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+)))?/g,
  )) {
    found.set(name.toLowerCase(), plain(double ?? single ?? bare ?? ''))
  }
  return found
}

const piece =
  /<!--[\s\S]*?-->|<[!?][^>]*>|<(\/?)([a-z][\w:-]*)((?:[^>"']|"[^"]*"|'[^']*')*)>|[^<]+|</gi

export function htmlTree(html: string): HtmlNode {
  const root = new Element('body', new Map())
  const open = [root]
  let skip: string | null = null
  for (const [token, slash, found, attributes = ''] of html.matchAll(piece)) {
    const name = found?.toLowerCase()
    if (skip !== null) {
      if (slash && name === skip) skip = null
      continue
    }
    if (name === undefined) {
      if (token.startsWith('<!') || token.startsWith('<?')) continue
      const text = { nodeType: 3, nodeName: '#text', nodeValue: plain(token), childNodes: [] }
      open.at(-1)?.childNodes.push(text)
      continue
    }
    if (slash) {
      const at = open.map(({ nodeName }) => nodeName).lastIndexOf(name)
      if (at > 0) open.length = at
      continue
    }
    if (raw.has(name)) {
      skip = name
      continue
    }
    while (ends[name]?.includes(open.at(-1)?.nodeName ?? '')) open.pop()
    const element = new Element(name, attributesOf(attributes.replace(/\/$/, '')))
    open.at(-1)?.childNodes.push(element)
    if (!voids.has(name) && !attributes.endsWith('/')) open.push(element)
  }
  return root
}
