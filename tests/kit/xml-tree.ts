// XML as a tree of elements, as strict as Word: throws where tags do not match.

export interface Element {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: Element[]
  text: string
}

const token = /<\?[^>]*\?>|<(\/?)([\w:.-]+)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/y

export function parseXml(xml: string): Element {
  const root: Element = { name: '', attributes: new Map(), children: [], text: '' }
  const open = [root]
  token.lastIndex = 0
  while (token.lastIndex < xml.length) {
    const at = token.lastIndex
    const found = token.exec(xml)
    if (!found) throw new Error(`no XML at ${xml.slice(at, at + 60)}`)
    const [, close, name, attributes = '', empty, text] = found
    const top = open.at(-1) as Element
    if (text !== undefined) {
      if (/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-fA-F]+);)/.test(text)) {
        throw new Error(`a bare & in ${text.slice(0, 60)}`)
      }
      top.text += text
    } else if (name === undefined) continue
    else if (close) {
      if (open.pop()?.name !== name) throw new Error(`</${name}> closes nothing`)
    } else {
      const pairs = [...attributes.matchAll(/([\w:.-]+)="([^"]*)"/g)]
      const names = pairs.map(([, key = '']) => key)
      if (new Set(names).size < names.length) throw new Error(`an attribute twice in <${name}>`)
      const element: Element = {
        name,
        attributes: new Map(pairs.map(([, key = '', value = '']) => [key, value])),
        children: [],
        text: '',
      }
      top.children.push(element)
      if (!empty) open.push(element)
    }
  }
  if (open.length !== 1 || !root.children[0]) throw new Error('an element is not closed')
  return root.children[0]
}

export const elementsOf = (element: Element): Element[] => [
  element,
  ...element.children.flatMap(elementsOf),
]
