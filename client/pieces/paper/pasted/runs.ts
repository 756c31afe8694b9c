// Runs of pasted words: which marks they bear, whatever program wrote them and however.
import { isSafeLink } from '../../../../shared/document/attributes'
import { attributeOf, type HtmlNode, nameOf, styleOf } from './html-node'

export interface Look {
  readonly bold: boolean
  readonly italic: boolean
  readonly underline: boolean
  readonly link: string | null
  /** The font it was written in, for texts of the time before Unicode. */
  readonly font: string
}
export const plainLook: Look = {
  bold: false,
  italic: false,
  underline: false,
  link: null,
  font: '',
}

/** Google hides where a link goes behind an address of its own. */
function linkOf(node: HtmlNode): string | null {
  const href = attributeOf(node, 'href').trim()
  const [, hidden] = /^https:\/\/www\.google\.com\/url\?(?:[^#]*&)?q=([^&#]+)/.exec(href) ?? []
  let target = href
  try {
    if (hidden) target = decodeURIComponent(hidden)
  } catch {
    // Not encoded as addresses are: it stays as it was written.
    target = href
  }
  return isSafeLink(target) ? target : null
}

const isHeavy = (weight: string) => /^bold/.test(weight) || Number.parseInt(weight, 10) >= 600

/** The look of what stands in an element, from the look of what it stands in. */
export function lookIn(node: HtmlNode, outer: Look): Look {
  const name = nameOf(node)
  const style = styleOf(node)
  const weight = style.get('font-weight')
  const slope = style.get('font-style')
  const line = style.get('text-decoration-line') ?? style.get('text-decoration')
  const font = (style.get('font-family') ?? attributeOf(node, 'face')).split(',')[0] ?? ''
  const link = name === 'a' ? linkOf(node) : null
  const bold = name === 'b' || name === 'strong' || outer.bold
  const italic = name === 'i' || name === 'em' || outer.italic
  const underline = name === 'u' || name === 'ins' || outer.underline
  return {
    bold: weight === undefined ? bold : isHeavy(weight),
    italic: slope === undefined ? italic : /italic|oblique/.test(slope),
    // `none` takes the line only from the element itself, as in browsers.
    underline: underline || /underline/.test(line ?? ''),
    link: link ?? outer.link,
    font: font.replace(/["']/g, '').trim() || outer.font,
  }
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}
export const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => escapes[sign] ?? '')

/** `isBold`: the block is bold by itself, as headings are. */
export function markup(text: string, look: Look, isBold: boolean): string {
  let html = escaped(text)
  if (look.underline && !look.link) html = `<u>${html}</u>`
  if (look.italic) html = `<em>${html}</em>`
  if (look.bold && !isBold) html = `<strong>${html}</strong>`
  return look.link ? `<a href="${escaped(look.link)}">${html}</a>` : html
}
