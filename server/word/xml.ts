// XML as Word and its kin write it, as a tree: no entities of its own, no document types, bounded in depth and number.
import { Overlong, Unreadable } from './unreadable'

export interface Element {
  /** With the usual prefix of its namespace, whatever the file calls it. */
  readonly name: string
  readonly attrs: Readonly<Record<string, string>>
  readonly children: readonly (Element | string)[]
}

const deepest = 400
const mostElements = 3_000_000

const office = 'http://schemas.openxmlformats.org/'
/** Namespace → the prefix under which this program knows it. */
const prefixes: Readonly<Record<string, string>> = {
  [`${office}wordprocessingml/2006/main`]: 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  [`${office}officeDocument/2006/relationships`]: 'r',
  'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r',
  [`${office}officeDocument/2006/math`]: 'm',
  'http://purl.oclc.org/ooxml/officeDocument/math': 'm',
  [`${office}drawingml/2006/main`]: 'a',
  'http://purl.oclc.org/ooxml/drawingml/main': 'a',
  [`${office}drawingml/2006/wordprocessingDrawing`]: 'wp',
  'http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing': 'wp',
  [`${office}markup-compatibility/2006`]: 'mc',
  'urn:schemas-microsoft-com:vml': 'v',
  'urn:schemas-microsoft-com:office:office': 'o',
  'http://schemas.microsoft.com/office/word/2010/wordprocessingShape': 'wps',
  'http://schemas.microsoft.com/office/word/2010/wordml': 'w14',
  'http://schemas.microsoft.com/office/word/2012/wordml': 'w15',
  [`${office}package/2006/relationships`]: '',
  [`${office}package/2006/content-types`]: '',
}

const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

function plain(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(
    /&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(\w+));/g,
    (whole, hex, decimal, name) => {
      if (name) return named[name] ?? whole
      const point = hex ? Number.parseInt(hex, 16) : Number(decimal)
      return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : ''
    },
  )
}

type Names = ReadonlyMap<string, string>

interface Open {
  readonly element: { name: string; attrs: Record<string, string>; children: (Element | string)[] }
  readonly raw: string
  readonly names: Names
}

/** What the prefixes of an element mean, with those that it declares itself. */
function namesIn(attrs: readonly (readonly [string, string])[], around: Names): Names {
  const declared = attrs.filter(([name]) => name === 'xmlns' || name.startsWith('xmlns:'))
  if (declared.length === 0) return around
  const names = new Map(around)
  for (const [name, uri] of declared) {
    const own = name === 'xmlns' ? '' : name.slice(6)
    names.set(own, prefixes[uri] ?? own)
  }
  return names
}

function known(raw: string, names: Names, isAttribute: boolean): string {
  const colon = raw.indexOf(':')
  if (colon < 0) {
    // An attribute without a prefix is in no namespace.
    const prefix = isAttribute ? '' : (names.get('') ?? '')
    return prefix === '' ? raw : `${prefix}:${raw}`
  }
  const prefix = raw.slice(0, colon)
  const meant = names.get(prefix) ?? prefix
  return meant === '' ? raw.slice(colon + 1) : `${meant}:${raw.slice(colon + 1)}`
}

/** Where a tag ends: not at a `>` in the value of an attribute. */
function endOfTag(xml: string, from: number): number {
  let quote = ''
  for (let at = from; at < xml.length; at++) {
    const letter = xml[at] as string
    if (quote !== '') {
      if (letter === quote) quote = ''
    } else if (letter === '"' || letter === "'") quote = letter
    else if (letter === '>') return at
  }
  throw new Unreadable('damaged')
}

const attribute = /\s*([^\s=/"'<>]{1,300})\s*=\s*(?:"([^"]*)"|'([^']*)')|\s*\/?$/y

/** One after the other: what is none makes the file none. */
function attributesIn(tag: string, from: number): (readonly [string, string])[] {
  const found: (readonly [string, string])[] = []
  attribute.lastIndex = from
  while (attribute.lastIndex < tag.length) {
    const read = attribute.exec(tag)
    if (!read) throw new Unreadable('damaged')
    const [, name, double, single] = read
    if (name === undefined) break
    found.push([name, plain(double ?? single ?? '')])
  }
  return found
}

/** Throws Unreadable, Overlong. */
export function readXml(xml: string): Element {
  const root: Open = {
    element: { name: '', attrs: {}, children: [] },
    raw: '',
    names: new Map(),
  }
  const stack: Open[] = [root]
  let count = 0
  let at = 0
  while (at < xml.length) {
    const top = stack.at(-1) as Open
    const begin = xml.indexOf('<', at)
    const text = xml.slice(at, begin < 0 ? xml.length : begin)
    if (text !== '') top.element.children.push(plain(text))
    if (begin < 0) break
    if (xml.startsWith('<?', begin)) at = after(xml, '?>', begin)
    else if (xml.startsWith('<!--', begin)) at = after(xml, '-->', begin)
    else if (xml.startsWith('<![CDATA[', begin)) {
      at = after(xml, ']]>', begin)
      top.element.children.push(xml.slice(begin + 9, at - 3))
    } else if (xml.startsWith('<!', begin)) throw new Unreadable('damaged')
    else {
      const end = endOfTag(xml, begin + 1)
      at = end + 1
      if (xml[begin + 1] === '/') {
        if (stack.length < 2 || xml.slice(begin + 2, end).trim() !== top.raw) {
          throw new Unreadable('damaged')
        }
        stack.pop()
        continue
      }
      if (++count > mostElements) throw new Overlong()
      const opened = opening(xml.slice(begin + 1, end), top)
      if (xml[end - 1] === '/') continue
      stack.push(opened)
      if (stack.length > deepest) throw new Unreadable('nested')
    }
  }
  const [element] = root.element.children.filter((child) => typeof child !== 'string')
  if (stack.length !== 1 || !element) throw new Unreadable('damaged')
  return element
}

function after(xml: string, end: string, from: number): number {
  const at = xml.indexOf(end, from)
  if (at < 0) throw new Unreadable('damaged')
  return at + end.length
}

function opening(tag: string, parent: Open): Open {
  const raw = /^[^\s/>]+/.exec(tag)?.[0]
  if (raw === undefined) throw new Unreadable('damaged')
  const written = attributesIn(tag, raw.length)
  const names = namesIn(written, parent.names)
  const attrs = Object.fromEntries(
    written.map(([name, value]) => [known(name, names, true), value] as const),
  )
  const element = { name: known(raw, names, false), attrs, children: [] }
  parent.element.children.push(element)
  return { element, raw, names }
}

export const elements = (of: Element | undefined): Element[] =>
  (of?.children ?? []).filter((child) => typeof child !== 'string')
export const child = (of: Element | undefined, name: string): Element | undefined =>
  of?.children.find((one): one is Element => typeof one !== 'string' && one.name === name)
export const childrenNamed = (of: Element | undefined, name: string): Element[] =>
  elements(of).filter((one) => one.name === name)
/** `w:val` of a child. */
export const valIn = (of: Element | undefined, name: string): string | undefined =>
  child(of, name)?.attrs['w:val']
export const textIn = (of: Element): string =>
  of.children.map((one) => (typeof one === 'string' ? one : textIn(one))).join('')

/** The first element of a name below, at whatever depth. */
export function below(of: Element | undefined, name: string): Element | undefined {
  for (const one of elements(of)) {
    if (one.name === name) return one
    const found = below(one, name)
    if (found) return found
  }
  return undefined
}
