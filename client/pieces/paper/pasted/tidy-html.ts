// Pasted HTML as the paper has it: headings, paragraphs, lists, tables, links, emphasis; nothing else gets through.
import { attributeOf, type HtmlNode, nameOf, styleOf } from './html-node'
import { ListWriter, listTag } from './list-writer'
import { escaped, type Look, lookIn, markup, plainLook } from './runs'
import { isMarker, type ListForm, wordItem } from './word-list'

export interface TidyHooks {
  /** Gives the address under which a picture stands in the tidy HTML, or `null` to leave it out. */
  readonly picture: (src: string, alt: string) => string | null
  /** Turns letters of an old font into those of Unicode. */
  readonly letters?: (text: string, font: string) => string
}

const dropped: ReadonlySet<string> = new Set(
  'script style head title meta link template noscript svg math canvas video audio iframe object embed applet button input select textarea option map area del xml o:wrapblock v:shape v:shapetype v:imagedata w:sdtpr'.split(
    ' ',
  ),
)
const headings: Readonly<Record<string, 1 | 2 | 3>> = { h1: 1, h2: 2, h3: 3, h4: 3, h5: 3, h6: 3 }
const paragraphs: ReadonlySet<string> = new Set([
  'p',
  'pre',
  'dt',
  'dd',
  'figcaption',
  'caption',
  'address',
])
const containers: ReadonlySet<string> = new Set(
  'html body div section article main header footer aside nav figure blockquote center details summary form fieldset dl hgroup'.split(
    ' ',
  ),
)

function isDropped(node: HtmlNode): boolean {
  if (dropped.has(nameOf(node)) || isMarker(node)) return true
  const style = styleOf(node)
  if (style.get('display') === 'none' || style.get('mso-hide') === 'all') return true
  // Word's margin notes are comments by others, no part of the text.
  return (
    /comment/.test(style.get('mso-element') ?? '') ||
    /MsoComment|msocom/.test(attributeOf(node, 'class'))
  )
}

const aligned = ['center', 'right']
function alignOf(node: HtmlNode, outer: string): string {
  const own = (styleOf(node).get('text-align') ?? attributeOf(node, 'align')).toLowerCase()
  if (own === '') return nameOf(node) === 'center' ? 'center' : outer
  return aligned.includes(own) ? own : ''
}

interface Place {
  readonly look: Look
  readonly align: string
  readonly depth: number
  readonly isPre: boolean
}

/** Nested deeper, all stands flat: no paper needs it, and it costs. */
const deepest = 40
const mostTables = 3

class Tidier {
  readonly #hooks: TidyHooks
  readonly #lists = new ListWriter()
  #blocks: string[] = []
  /** The paragraph that is being written. */
  #line = ''
  #tag = 'p'
  #attributes = ''
  #isItem = false
  #tables = 0

  constructor(hooks: TidyHooks) {
    this.#hooks = hooks
  }

  run(root: HtmlNode): string {
    this.#children(root, { look: plainLook, align: '', depth: 0, isPre: false })
    this.#endLine()
    this.#endLists()
    return this.#blocks.join('')
  }

  #children(node: HtmlNode, place: Place): void {
    for (const child of node.childNodes) this.#node(child, place)
  }

  #node(node: HtmlNode, place: Place): void {
    if (node.nodeType === 3) return this.#text(node.nodeValue ?? '', place)
    if (node.nodeType !== 1 || isDropped(node) || place.depth > deepest) return
    const name = nameOf(node)
    const inside = { ...place, depth: place.depth + 1, look: lookIn(node, place.look) }
    if (name === 'br') return this.#break(node)
    if (name === 'img' || name === 'v:image') return this.#picture(node)
    if (name === 'hr') return this.#rule(node)
    if (name === 'table' && this.#tables < mostTables) return this.#table(node, inside)
    if (name === 'ul' || name === 'ol') return this.#list(node, inside)
    if (headings[name] || paragraphs.has(name)) return this.#paragraph(node, inside)
    if (
      containers.has(name) ||
      name === 'li' ||
      /^(table|tbody|thead|tfoot|tr|td|th)$/.test(name)
    ) {
      this.#endLine()
      this.#children(node, { ...inside, align: alignOf(node, place.align) })
      return this.#endLine()
    }
    this.#children(node, inside)
  }

  #text(raw: string, { look, isPre }: Place): void {
    const unicode = this.#hooks.letters?.(raw, look.font) ?? raw
    const text = unicode.normalize('NFC').replace(/\u00a0/g, ' ')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must go
    const clean = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u00ad\u200b\ufeff]/g, '')
    const lines = isPre ? clean.split('\n') : [clean.replace(/\s+/g, ' ')]
    lines.forEach((line, index) => {
      if (index > 0) this.#line += '<br>'
      const isAtStart = this.#line === '' || this.#line.endsWith('<br>')
      const hasBlank = isAtStart || /\s(?:<\/\w+>)*$/.test(this.#line)
      const words = hasBlank && !isPre ? line.replace(/^ /, '') : line
      if (words !== '') this.#line += markup(words, look, this.#tag !== 'p')
    })
  }

  #break(node: HtmlNode): void {
    if (/interchange/.test(attributeOf(node, 'class'))) return
    // A page break of Word is none of the paper.
    if (/page/.test(styleOf(node).get('page-break-before') ?? '')) return
    if (this.#line.endsWith('<br>')) {
      // A blank line parts paragraphs on many a page.
      this.#line = this.#line.slice(0, -4)
      return this.#endLine(true)
    }
    if (this.#line !== '') this.#line += '<br>'
  }

  #paragraph(node: HtmlNode, place: Place): void {
    const name = nameOf(node)
    this.#endLine()
    const level = headings[name] ?? headingOf(node)
    const item = wordItem(node)
    const form = level ? null : (item?.form ?? null)
    this.#tag = level ? `h${level}` : 'p'
    const align = alignOf(node, place.align)
    this.#attributes = attributesOf(align, !level && isTitle(node))
    // A marker that is no list's, and that of a heading, are words.
    if (item?.marker && !form) this.#line += `${escaped(item.marker)} `
    if (item && form) {
      this.#blocks.push(this.#lists.wordItem(item.level, form))
      this.#isItem = true
    } else this.#endLists()
    this.#children(node, { ...place, align, isPre: name === 'pre' })
    this.#endLine()
  }

  #picture(node: HtmlNode): void {
    const alt = attributeOf(node, 'alt')
    const src = this.#hooks.picture(attributeOf(node, 'src'), alt)
    if (src === null) return
    this.#endLine(true)
    this.#put(`<img src="${escaped(src)}" alt="${escaped(alt.replace(/\s+/g, ' '))}">`)
  }

  #rule(node: HtmlNode): void {
    this.#endLine()
    // Word's own rule above footnotes.
    if (attributeOf(node, 'width') !== '33%') this.#put('<hr>')
  }

  /** Ends the paragraph, keeping its kind where it `goesOn` after a break or a picture. */
  #endLine(goesOn = false): void {
    const words = this.#line.replace(/(?:\s|<br>)+$/, '')
    this.#line = ''
    if (words.replace(/<[^>]*>/g, '').trim() !== '') {
      this.#put(`<${this.#tag}${this.#attributes}>${words}</${this.#tag}>`)
    }
    if (goesOn) return
    this.#tag = 'p'
    this.#attributes = ''
    this.#isItem = false
  }

  #put(block: string): void {
    if (this.#isItem) return this.#lists.add(block)
    this.#endLists()
    this.#blocks.push(block)
  }

  #endLists(): void {
    this.#blocks.push(this.#lists.close())
  }

  /** What stands in an element, as blocks of its own. */
  #apart(node: HtmlNode, place: Place): string {
    const inner = new Tidier(this.#hooks)
    inner.#tables = this.#tables
    inner.#children(node, place)
    inner.#endLine()
    inner.#endLists()
    return inner.#blocks.join('')
  }

  #list(node: HtmlNode, place: Place): void {
    this.#endLine()
    const items: string[] = []
    for (const child of node.childNodes) {
      if (child.nodeType !== 1 || isDropped(child)) continue
      const html = this.#apart({ ...fragment, childNodes: [...listContent(child)] }, place)
      // Google Docs puts the inner list beside the item it belongs to.
      if (/^[uo]l$/.test(nameOf(child)) && items.length > 0) items.push(`${items.pop()}${html}`)
      else if (html) items.push(/^<(?:ul|ol|table|h|hr|img)/.test(html) ? `<p></p>${html}` : html)
    }
    if (items.length === 0) return
    const open = listTag(nameOf(node) === 'ol' ? orderedForm(node) : bullet)
    const inner = items.map((item) => `<li>${item}</li>`).join('')
    this.#put(`${open}${inner}</${nameOf(node)}>`)
  }

  #table(node: HtmlNode, place: Place): void {
    this.#endLine()
    this.#tables += 1
    const rows = rowsIn(node).map(({ cells, isHead }) =>
      cells.map((cell) => {
        const tag = nameOf(cell) === 'th' || isHead ? 'th' : 'td'
        const inner = this.#apart(cell, { ...place, look: plainLook, align: '' })
        const spans = ['colspan', 'rowspan']
          .map((name) => [name, Number.parseInt(attributeOf(cell, name), 10)] as const)
          .filter(([, span]) => span > 1 && span <= 100)
          .map(([name, span]) => ` ${name}="${span}"`)
        return `<${tag}${spans.join('')}>${inner || '<p></p>'}</${tag}>`
      }),
    )
    this.#tables -= 1
    const filled = rows.filter((cells) => cells.length > 0)
    if (filled.length === 0) return
    const body = filled.map((cells) => `<tr>${cells.join('')}</tr>`).join('')
    this.#put(`<table><tbody>${body}</tbody></table>`)
  }
}

const fragment: HtmlNode = { nodeType: 1, nodeName: 'div', nodeValue: null, childNodes: [] }
const bullet: ListForm = { tag: 'ul', type: '', start: 1 }

/** An item's own content; a list that stands where an item should is itself the content. */
const listContent = (child: HtmlNode): Iterable<HtmlNode> =>
  nameOf(child) === 'li' ? child.childNodes : [child]

const listTypes: Readonly<Record<string, string>> = {
  'lower-alpha': 'a',
  'lower-latin': 'a',
  'upper-alpha': 'A',
  'upper-latin': 'A',
  'lower-roman': 'i',
  'upper-roman': 'I',
}
function orderedForm(node: HtmlNode): ListForm {
  const [first] = [...node.childNodes].filter((child) => nameOf(child) === 'li')
  const named = (one: HtmlNode | undefined) =>
    one ? styleOf(one).get('list-style-type') : undefined
  const type = attributeOf(node, 'type') || listTypes[named(node) ?? named(first) ?? ''] || '1'
  const start = Number.parseInt(attributeOf(node, 'start'), 10)
  return { tag: 'ol', type: /^[1aAiI]$/.test(type) ? type : '1', start: start > 0 ? start : 1 }
}

interface RowFound {
  readonly cells: readonly HtmlNode[]
  readonly isHead: boolean
}

function rowsIn(node: HtmlNode, isHead = false): RowFound[] {
  return [...node.childNodes].flatMap((child): RowFound[] => {
    const name = child.nodeType === 1 ? nameOf(child) : ''
    if (/^(?:tbody|tfoot|thead)$/.test(name)) return rowsIn(child, name === 'thead')
    if (name !== 'tr' || isDropped(child)) return []
    return [
      { cells: [...child.childNodes].filter((cell) => /^t[dh]$/i.test(cell.nodeName)), isHead },
    ]
  })
}

/** Word's headings by their class, where they are not marked as such. */
function headingOf(node: HtmlNode): 1 | 2 | 3 | null {
  const [, level] = /\bMsoHeading(\d)\b/.exec(attributeOf(node, 'class')) ?? []
  return level ? (Math.min(Number(level), 3) as 1 | 2 | 3) : null
}
const isTitle = (node: HtmlNode) => /\bMso(?:Title|Subtitle)\b/.test(attributeOf(node, 'class'))

const attributesOf = (align: string, isTitleLine: boolean) =>
  (align ? ` style="text-align: ${align}"` : '') + (isTitleLine ? ' data-part="title"' : '')

export const tidyHtml = (root: HtmlNode, hooks: TidyHooks): string => new Tidier(hooks).run(root)
